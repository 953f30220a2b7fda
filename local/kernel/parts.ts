import type { Activity } from '../time/activity.ts';
import type { Clock } from '../time/clock.ts';
import type { Caller, FaultService, Permission } from './service.ts';
import type { Visits } from './visits.ts';

export type FaultMode = 'refuse' | 'throttle' | 'hang' | 'drop' | 'conflict' | 'double';

/** The switched faults. `from` is the region of the caller, `to` the region that is called. */
export interface Faults {
  mode(service: FaultService, regions: { readonly from: string; readonly to: string }): FaultMode | undefined;
  /** Calls back after each change of the switches. The returned function ends that. */
  onChange(listener: () => void): () => void;
}

export interface Authorizer {
  /** Undefined when the caller may. Otherwise the sentence with which AWS refuses. */
  refusal(caller: Caller, permission: Permission): string | undefined;
}

export type InvocationOutcome =
  | { readonly kind: 'returned'; readonly payload: unknown }
  /** The function threw, was killed, timed out, or may not be called. */
  | { readonly kind: 'failed'; readonly error: string; readonly message: string };

/** The Lambda functions. Each invocation checks whether `caller` may invoke. */
export interface Functions {
  /**
   * Waits for the outcome. The invocation counts as activity itself, so the caller ends its own activity meanwhile.
   */
  invoke(functionArn: string, payload: unknown, caller: Caller): Promise<InvocationOutcome>;
  /**
   * Accepts the event and returns. The function gets three attempts (after 1 and 2 minutes), then the on-failure
   * destination gets the event.
   */
  enqueue(functionArn: string, payload: unknown, caller: Caller): void;
}

/** The queues, for services that deliver to one. */
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
  /** A random number between 0 and 1, drawn from the seed of the cloud. */
  random(): number;
  /** Prints one line in the terminal when something happens. */
  tell(line: string): void;
}
