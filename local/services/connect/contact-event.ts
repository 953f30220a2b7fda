import type { Instance } from './instances.ts';

/** What a function is told of the call for which it is invoked. */
export interface ContactFacts {
  readonly id: string;
  readonly instance: Instance;
  readonly attributes: ReadonlyMap<string, string>;
  readonly customerNumber: string;
  readonly systemNumber: string;
}

/** The event of a function that a flow invokes. Source: Amazon Connect administrator guide, invoke Lambda functions. */
export function contactFlowEvent(
  contact: ContactFacts,
  parameters: Readonly<Record<string, string>>,
): unknown {
  return {
    Name: 'ContactFlowEvent',
    Details: {
      ContactData: {
        Attributes: Object.fromEntries(contact.attributes),
        Channel: 'VOICE',
        ContactId: contact.id,
        CustomerEndpoint: endpoint(contact.customerNumber),
        InitialContactId: contact.id,
        InitiationMethod: 'API',
        InstanceARN: contact.instance.arn,
        MediaStreams: { Customer: { Audio: null } },
        PreviousContactId: contact.id,
        Queue: null,
        References: {},
        SystemEndpoint: endpoint(contact.systemNumber),
      },
      Parameters: parameters,
    },
  };
}

function endpoint(number: string) {
  return { Address: number, Type: 'TELEPHONE_NUMBER' };
}
