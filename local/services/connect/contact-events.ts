import type { BusEvent, EventBus } from '../events/event-bus.ts';
import { type Attached, type ContactRecord, contactArn } from './contact.ts';

/** The events of a contact, as Amazon Connect names them. */
export type ContactEventType = 'INITIATED' | 'QUEUED' | 'CONNECTED_TO_AGENT' | 'DISCONNECTED';

/** Publishes an event of a contact. */
export type TellContactEvent = (type: ContactEventType, contact: ContactRecord) => void;

/** Publishes contact events on the default bus of the contact's region. A stopped region publishes none. */
export function contactEvents(bus: EventBus, isStopped: (region: string) => boolean): TellContactEvent {
  return (type, contact) => {
    const { region } = contact.instance;
    if (!isStopped(region)) bus.put(region, contactEvent(type, contact));
  };
}

/**
 * The channel in an event. Source: Amazon Connect administrator guide, "Contact events"; its samples write the
 * channel as `TASK` and as `Task`.
 */
function contactEvent(eventType: ContactEventType, contact: ContactRecord): BusEvent {
  const { id, instance, channel, queue, agent } = contact;
  return {
    source: 'aws.connect',
    'detail-type': 'Amazon Connect Contact Event',
    resources: [contactArn(contact), instance.arn],
    detail: {
      eventType,
      contactId: id,
      initialContactId: id,
      channel,
      instanceArn: instance.arn,
      initiationMethod: 'API',
      initiationTimestamp: iso(contact.initiatedAt),
      ...at('connectedToSystemTimestamp', contact.connectedAt),
      ...(queue && { queueInfo: { ...queueInfo(queue), queueType: 'STANDARD' } }),
      ...(agent && { agentInfo: { agentArn: agent.arn, connectedToAgentTimestamp: iso(agent.at) } }),
      ...at('disconnectTimestamp', contact.disconnectedAt),
      tags: { 'aws:connect:instanceId': instance.id },
    },
  };
}

function queueInfo({ arn, at: since }: Attached) {
  return { queueArn: arn, enqueueTimestamp: iso(since) };
}

function at(name: string, moment: number | undefined) {
  return moment === undefined ? {} : { [name]: iso(moment) };
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}
