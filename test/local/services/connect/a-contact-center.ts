import type { InvocationOutcome } from '../../../../local/kernel/parts.ts';
import type { Caller } from '../../../../local/kernel/service.ts';
import { type PhoneBook, type PhoneOwner, phoneBook } from '../../../../local/phones/phone-book.ts';
import { type ConnectService, connectService } from '../../../../local/services/connect/connect.ts';
import { type EventBus, eventBus } from '../../../../local/services/events/event-bus.ts';
import { resource, stage } from '../stage.ts';

export const region = 'eu-central-1';
export const functionArn = `arn:aws:lambda:${region}:000000000000:function:press`;
export const an: PhoneOwner = { number: '+32470000001', owner: 'an', kind: 'responder', language: 'nl' };

/** An invocation by a flow. `answer` ends it. */
export interface Invoked {
  readonly functionArn: string;
  readonly payload: unknown;
  readonly caller: Caller;
  answer(outcome: InvocationOutcome): void;
}

/** Amazon Connect on a stage: one instance with a number in Belgium. */
export interface ContactCenter extends ReturnType<typeof stage> {
  readonly service: ConnectService;
  readonly phones: PhoneBook;
  readonly bus: EventBus;
  readonly instanceArn: string;
  readonly instanceId: string;
  readonly sourceNumber: string;
  readonly invoked: readonly Invoked[];
  /** Provisions a flow and answers with its id. */
  flow(content: string): string;
  provision(type: string, properties: Readonly<Record<string, unknown>>): Readonly<Record<string, string>>;
  /** Provisions a queue and answers with its ARN. */
  queue(properties?: Readonly<Record<string, unknown>>): string;
  stop(region: string): void;
}

export function aContactCenter(
  attributes: object = { InboundCalls: true, OutboundCalls: true },
): ContactCenter {
  const world = stage();
  const phones = phoneBook([an], world.clock);
  const invoked: Invoked[] = [];
  const stopped = new Set<string>();
  let changed = () => {};
  const parts = {
    ...world.parts,
    faults: {
      ...world.parts.faults,
      onChange(listener: () => void) {
        changed = listener;
        return () => {};
      },
    },
    functions: {
      ...world.parts.functions,
      invoke: (arn: string, payload: unknown, caller: Caller) =>
        new Promise<InvocationOutcome>((answer) =>
          invoked.push({ functionArn: arn, payload, caller, answer }),
        ),
    },
  };
  const bus = eventBus(parts);
  const service = connectService(parts, { phones, bus, isStopped: (one) => stopped.has(one) });
  let count = 0;
  const provision: ContactCenter['provision'] = (type, properties) => {
    const make = service.resourceTypes[type];
    if (make === undefined) throw new Error(`no ${type}`);
    const { ref, attributes: given } = make(resource(type, properties, { logicalId: `It${++count}` }));
    return { ...given, ref };
  };
  const instance = provision('AWS::Connect::Instance', {
    IdentityManagementType: 'CONNECT_MANAGED',
    Attributes: attributes,
  });
  const instanceArn = String(instance['ref']);
  const number = provision('AWS::Connect::PhoneNumber', {
    TargetArn: instanceArn,
    CountryCode: 'BE',
    Type: 'DID',
  });
  return {
    ...world,
    service,
    phones,
    bus,
    invoked,
    provision,
    instanceArn,
    instanceId: String(instance['Id']),
    sourceNumber: String(number['Address']),
    flow(content) {
      const properties = { InstanceArn: instanceArn, Name: 'flow', Type: 'CONTACT_FLOW', Content: content };
      return provision('AWS::Connect::ContactFlow', properties)['ref']?.split('/').at(-1) ?? '';
    },
    queue(properties = {}) {
      const HoursOfOperationArn = `${instanceArn}/operating-hours/always`;
      const all = { InstanceArn: instanceArn, Name: 'incidents', HoursOfOperationArn, ...properties };
      return provision('AWS::Connect::Queue', all)['ref'] ?? '';
    },
    stop(one) {
      stopped.add(one);
      changed();
    },
  };
}

/** Resolves when everything has happened that needs no time to pass. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
