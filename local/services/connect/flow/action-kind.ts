import type { InvocationOutcome } from '../../../kernel/parts.ts';
import type { FlowAction } from './flow.ts';
import type { ReferenceValues } from './references.ts';

/** The names by which a flow branches on what goes wrong. */
export type FlowError =
  | 'NoMatchingError'
  | 'NoMatchingCondition'
  | 'InputTimeLimitExceeded'
  | 'QueueAtCapacity';

/** What an action comes to, and so where the flow goes on. */
export type Outcome =
  | { readonly kind: 'done' }
  /** Compared with the action's conditions. */
  | { readonly kind: 'result'; readonly value: string }
  | { readonly kind: 'failed'; readonly error: FlowError }
  | { readonly kind: 'over' };

/** What an action may carry beside its parameters. */
export interface BranchRules {
  readonly requiredErrors: readonly FlowError[];
  readonly optionalErrors: readonly FlowError[];
  /** The operators that its conditions may use; none where it takes no conditions. */
  readonly operators: readonly string[];
}

/** A type of action: what AWS accepts of it, and what it does. */
export interface ActionKind {
  /** The names of its parameters; those of a group are `Group.Name`, and `Group.*` takes any. */
  readonly parameters: readonly string[];
  /** Whether an action follows when it is done. @default needed */
  readonly nextAction?: 'needed' | 'optional' | 'none';
  branches(action: FlowAction): BranchRules;
  /** What AWS refuses of it, beside what holds for all actions. */
  problems?(action: FlowAction): readonly string[];
  run(action: FlowAction, contact: FlowContact): Outcome | Promise<Outcome>;
}

/** What a key means to whoever gathers: a text is the whole input, else so long the next key may take. */
export type Gathering = (key: string | undefined) => string | { readonly nextWithinMs: number };

/** A contact while a flow runs: what the actions read and change. */
export interface FlowContact {
  readonly attributes: Map<string, string>;
  external: ReadonlyMap<string, string>;
  storedInput: string | undefined;
  targetQueueArn: string | undefined;
  /** How often each loop was entered since it began. */
  readonly loops: Map<string, number>;
  values(): ReferenceValues;
  isOver(): boolean;
  say(text: string): void;
  /** Gives keys to `gather` as they are pressed, and undefined when the time is up. Ends with what `gather` ends with. */
  gather(firstWithinMs: number, gather: Gathering): Promise<string>;
  invoke(
    functionArn: string,
    parameters: Readonly<Record<string, string>>,
    withinMs: number,
  ): Promise<Invocation>;
  enqueue(queueArn: string): 'queued' | 'at capacity' | 'no such queue';
  end(): void;
  tell(what: string): void;
}

export type Invocation = InvocationOutcome | { readonly kind: 'timed out' };

/** For an action that always goes on to the next one. */
export const noBranches: BranchRules = { requiredErrors: [], optionalErrors: [], operators: [] };

export const done: Outcome = { kind: 'done' };
