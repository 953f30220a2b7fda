/** What a task tells while it is under way. The last word is `succeeded` or `failed`. */
export type TaskReport =
  | { readonly kind: 'submitted' }
  | { readonly kind: 'heartbeat' }
  | { readonly kind: 'succeeded'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly error: string; readonly reason: string };

/** The work that a Task asks for. */
export interface TaskCall {
  /** As in the definition: `arn:aws:states:::lambda:invoke`. */
  readonly resource: string;
  readonly arguments: unknown;
  /** For `.waitForTaskToken`: what `SendTaskSuccess` will be called with. */
  readonly token?: string;
}

/** One entry of the history, without the names that AWS gives to details. */
export interface HistoryEntry {
  /** As AWS names it: `TaskStateEntered`. */
  readonly type: string;
  readonly previous: number;
  /** The member that holds the details, as `stateEnteredEventDetails`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What the interpreter leans on: time, tasks and the history of one execution. */
export interface Host {
  now(): number;
  /** Between 0 and 1. */
  random(): number;
  /** Calls back once at that moment of the clock; never synchronously. Returns how to call it off. */
  at(due: number, label: string, fire: () => void): () => void;
  /** Begins to be busy; returns how to end. */
  begin(label: string): () => void;
  /** Whether transitions stand still at present. */
  frozen(): boolean;
  /** Calls back after each change of `frozen`. Returns how to call it off. */
  onThaw(listener: () => void): () => void;
  newToken(): string;
  /** Starts a task. Returns how to lose interest in it: from then on its token has timed out. */
  startTask(call: TaskCall, report: (report: TaskReport) => void): () => void;
  /** Appends to the history; returns the event's number. */
  record(entry: HistoryEntry): number;
  historyIsFull(): boolean;
  /** A state is left for another one. `within` says which way that is: `Choices[2]/`, `Catch[0]/`, else empty. */
  left(way: { readonly from: string; readonly to: string; readonly within: string }): void;
}
