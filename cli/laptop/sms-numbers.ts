import type { OrderedNumber } from '../../local/services/sms-voice.ts';
import { readAssembly, type Stack } from '../../local/template/assembly.ts';

/**
 * The numbers for SMS that the account on the laptop has: those that people order before they deploy, and do step 8 of
 * docs/deploy.md for. One for each region whose stack leaves that to people: the one that it names, or one made up.
 */
export function orderedNumbers(assembly: string): readonly OrderedNumber[] {
  const { stacks } = readAssembly(assembly);
  return stacks
    .filter((stack) => topicOf(stack) !== undefined && of(stack, 'AWS::SMSVOICE::PhoneNumber').length === 0)
    .map((stack, index) => ({
      region: stack.region,
      number: numberShownBy(stack) ?? madeUp(index),
      topicName: topicOf(stack) ?? '',
      ...whoSends(stack),
    }));
}

/** The topic to which goes what people write. */
function topicOf(stack: Stack): string | undefined {
  const names = of(stack, 'AWS::SNS::Topic').map(({ properties }) => String(properties['TopicName']));
  return names.find((name) => name.endsWith('-replies'));
}

/** What the stack was told of the number is among its outputs. */
function numberShownBy({ template }: Stack): string | undefined {
  const output = template.outputs['SmsNumber'] as { readonly Value: string } | undefined;
  return output?.Value;
}

/** In the range that Ofcom keeps for films: nobody has it. */
function madeUp(index: number): string {
  return `+44770090099${index + 1}`;
}

/** Where the stack has a policy for the number, that one counts; else people put it there. */
function whoSends(stack: Stack): Pick<OrderedNumber, 'arn' | 'sharedWith'> {
  const [policy] = of(stack, 'AWS::SMSVOICE::ResourcePolicy');
  if (policy === undefined) return { sharedWith: ['sns.amazonaws.com'] };
  return { arn: String(policy.properties['ResourceArn']), sharedWith: [] };
}

function of({ template }: Stack, type: string) {
  return Object.values(template.resources).filter((resource) => resource.type === type);
}
