/** A task as `GET /local/state` shows it: from the moment in which it reached a queue. */
export interface TaskView {
  readonly id: string;
  readonly region: string;
  /** The name of its queue. */
  readonly queue: string;
  readonly name: string;
  readonly description: string;
  readonly references: readonly TaskReference[];
  readonly status: 'queued' | 'accepted' | 'ended';
  /** Who has accepted it, as long as that holds. */
  readonly operator?: string;
  /** When it was asked for. */
  readonly at: number;
}

/** What stands beside a task: a link or a fact. */
export interface TaskReference {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

/** What an operator does with a task. Whoever rejects one leaves it, or puts it back, for the others. */
export interface TaskAction {
  readonly kind: 'accept' | 'reject' | 'end';
  readonly operator: string;
}
