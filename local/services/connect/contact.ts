import type { Document } from '../wire/json-protocol.ts';
import type { ContactFlow, Instance } from './instances.ts';

/** A contact of Amazon Connect: a call or a task. */
export interface Contact {
  readonly attributes: Map<string, string>;
  /** The current record. */
  record(): ContactRecord;
  isOver(): boolean;
  /** Ends the contact, whatever its state is. */
  stop(): void;
}

/** What its events and DescribeContact say of a contact. Moments are epoch milliseconds. */
export interface ContactRecord {
  readonly id: string;
  readonly instance: Instance;
  readonly channel: 'VOICE' | 'TASK';
  /** The number that was called. */
  readonly customer?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly initiatedAt: number;
  /** When somebody answered the call. */
  readonly connectedAt?: number | undefined;
  /** The queue into which it was put last. */
  readonly queue?: Attached | undefined;
  /** The operator who has or had it. */
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

/** A request for a task. */
export interface TaskOrder {
  readonly id: string;
  readonly instance: Instance;
  readonly contactFlow: ContactFlow;
  readonly name: string;
  readonly description: string;
  readonly references: readonly TaskReference[];
  readonly attributes: Map<string, string>;
}

/** The answer of DescribeContact. Source: Amazon Connect API reference, `Contact`; moments are epoch seconds. */
export function describeContact(contact: ContactRecord): Document {
  const { id, channel, name, description, queue, agent, initiatedAt, connectedAt, disconnectedAt } = contact;
  const latest = Math.max(initiatedAt, connectedAt ?? 0, queue?.at ?? 0, agent?.at ?? 0, disconnectedAt ?? 0);
  return {
    Contact: {
      Arn: contactArn(contact),
      Id: id,
      InitiationMethod: 'API',
      ...(name !== undefined && { Name: name }),
      ...(description !== undefined && { Description: description }),
      Channel: channel,
      ...(contact.customer !== undefined && {
        CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: contact.customer },
      }),
      ...(queue && { QueueInfo: { Id: idOf(queue), EnqueueTimestamp: queue.at / 1000 } }),
      ...(agent && { AgentInfo: { Id: idOf(agent), ConnectedToAgentTimestamp: agent.at / 1000 } }),
      InitiationTimestamp: initiatedAt / 1000,
      ...(connectedAt !== undefined && { ConnectedToSystemTimestamp: connectedAt / 1000 }),
      ...(disconnectedAt !== undefined && { DisconnectTimestamp: disconnectedAt / 1000 }),
      LastUpdateTimestamp: latest / 1000,
    },
  };
}

function idOf({ arn }: Attached): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** A task as `GET /local/state` shows it. It appears when it reaches a queue. */
export interface TaskView {
  readonly id: string;
  readonly region: string;
  /** The name of its queue. */
  readonly queue: string;
  readonly name: string;
  readonly description: string;
  readonly references: readonly TaskReference[];
  readonly status: 'queued' | 'accepted' | 'ended';
  /** The operator who has accepted it; undefined when no operator has it now. */
  readonly operator?: string;
  /** When the API was asked for it. */
  readonly at: number;
}

/** A link or a fact that belongs to a task. */
export interface TaskReference {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}
