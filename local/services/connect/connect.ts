/** Amazon Connect: contact centers with their calls, flows and tasks. */

import { type Account, accountOf } from '../../account/account.ts';
import type { Parts } from '../../kernel/parts.ts';
import { type AwsCall, awsError, type CloudService } from '../../kernel/service.ts';
import type { PhoneBook } from '../../phones/phone-book.ts';
import type { EventBus } from '../events/event-bus.ts';
import { type Document, onlyMembers } from '../wire/json-protocol.ts';
import { type Contact, describeContact } from './contact.ts';
import { contactEvents } from './contact-events.ts';
import { type Instance, instanceStore } from './instances.ts';
import { lookingOperations } from './looking.ts';
import { connectResourceTypes } from './resource-types.ts';
import { type Calls, startCall } from './start-call.ts';
import { startTask, type TasksSoFar } from './start-task.ts';
import { type Tasks, tasksOf } from './task.ts';
import { answer, attributesOf, clientTokens, failure, operationOf, requestOf, required } from './wire.ts';

/** What Amazon Connect needs from the cloud. */
export interface ConnectSurroundings {
  readonly phones: PhoneBook;
  /** Gets the events of its contacts. */
  readonly bus: EventBus;
  /** @default - everything is granted */
  readonly account?: Account;
  isStopped(region: string): boolean;
}

export interface ConnectService extends CloudService {
  readonly tasks: Tasks;
}

/** Amazon Connect: contact centers whose flows call phones and whose operators have tasks. */
export function connectService(
  parts: Parts,
  { phones, bus, account = accountOf(), isStopped }: ConnectSurroundings,
): ConnectService {
  const instances = instanceStore();
  const tellEvent = contactEvents(bus, isStopped);
  const calls: Calls = {
    byId: new Map(),
    tokens: clientTokens(parts.clock),
    tellEvent,
    account,
  };
  const tasks: TasksSoFar = { byId: new Map(), tokens: clientTokens(parts.clock), tellEvent };
  parts.faults.onChange(() => {
    for (const call of calls.byId.values()) if (isStopped(call.instance.region)) call.stop();
  });
  const instanceOf = ({ region }: AwsCall, request: Document): Instance => {
    const id = required(request, 'InstanceId');
    const instance = instances.byId(id, region);
    if (instance !== undefined) return instance;
    throw awsError('ResourceNotFoundException', `There is no instance with the id ${id} in ${region}`);
  };
  const contactOf = (instance: Instance, id: string): Contact => {
    const contact = calls.byId.get(id) ?? tasks.byId.get(id);
    if (contact?.record().instance === instance) return contact;
    throw awsError('ResourceNotFoundException', `There is no contact ${id}`);
  };
  /** The operations by name. Each returns a document. */
  const operations: Readonly<Record<string, (order: Order) => Document>> = {
    StartOutboundVoiceContact: (order) => ({ ContactId: startCall(parts, phones, calls, order) }),
    StartTaskContact: (order) => ({ ContactId: startTask(parts, tasks, order) }),
    DescribeContact: ({ instance, request }) =>
      describeContact(contactOf(instance, required(request, 'ContactId')).record()),
    StopContact({ instance, request, drop }) {
      const contact = contactOf(instance, required(request, 'ContactId'));
      if (!drop) stop(contact);
      return {};
    },
    UpdateContactAttributes({ instance, request }) {
      const contact = contactOf(instance, required(request, 'InitialContactId'));
      for (const [key, value] of attributesOf(request)) contact.attributes.set(key, value);
      return {};
    },
  };
  return {
    tasks: tasksOf(tasks.byId, isStopped),
    resourceTypes: connectResourceTypes(instances, phones, parts.visits),
    aws: {
      signingName: 'connect',
      operation: (call) => operationOf(call).name,
      fault: (call) => (isAboutTask(call, tasks) ? 'tasks' : 'voice'),
      permissions: (call) => [
        { action: `connect:${operationOf(call).name}`, resource: resourceOf(call, parts.account) },
      ],
      async perform(call, { drop }) {
        const { name, members } = operationOf(call);
        const request = requestOf(call);
        onlyMembers(request, members, name);
        const instance = instanceOf(call, request);
        const looking = lookingOperations[name];
        const contacts = [...calls.byId.values(), ...tasks.byId.values()];
        if (looking !== undefined)
          return answer(looking({ instance, request, account: account.of(call.region), contacts }));
        const operation = operations[name];
        if (operation === undefined) throw new Error(`The local cloud does not carry out ${name}`);
        return answer(operation({ instance, request, drop }));
      },
      failure: (_call, error) => failure(error),
    },
  };
}

interface Order {
  readonly instance: Instance;
  readonly request: Document;
  readonly drop: boolean;
}

/**
 * A stop is refused for a call that is over. A task can be stopped in any state. Source: API reference, StopContact.
 */
function stop(contact: Contact): void {
  if (contact.isOver() && contact.record().channel === 'VOICE') {
    throw awsError('ContactNotFoundException', 'The contact has ended');
  }
  contact.stop();
}

function isAboutTask(call: AwsCall, { byId }: TasksSoFar): boolean {
  const request = requestOf(call);
  const id = request['ContactId'] ?? request['InitialContactId'];
  return operationOf(call).name === 'StartTaskContact' || byId.has(String(id));
}

/**
 * Starting a call needs no resource. Starting a task needs its flow, and the other operations need the contact.
 * Source: service authorization reference, Amazon Connect.
 */
function resourceOf(call: AwsCall, account: string): string {
  const request = requestOf(call);
  const instance = `arn:aws:connect:${call.region}:${account}:instance/${request['InstanceId']}`;
  const contact = request['ContactId'] ?? request['InitialContactId'];
  if (contact !== undefined) return `${instance}/contact/${contact}`;
  const { name } = operationOf(call);
  const flow = String(request['ContactFlowId'] ?? '');
  if (name === 'StartOutboundVoiceContact') return '*';
  if (name === 'ListPhoneNumbersV2') return `arn:aws:connect:${call.region}:${account}:phone-number/*`;
  if (request['QueueId'] !== undefined) return `${instance}/queue/${request['QueueId']}`;
  if (flow === '') return name === 'StartTaskContact' ? '*' : instance;
  return flow.startsWith('arn:') ? flow : `${instance}/contact-flow/${flow}`;
}
