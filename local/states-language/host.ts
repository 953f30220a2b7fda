/** What a running task reports. The last report is `succeeded` or `failed`. */
export type TaskReport =
  | { readonly kind: 'submitted' }
  | { readonly kind: 'heartbeat' }
  | { readonly kind: 'succeeded'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly error: string; readonly reason: string };

/** The work that a Task requests. */
export interface TaskCall {
  /** As in the definition: `arn:aws:states:::lambda:invoke`. */
  readonly resource: string;
  readonly arguments: unknown;
  /** Only for `.waitForTaskToken`: the token for `SendTaskSuccess`. */
  readonly token?: string;
}

/** One entry of the history, before it gets a number and a time. */
export interface HistoryEntry {
  /** The type, as AWS names it: `TaskStateEntered`. */
  readonly type: string;
  readonly previous: number;
  /** The details, under AWS's name for them, such as `stateEnteredEventDetails`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What the interpreter needs from outside: time, tasks and the history of one execution. */
export interface Host {
  now(): number;
  /** A random number between 0 and 1. */
  random(): number;
  /** Calls back once at that moment of the clock, never synchronously. The returned function cancels it. */
  at(due: number, label: string, fire: () => void): () => void;
  /** Begins an activity. The returned function ends it. */
  begin(label: string): () => void;
  /** Whether transitions stand still now. */
  frozen(): boolean;
  /** Calls back after each change of `frozen`. The returned function ends that. */
  onThaw(listener: () => void): () => void;
  newToken(): string;
  /** Starts a task. The returned function cancels it; then its token has timed out. */
  startTask(call: TaskCall, report: (report: TaskReport) => void): () => void;
  /** Appends to the history. Returns the number of the event. */
  record(entry: HistoryEntry): number;
  historyIsFull(): boolean;
  /**
   * Called when a state is left for another one. `within` names the way: `Choices[2]/`, `Catch[0]/`, otherwise empty.
   */
  left(way: { readonly from: string; readonly to: string; readonly within: string }): void;
}
