import type { OrderedNumber } from '../../local/services/sms-voice/sms-voice.ts';
import { readAssembly, type Stack } from '../../local/template/assembly.ts';

/**
 * The SMS numbers of the account on the laptop: those that people order and set up by step 8 of docs/deploy.md. There
 * is one for each region whose stack leaves that to people: the number in the configuration, or an invented one.
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

/** The topic that gets people's messages. */
function topicOf(stack: Stack): string | undefined {
  const names = of(stack, 'AWS::SNS::Topic').map(({ properties }) => String(properties['TopicName']));
  return names.find((name) => name.endsWith('-replies'));
}

/** The stack's outputs contain what its configuration says of the number. */
function numberShownBy({ template }: Stack): string | undefined {
  const output = template.outputs['SmsNumber'] as { readonly Value: string } | undefined;
  return output?.Value;
}

/** Belgian, as the phones of the example's responders. */
function madeUp(index: number): string {
  return `+3246000099${index + 1}`;
}

/** The stack's own policy for the number; without one, people add it. */
function whoSends(stack: Stack): Pick<OrderedNumber, 'arn' | 'sharedWith'> {
  const [policy] = of(stack, 'AWS::SMSVOICE::ResourcePolicy');
  if (policy === undefined) return { sharedWith: ['sns.amazonaws.com'] };
  return { arn: String(policy.properties['ResourceArn']), sharedWith: [] };
}

function of({ template }: Stack, type: string) {
  return Object.values(template.resources).filter((resource) => resource.type === type);
}
