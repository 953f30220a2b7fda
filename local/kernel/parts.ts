import type { Activity } from '../time/activity.ts';
import type { Clock } from '../time/clock.ts';
import type { Caller, FaultService, Permission } from './service.ts';
import type { Visits } from './visits.ts';

export type FaultMode = 'refuse' | 'throttle' | 'hang' | 'drop' | 'conflict';

/** The switched faults. `from` is the region of who calls, `to` of who is called. */
export interface Faults {
  mode(service: FaultService, regions: { readonly from: string; readonly to: string }): FaultMode | undefined;
  /** Calls back after each change of the switches, until the returned function is called. */
  onChange(listener: () => void): () => void;
}

export interface Authorizer {
  /** Undefined when the caller may; else the sentence with which AWS refuses. */
  refusal(caller: Caller, permission: Permission): string | undefined;
}

export type InvocationOutcome =
  | { readonly kind: 'returned'; readonly payload: unknown }
  /** The function threw, was killed, ran out of time, or may not be called. */
  | { readonly kind: 'failed'; readonly error: string; readonly message: string };

/** The Lambda functions, for whoever may invoke one. Checks that `caller` may. */
export interface Functions {
  /** Waits for the outcome. Counts as activity by itself: the caller gives its own back meanwhile. */
  invoke(functionArn: string, payload: unknown, caller: Caller): Promise<InvocationOutcome>;
  /** Accepts the event and returns; tried three times in all (after 1 and 2 minutes), then given to the on-failure destination. */
  enqueue(functionArn: string, payload: unknown, caller: Caller): void;
}

/** The queues, for whoever delivers to one. */
export interface Queues {
  send(queueArn: string, body: string, caller: Caller): void;
}

/** What the services of the local cloud use of each other. */
export interface Parts {
  readonly clock: Clock;
  readonly activity: Activity;
  readonly faults: Faults;
  readonly authorizer: Authorizer;
  readonly functions: Functions;
  readonly queues: Queues;
  readonly visits: Visits;
  readonly account: string;
  /** Between 0 and 1, drawn from the cloud's seed. */
  random(): number;
  /** One line for the terminal, as things happen. */
  tell(line: string): void;
}
