import { type ActionKind, done, noBranches, type Outcome } from '../action-kind.ts';
import { type FlowParameters, groupParameter, textParameter } from '../flow.ts';
import { isReference, resolveReferences } from '../references.ts';

/** The longest time that Connect waits for a function, and the largest answer that it takes. */
const longestSeconds = 8;
const mostBytes = 32 * 1024;

const failed: Outcome = { kind: 'failed', error: 'NoMatchingError' };

/** Invokes a function and stores its answer for `$.External`. A throttled or failed function is not invoked again. */
export const invokeLambdaFunction: ActionKind = {
  parameters: [
    'InvocationTimeLimitSeconds',
    'InvocationType',
    'LambdaFunctionARN',
    'LambdaInvocationAttributes.*',
    'ResponseValidation.ResponseType',
  ],
  branches: () => ({ ...noBranches, requiredErrors: ['NoMatchingError'] }),
  problems: ({ parameters }) => problems(parameters),
  async run({ parameters }, contact) {
    const values = contact.values();
    const sent = Object.entries(groupParameter(parameters, 'LambdaInvocationAttributes')).map(
      ([name, value]) => [name, resolveReferences(String(value), values)] as const,
    );
    const functionArn = resolveReferences(textParameter(parameters, 'LambdaFunctionARN') ?? '', values);
    const withinMs = 1000 * Number(textParameter(parameters, 'InvocationTimeLimitSeconds'));
    const outcome = await contact.invoke(functionArn, Object.fromEntries(sent), withinMs);
    contact.external = new Map();
    if (outcome.kind !== 'returned') {
      const why = outcome.kind === 'failed' ? outcome.message : `no answer within ${withinMs} ms`;
      contact.tell(`${functionArn}: ${why}`);
      return failed;
    }
    const answer = stringMap(outcome.payload);
    if (answer === undefined) {
      contact.tell(
        `${functionArn} answered what is no flat map of texts: ${JSON.stringify(outcome.payload)}`,
      );
      return failed;
    }
    contact.external = answer;
    return done;
  },
};

function problems(parameters: FlowParameters): readonly string[] {
  const arn = textParameter(parameters, 'LambdaFunctionARN') ?? '';
  const seconds = textParameter(parameters, 'InvocationTimeLimitSeconds') ?? '';
  const type = textParameter(groupParameter(parameters, 'ResponseValidation'), 'ResponseType');
  const invocation = textParameter(parameters, 'InvocationType') ?? 'SYNCHRONOUS';
  return [
    ...(isReference(arn) || arn.startsWith('arn:aws:lambda:') ? [] : ['LambdaFunctionARN must be an ARN']),
    ...(/^[1-8]$/.test(seconds) ? [] : [`InvocationTimeLimitSeconds must be from 1 to ${longestSeconds}`]),
    ...((type ?? 'STRING_MAP') === 'STRING_MAP' ? [] : ['a ResponseType of STRING_MAP only is known here']),
    ...(invocation === 'SYNCHRONOUS' ? [] : ['an InvocationType of SYNCHRONOUS only is known here']),
  ];
}

function stringMap(payload: unknown): ReadonlyMap<string, string> | undefined {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return undefined;
  if (Buffer.byteLength(JSON.stringify(payload)) > mostBytes) return undefined;
  const entries = Object.entries(payload);
  const isFlat = entries.every(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  return isFlat ? new Map(entries.map(([name, value]) => [name, String(value)])) : undefined;
}
