import type { InvocationOutcome, Parts } from '../../kernel/parts.ts';
import { isAwsError } from '../../kernel/service.ts';
import type { TaskCall, TaskReport } from '../../states-language/host.ts';
import { uuid } from '../wire/uuid.ts';
import type { Execution } from './execution.ts';
import { inTheWordsOfStates } from './lambda-errors.ts';
import type { Tokens } from './tokens.ts';

/** The execution and state from which a task starts. */
export interface TaskPlace {
  readonly parts: Parts;
  readonly tokens: Tokens;
  readonly execution: Execution;
}

/** The longest session name that AWS takes. */
const longestSessionName = 64;

/** Starts `lambda:invoke`, with or without `.waitForTaskToken`. The returned function cancels it. */
export function startLambdaTask(
  { parts, tokens, execution }: TaskPlace,
  call: TaskCall,
  report: (report: TaskReport) => void,
): () => void {
  let interested = true;
  const tell = (what: TaskReport) => {
    if (interested) report(what);
  };
  const close = call.token === undefined ? () => undefined : tokens.listen(call.token, tell);
  invoke(parts, execution, call.arguments).then((outcome) => {
    if (outcome.kind === 'failed') tell({ kind: 'failed', ...inTheWordsOfStates(outcome) });
    else if (call.token !== undefined) tell({ kind: 'submitted' });
    else tell({ kind: 'succeeded', result: answerOf(outcome.payload, parts) });
  });
  return () => {
    interested = false;
    close();
  };
}

async function invoke(parts: Parts, { machine, name }: Execution, args: unknown): Promise<InvocationOutcome> {
  const caller = {
    kind: 'role',
    roleArn: machine.roleArn,
    sessionName: name.slice(0, longestSessionName),
    region: machine.region,
  } as const;
  try {
    const { functionArn, payload } = invocationOf(args, machine.region, parts.account);
    return await parts.functions.invoke(functionArn, payload, caller);
  } catch (thrown) {
    if (isAwsError(thrown)) return { kind: 'failed', error: thrown.code, message: thrown.message };
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    parts.tell(`${machine.region}: execution ${name} cannot invoke a function: ${message}`);
    return { kind: 'failed', error: 'States.Runtime', message };
  }
}

function invocationOf(
  args: unknown,
  region: string,
  account: string,
): { functionArn: string; payload: unknown } {
  if (typeof args !== 'object' || args === null)
    throw new Error('Arguments of lambda:invoke must be an object');
  const { FunctionName, Payload = {}, ...others } = args as Record<string, unknown>;
  const unknown = Object.keys(others);
  if (unknown.length > 0) throw new Error(`lambda:invoke is not known here with ${unknown.join(', ')}`);
  if (typeof FunctionName !== 'string') throw new Error('lambda:invoke needs a FunctionName');

  const [, home = region, name = FunctionName, qualifier = '$LATEST'] = arnRule.exec(FunctionName) ?? [];
  if (home !== region)
    throw new Error(`A workflow in ${region} cannot invoke ${FunctionName}: it is in another region`);
  if (qualifier !== '$LATEST') throw new Error(`Versions and aliases are not known here: ${FunctionName}`);
  return { functionArn: `arn:aws:lambda:${region}:${account}:function:${name}`, payload: Payload };
}

const arnRule = /^arn:aws:lambda:([a-z0-9-]+):\d{12}:function:([^:]+)(?::([^:]+))?$/;

/** The answer of the Lambda API as a workflow sees it. */
function answerOf(payload: unknown, { random }: Parts): Readonly<Record<string, unknown>> {
  return {
    ExecutedVersion: '$LATEST',
    Payload: payload ?? null,
    SdkHttpMetadata: { HttpStatusCode: 200 },
    SdkResponseMetadata: { RequestId: uuid(random) },
    StatusCode: 200,
  };
}
