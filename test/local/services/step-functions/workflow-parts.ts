import type { FaultMode, InvocationOutcome, Parts } from '../../../../local/kernel/parts.ts';
import type { AwsCall, Caller } from '../../../../local/kernel/service.ts';
import { awsError, isAwsError } from '../../../../local/kernel/service.ts';
import { visitBook } from '../../../../local/kernel/visits.ts';
import { stepFunctionsService } from '../../../../local/services/step-functions.ts';
import { quietTime } from '../../states-language/quiet-time.ts';

export const account = '111122223333';
export const region = 'eu-central-1';
export const midnight = Date.parse('2026-11-22T00:00:00.000Z');
export const roleArn = `arn:aws:iam::${account}:role/workflow`;
export const stepArn = `arn:aws:lambda:${region}:${account}:function:step`;
export const machine = `arn:aws:states:${region}:${account}:stateMachine:trial`;

type Document = Record<string, unknown>;

export interface Invocation {
  readonly functionArn: string;
  readonly payload: Document;
  readonly caller: Caller;
}

/** Step Functions, with functions that do what a test says. */
export function workflows() {
  const time = quietTime(midnight);
  const modes = new Map<string, FaultMode>();
  const listeners = new Set<() => void>();
  const told: string[] = [];
  const invocations: Invocation[] = [];
  let draws = 0;
  let invoked: (payload: Document) => InvocationOutcome = () => ({ kind: 'returned', payload: null });
  const unused = () => {
    throw new Error('A workflow uses this not');
  };
  const parts: Parts = {
    ...time,
    account,
    random: () => (draws++ % 16) / 16,
    tell: (line) => told.push(line),
    authorizer: { refusal: unused },
    queues: { send: unused },
    visits: visitBook(),
    faults: {
      mode: (service, { to }) => (service === 'workflow' ? modes.get(to) : undefined),
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    functions: {
      enqueue: unused,
      async invoke(functionArn, payload, caller) {
        const end = time.activity.begin('a function');
        invocations.push({ functionArn, payload: payload as Document, caller });
        await new Promise((resolve) => setImmediate(resolve));
        end();
        return invoked(payload as Document);
      },
    },
  };
  const service = stepFunctionsService(parts);
  const { aws } = service;
  if (aws === undefined) throw new Error('The service has no API');

  const callOf = (operation: string, document: Document, home: string): AwsCall => ({
    service: 'states',
    region: home,
    caller: { kind: 'account' },
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': `AWSStepFunctions.${operation}` },
    body: Buffer.from(JSON.stringify(document)),
  });
  return {
    ...time,
    service,
    told,
    invocations,
    /** Sets what each function does from now on. */
    functions(does: typeof invoked) {
      invoked = does;
    },
    fault(mode: FaultMode | undefined, where = region) {
      if (mode === undefined) modes.delete(where);
      else modes.set(where, mode);
      for (const listener of [...listeners]) listener();
    },
    permissions: (operation: string, document: Document) =>
      aws.permissions(callOf(operation, document, region)),
    /** The answer, or `{ code }` of an AWS error. */
    async call(
      operation: string,
      document: Document,
      { home = region, drop = false } = {},
    ): Promise<Document> {
      const call = callOf(operation, document, home);
      try {
        const answer = await aws.perform(call, { drop });
        return JSON.parse(String(answer.body));
      } catch (thrown) {
        if (!isAwsError(thrown)) throw thrown;
        const { __type, message } = JSON.parse(String(aws.failure(call, thrown).body));
        return { code: String(__type).split('#').at(-1), message };
      }
    },
  };
}

export type Workflows = ReturnType<typeof workflows>;

/** Creates the machine `trial` of the given states. The first state is the start. */
export async function create(cloud: Workflows, states: object): Promise<void> {
  const definition = { QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states };
  const { code, message } = await cloud.call('CreateStateMachine', {
    name: 'trial',
    roleArn,
    definition: JSON.stringify(definition),
  });
  if (code !== undefined) throw awsError(String(code), String(message));
}

/** Starts an execution of the machine, and waits until all is quiet. */
export async function start(cloud: Workflows, name: string, input: unknown = {}): Promise<string> {
  const answer = await cloud.call('StartExecution', {
    stateMachineArn: machine,
    name,
    input: JSON.stringify(input),
  });
  await cloud.settle();
  return String(answer['executionArn']);
}

/** The answer of DescribeExecution. */
export function describeOf(cloud: Workflows, executionArn: string): Promise<Document> {
  return cloud.call('DescribeExecution', { executionArn });
}
