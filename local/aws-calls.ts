import type { SwitchedFaults } from './faults/faults.ts';
import type { KeptCalls } from './faults/kept-calls.ts';
import { callerName, type Trace } from './faults/trace.ts';
import type { Authorizer, FaultMode } from './kernel/parts.ts';
import type { PortAnswer } from './kernel/port.ts';
import { type AwsAnswer, type AwsCall, type AwsService, awsError, isAwsError } from './kernel/service.ts';
import type { Lockstep } from './quiet/lockstep.ts';
import type { FunctionThread } from './services/lambda/function-thread.ts';
import { callNumberHeader } from './services/lambda/messages.ts';
import { failureInProtocol } from './services/wire/failure.ts';
import type { Activity } from './time/activity.ts';

/** The checks that each call of an AWS client passes before a service answers it. */
export interface AwsCallParts {
  readonly services: ReadonlyMap<string, AwsService>;
  readonly faults: SwitchedFaults;
  readonly authorizer: Authorizer;
  readonly activity: Activity;
  readonly lockstep: Lockstep;
  readonly kept: KeptCalls;
  readonly trace: Trace;
  tell(line: string): void;
}

/**
 * A call and its origin. `thread` is the function thread that made it. `onClose` reports that the caller has gone.
 */
export interface SignedCall {
  readonly call: AwsCall;
  readonly thread: FunctionThread | undefined;
  onClose(listener: () => void): void;
}

/**
 * Serves a signed call. In lockstep the call first waits for its turn. Then the switched faults apply, then IAM, then
 * the service answers. After that a fault may kill the calling function, before the function gets the answer.
 */
export async function serveAwsCall(parts: AwsCallParts, signed: SignedCall): Promise<PortAnswer> {
  const { call, thread } = signed;
  const number = Number(call.headers[callNumberHeader] ?? 0);
  if (thread !== undefined && parts.lockstep.isOn()) await waitForTurn(parts, thread, number);
  if (thread?.isDead()) return 'hang up';

  const end = parts.activity.begin(`a call to ${call.service}`);
  try {
    const answer = await traced(parts, call, (service) => answerTo(parts, service, call));
    if (answer === 'no answer' && thread !== undefined) signed.onClose(parts.kept.keep(thread, number));
    if (answer === 'no answer' || thread === undefined) return answer;
    thread.touch();
    if (!parts.faults.takeKill(thread.spec.name, number)) return answer;
    void thread.kill('Runtime.ExitError', `killed after call ${number}`);
    return 'hang up';
  } finally {
    end();
  }
}

async function waitForTurn(
  { kept, lockstep }: AwsCallParts,
  thread: FunctionThread,
  call: number,
): Promise<void> {
  const release = kept.keep(thread, call);
  await lockstep.turn({ kind: 'call', invocation: thread.invocation()?.ordinal ?? 0, call });
  release();
}

/** An unexpected error becomes a clear failure that no client retries. */
const notKnownStatus = 501;

async function traced(
  parts: AwsCallParts,
  call: AwsCall,
  answer: (service: AwsService) => Promise<AwsAnswer | 'no answer'>,
): Promise<AwsAnswer | 'no answer'> {
  const { region, caller } = call;
  const service = parts.services.get(call.service);
  try {
    if (service === undefined) throw new Error(`The local cloud does not know the service ${call.service}`);
    const operation = service.operation(call);
    const done = parts.trace.begin({ service: call.service, operation, region, caller: callerName(caller) });
    try {
      const given = await answer(service);
      if (given !== 'no answer') done('answered');
      return given;
    } catch (error) {
      done(isAwsError(error) ? error.code : 'NotKnown');
      throw error;
    }
  } catch (error) {
    if (service !== undefined && isAwsError(error)) return service.failure(call, error);
    const message = error instanceof Error ? error.message : String(error);
    parts.tell(`NOT KNOWN: ${call.service} ${region} by ${callerName(caller)}: ${message}`);
    return failureInProtocol(call, awsError('NotKnownInTheLocalCloud', message, { status: notKnownStatus }));
  }
}

async function answerTo(
  parts: AwsCallParts,
  service: AwsService,
  call: AwsCall,
): Promise<AwsAnswer | 'no answer'> {
  const mode = faultOf(parts.faults, service, call);
  if (mode === 'hang') return 'no answer';
  if (mode === 'refuse') {
    throw awsError('ServiceUnavailable', `${call.service} in ${call.region} is switched off`, {
      status: 503,
    });
  }
  if (mode === 'throttle') throw awsError('ThrottlingException', 'Rate exceeded');
  for (const permission of service.permissions(call)) {
    const refusal = parts.authorizer.refusal(call.caller, permission);
    if (refusal === undefined) continue;
    parts.tell(`REFUSED: ${refusal}`);
    throw awsError('AccessDeniedException', refusal);
  }
  return service.perform(call, { drop: mode === 'drop' });
}

function faultOf(faults: SwitchedFaults, service: AwsService, call: AwsCall): FaultMode | undefined {
  const from = call.caller.kind === 'role' ? call.caller.region : call.region;
  const direction = { from, to: call.region };
  const name = service.fault(call);
  return name === undefined ? faults.modeOfAll(direction) : faults.mode(name, direction);
}
