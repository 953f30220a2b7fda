/** The Amazon States Language: what a state machine consists of. */

/** A value of a definition in which strings of the form `{% ... %}` are JSONata expressions. */
export type Template = unknown;

/** When, how often and at what distance a state tries again. */
export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

/** What a state may do on its way out. */
export interface Exit {
  readonly Assign?: Readonly<Record<string, Template>>;
  readonly Output?: Template;
}

/** Where the graph continues after an error. */
export interface Catcher extends Exit {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
}

/** Where the graph continues when a condition is true. */
export interface ChoiceRule extends Exit {
  readonly Condition: Template;
  readonly Next: string;
}

interface Onward {
  readonly Next?: string;
  readonly End?: boolean;
}

interface Handling {
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

/** A state that only assigns variables and shapes its output. */
export interface PassState extends Exit, Onward {
  readonly Type: 'Pass';
}

/** A state that has work done outside. */
export interface TaskState extends Exit, Onward, Handling {
  readonly Type: 'Task';
  readonly Resource: string;
  readonly Arguments?: Template;
  readonly TimeoutSeconds?: number | string;
  readonly HeartbeatSeconds?: number | string;
}

/** A state that decides where the graph continues. */
export interface ChoiceState extends Exit {
  readonly Type: 'Choice';
  readonly Choices: readonly ChoiceRule[];
  readonly Default?: string;
}

/** A state that waits. */
export interface WaitState extends Exit, Onward {
  readonly Type: 'Wait';
  readonly Seconds?: number | string;
  readonly Timestamp?: string;
}

/** A state that ends a graph with success. */
export interface SucceedState {
  readonly Type: 'Succeed';
  readonly Output?: Template;
}

/** A state that ends a graph with an error. */
export interface FailState {
  readonly Type: 'Fail';
  readonly Error?: string;
  readonly Cause?: string;
}

/** A state that runs several graphs on one input. */
export interface ParallelState extends Exit, Onward, Handling {
  readonly Type: 'Parallel';
  readonly Arguments?: Template;
  readonly Branches: readonly States[];
}

/** A state that runs one graph for each of several items. */
export interface MapState extends Exit, Onward, Handling {
  readonly Type: 'Map';
  readonly Items?: Template;
  readonly ItemSelector?: Template;
  readonly ItemProcessor: States;
  readonly MaxConcurrency?: number | string;
}

/** All types of state that the language has. */
export type State =
  | PassState
  | TaskState
  | ChoiceState
  | WaitState
  | SucceedState
  | FailState
  | ParallelState
  | MapState;

/** A graph of states: a machine's own, a branch's, or an item processor's. */
export interface States {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

/** A definition in which `check/definition.ts` has found nothing wrong. */
export interface StateMachine extends States {
  readonly Comment?: string;
  readonly TimeoutSeconds?: number;
}
