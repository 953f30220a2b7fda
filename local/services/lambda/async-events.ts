import type { InvocationOutcome, Queues } from '../../kernel/parts.ts';
import type { Clock } from '../../time/clock.ts';
import type { EventConfig } from './event-config.ts';
import type { FunctionSpec } from './function-spec.ts';

/** The outcome of one attempt: an outcome of an invocation, or an attempt that never began. */
export type Attempt = InvocationOutcome | { readonly kind: 'turnedAway'; readonly error: string };

export interface AsyncEventParts {
  readonly clock: Clock;
  readonly queues: Queues;
  attempt(spec: FunctionSpec, payload: unknown): Promise<Attempt>;
  configOf(spec: FunctionSpec): EventConfig;
  requestId(): string;
  tell(line: string): void;
}

/**
 * The delays after a failure. Source: Lambda developer guide: a failed function gets the event again after one
 * minute, then after two.
 */
const retryAfterMs = [60_000, 120_000];

/** The delays after throttling or an outage: first one second, then longer, at most five minutes. */
const firstBackOffMs = 1_000;
const longestBackOffMs = 300_000;

interface AsyncEvent {
  readonly spec: FunctionSpec;
  readonly payload: unknown;
  readonly requestId: string;
  readonly since: number;
  readonly failures: number;
  readonly turnedAway: number;
}

/** Carries an event through its attempts, until the function has taken it or the last attempt has failed. */
export function acceptEvent(parts: AsyncEventParts, spec: FunctionSpec, payload: unknown): void {
  const since = parts.clock.now();
  void attempt(parts, { spec, payload, requestId: parts.requestId(), since, failures: 0, turnedAway: 0 });
}

async function attempt(parts: AsyncEventParts, event: AsyncEvent): Promise<void> {
  const { spec } = event;
  const outcome = await parts.attempt(spec, event.payload);
  if (outcome.kind === 'returned') return;
  const { retries, maximumAgeMs } = parts.configOf(spec);
  if (outcome.kind === 'turnedAway') {
    const turnedAway = event.turnedAway + 1;
    const delay = Math.min(longestBackOffMs, firstBackOffMs * 2 ** (turnedAway - 1));
    const isTooOld = parts.clock.now() + delay - event.since > maximumAgeMs;
    if (isTooOld) giveUp(parts, event, 'EventAgeExceeded', outcome);
    else again(parts, { ...event, turnedAway }, delay);
    return;
  }
  const failures = event.failures + 1;
  const delay = retryAfterMs[failures - 1];
  if (failures > retries || delay === undefined) {
    giveUp(parts, { ...event, failures }, 'RetriesExhausted', outcome);
  } else again(parts, { ...event, failures }, delay);
}

function again(parts: AsyncEventParts, event: AsyncEvent, delayMs: number): void {
  const label = `another attempt at an event for ${event.spec.name}`;
  parts.clock.at(parts.clock.now() + delayMs, label, () => void attempt(parts, event));
}

/** The record for an on-failure destination. Source: Lambda developer guide, invocation record. */
function giveUp(
  { clock, queues, configOf, tell }: AsyncEventParts,
  { spec, payload, requestId, failures }: AsyncEvent,
  condition: string,
  outcome: Exclude<Attempt, { kind: 'returned' }>,
): void {
  const { onFailure } = configOf(spec);
  tell(`${spec.region} ${spec.name}: an event is given up (${condition}), ${onFailure ?? 'and lost'}`);
  if (onFailure === undefined) return;
  const record = {
    version: '1.0',
    timestamp: new Date(clock.now()).toISOString(),
    requestContext: {
      requestId,
      functionArn: `${spec.arn}:$LATEST`,
      condition,
      approximateInvokeCount: failures,
    },
    requestPayload: payload,
    ...(outcome.kind === 'failed' && {
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: { errorType: outcome.error, errorMessage: outcome.message },
    }),
  };
  queues.send(onFailure, JSON.stringify(record), {
    kind: 'role',
    roleArn: spec.roleArn,
    sessionName: spec.name,
    region: spec.region,
  });
}
