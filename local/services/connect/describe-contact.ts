import type { Document } from '../wire/json-protocol.ts';
import { type Attached, type ContactRecord, contactArn } from './contact.ts';

/** What DescribeContact answers. Source: Amazon Connect API reference, `Contact`; moments are epoch seconds. */
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
