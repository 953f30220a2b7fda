/** A value of a definition in which strings of the form `{% ... %}` are JSONata expressions. */
export type Template = unknown;

/** When, how often and how far apart to try again. */
export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

/** What any way out of a state may do on leaving. */
export interface Exit {
  readonly Assign?: Readonly<Record<string, Template>>;
  readonly Output?: Template;
}

/** Where to go on after an error. */
export interface Catcher extends Exit {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
}

/** Where to go when a condition holds. */
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

/** Does nothing but assign and shape. */
export interface PassState extends Exit, Onward {
  readonly Type: 'Pass';
}

/** Has work done outside. */
export interface TaskState extends Exit, Onward, Handling {
  readonly Type: 'Task';
  readonly Resource: string;
  readonly Arguments?: Template;
  readonly TimeoutSeconds?: number | string;
  readonly HeartbeatSeconds?: number | string;
}

/** Decides where to go. */
export interface ChoiceState extends Exit {
  readonly Type: 'Choice';
  readonly Choices: readonly ChoiceRule[];
  readonly Default?: string;
}

/** Lets time pass. */
export interface WaitState extends Exit, Onward {
  readonly Type: 'Wait';
  readonly Seconds?: number | string;
  readonly Timestamp?: string;
}

/** Ends a graph well. */
export interface SucceedState {
  readonly Type: 'Succeed';
  readonly Output?: Template;
}

/** Ends a graph with an error. */
export interface FailState {
  readonly Type: 'Fail';
  readonly Error?: string;
  readonly Cause?: string;
}

/** Runs several graphs on one input. */
export interface ParallelState extends Exit, Onward, Handling {
  readonly Type: 'Parallel';
  readonly Arguments?: Template;
  readonly Branches: readonly States[];
}

/** Runs one graph on each of several items. */
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

/** A definition that `check/definition.ts` has found nothing wrong with. */
export interface StateMachine extends States {
  readonly Comment?: string;
  readonly TimeoutSeconds?: number;
}
