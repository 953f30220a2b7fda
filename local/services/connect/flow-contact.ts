import type { Parts } from '../../kernel/parts.ts';
import type { TaskReference } from './contact.ts';
import type { FlowContact, Invocation } from './flow/action-kind.ts';
import type { Instance } from './instances.ts';

/** How a flow reaches the person who is called, or the operators. */
export type FlowLine = Pick<FlowContact, 'isOver' | 'say' | 'gather' | 'enqueue' | 'end' | 'tell'>;

/** A contact as the actions of its flow see it. `rest` reports that no step is running. */
export function flowContact(
  parts: Parts,
  facts: ContactFacts & { readonly attributes: Map<string, string> },
  line: FlowLine,
): FlowContact & { rest(): void } {
  const { id, instance, attributes, customerNumber = '', systemNumber = '' } = facts;
  const begin = () => parts.activity.begin(`the flow of contact ${id}`);
  let rest = begin();
  const waitingFor = async <T>(outcome: Promise<T>): Promise<T> => {
    rest();
    const value = await outcome;
    rest = begin();
    return value;
  };
  const contact: FlowContact = {
    attributes,
    external: new Map(),
    storedInput: undefined,
    targetQueueArn: undefined,
    loops: new Map(),
    values: () => ({ ...contact, contactId: id, customerNumber, systemNumber }),
    isOver: line.isOver,
    say: line.say,
    end: line.end,
    tell: line.tell,
    gather: (firstWithinMs, gathering) => waitingFor(line.gather(firstWithinMs, gathering)),
    async invoke(functionArn, parameters, withinMs) {
      if (!instance.functions.has(functionArn)) {
        return { kind: 'failed', error: 'NotAssociated', message: `not associated with ${instance.arn}` };
      }
      const event = contactFlowEvent(facts, parameters);
      return waitingFor(invokeInTime(parts, { functionArn, event, instanceArn: instance.arn, withinMs }));
    },
    enqueue: line.enqueue,
  };
  return Object.assign(contact, { rest: () => rest() });
}

/** Waits for the function as long as the flow does. A later answer is lost. */
async function invokeInTime(
  { functions, clock }: Parts,
  call: {
    readonly functionArn: string;
    readonly event: unknown;
    readonly instanceArn: string;
    readonly withinMs: number;
  },
): Promise<Invocation> {
  let giveUp: (late: Invocation) => void = () => {};
  const late = new Promise<Invocation>((resolve) => {
    giveUp = resolve;
  });
  const timer = clock.at(clock.now() + call.withinMs, `a flow waits for ${call.functionArn}`, () =>
    giveUp({ kind: 'timed out' }),
  );
  const caller = {
    kind: 'service',
    principal: 'connect.amazonaws.com',
    sourceArn: call.instanceArn,
  } as const;
  try {
    return await Promise.race([functions.invoke(call.functionArn, call.event, caller), late]);
  } finally {
    clock.cancel(timer);
  }
}

/** What a function learns of the contact for which it is invoked. */
export interface ContactFacts {
  readonly id: string;
  readonly instance: Instance;
  readonly channel: 'VOICE' | 'TASK';
  readonly attributes: ReadonlyMap<string, string>;
  /** A call has both numbers. */
  readonly customerNumber?: string | undefined;
  readonly systemNumber?: string | undefined;
  /** A task has references. */
  readonly references?: readonly TaskReference[] | undefined;
}

/**
 * The event of a function that a flow invokes. Source: Amazon Connect administrator guide, invoke Lambda functions.
 */
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
