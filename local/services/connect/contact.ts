import type { ContactFlow, Instance } from './instances.ts';
import type { TaskReference } from './task-view.ts';

/** A contact of Amazon Connect: a call or a task. */
export interface Contact {
  readonly attributes: Map<string, string>;
  /** As it stands at this moment. */
  record(): ContactRecord;
  isOver(): boolean;
  /** Ends it, whatever is going on in it. */
  stop(): void;
}

/** What is known of a contact: what its events and DescribeContact say. Moments are epoch milliseconds. */
export interface ContactRecord {
  readonly id: string;
  readonly instance: Instance;
  readonly channel: 'VOICE' | 'TASK';
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly initiatedAt: number;
  /** When a call was answered. */
  readonly connectedAt?: number | undefined;
  /** The queue that it was put into last. */
  readonly queue?: Attached | undefined;
  /** The operator who has it, or had it. */
  readonly agent?: Attached | undefined;
  readonly disconnectedAt?: number | undefined;
}

export interface Attached {
  readonly arn: string;
  readonly at: number;
}

export function contactArn({ id, instance }: Pick<ContactRecord, 'id' | 'instance'>): string {
  return `${instance.arn}/contact/${id}`;
}

/** A task to be made. */
export interface TaskOrder {
  readonly id: string;
  readonly instance: Instance;
  readonly contactFlow: ContactFlow;
  readonly name: string;
  readonly description: string;
  readonly references: readonly TaskReference[];
  readonly attributes: Map<string, string>;
}
