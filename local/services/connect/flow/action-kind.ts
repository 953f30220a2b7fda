import type { InvocationOutcome } from '../../../kernel/parts.ts';
import type { FlowAction } from './flow.ts';
import type { ReferenceValues } from './references.ts';

/** The errors on which a flow can branch. */
export type FlowError =
  | 'NoMatchingError'
  | 'NoMatchingCondition'
  | 'InputTimeLimitExceeded'
  | 'QueueAtCapacity';

/** The outcome of an action. It decides where the flow continues. */
export type Outcome =
  | { readonly kind: 'done' }
  /** The value is compared with the action's conditions. */
  | { readonly kind: 'result'; readonly value: string }
  | { readonly kind: 'failed'; readonly error: FlowError }
  | { readonly kind: 'over' };

/** The errors and conditions that an action may have. */
export interface BranchRules {
  readonly requiredErrors: readonly FlowError[];
  readonly optionalErrors: readonly FlowError[];
  /** The operators that its conditions may use; empty when it takes no conditions. */
  readonly operators: readonly string[];
}

/** A type of action: what AWS accepts of it, and what it does. */
export interface ActionKind {
  /** The names of its parameters. A parameter in a group is `Group.Name`; `Group.*` allows any name. */
  readonly parameters: readonly string[];
  /** Whether an action names a next one. @default needed */
  readonly nextAction?: 'needed' | 'optional' | 'none';
  branches(action: FlowAction): BranchRules;
  /** What AWS refuses of it, beside the rules for all actions. */
  problems?(action: FlowAction): readonly string[];
  run(action: FlowAction, contact: FlowContact): Outcome | Promise<Outcome>;
}

/** The meaning of a key: a text is the complete input. Otherwise the next key may take this long. */
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
  /** Passes each key to `gather`, and undefined when the time is up. Resolves with the text that `gather` returns. */
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

/** For an action that always continues with the next one. */
export const noBranches: BranchRules = { requiredErrors: [], optionalErrors: [], operators: [] };

export const done: Outcome = { kind: 'done' };
