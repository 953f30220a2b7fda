import type { Instance } from './instances.ts';
import type { TaskReference } from './task-view.ts';

/** What a function is told of the contact for which it is invoked. */
export interface ContactFacts {
  readonly id: string;
  readonly instance: Instance;
  readonly channel: 'VOICE' | 'TASK';
  readonly attributes: ReadonlyMap<string, string>;
  /** Of a call, both numbers. */
  readonly customerNumber?: string | undefined;
  readonly systemNumber?: string | undefined;
  /** Of a task. */
  readonly references?: readonly TaskReference[] | undefined;
}

/** The event of a function that a flow invokes. Source: Amazon Connect administrator guide, invoke Lambda functions. */
export function contactFlowEvent(
  contact: ContactFacts,
  parameters: Readonly<Record<string, string>>,
): unknown {
  const references = (contact.references ?? []).map(
    ({ name, type, value }) => [name, { Type: type, Value: value }] as const,
  );
  return {
    Name: 'ContactFlowEvent',
    Details: {
      ContactData: {
        Attributes: Object.fromEntries(contact.attributes),
        Channel: contact.channel,
        ContactId: contact.id,
        CustomerEndpoint: endpoint(contact.customerNumber),
        InitialContactId: contact.id,
        InitiationMethod: 'API',
        InstanceARN: contact.instance.arn,
        MediaStreams: { Customer: { Audio: null } },
        PreviousContactId: contact.id,
        Queue: null,
        References: Object.fromEntries(references),
        SystemEndpoint: endpoint(contact.systemNumber),
      },
      Parameters: parameters,
    },
  };
}

function endpoint(number: string | undefined) {
  return number === undefined ? null : { Address: number, Type: 'TELEPHONE_NUMBER' };
}
