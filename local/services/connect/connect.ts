import type { Parts } from '../../parts.ts';
import type { PhoneBook } from '../../phones/phone-book.ts';
import { type AwsCall, awsError, type CloudService } from '../../service.ts';
import { type Document, documentOf, onlyMembers } from '../json-protocol.ts';
import type { VoiceCall } from './call.ts';
import { type Instance, instanceStore } from './instances.ts';
import { connectResourceTypes } from './resource-types.ts';
import { attributesOf, type Calls, startCall } from './start-call.ts';
import { answer, failure, operationOf, required } from './wire.ts';

/** Amazon Connect: contact centers whose flows call the phones. */
export function connectService(
  parts: Parts,
  phones: PhoneBook,
  isStopped: (region: string) => boolean,
): CloudService {
  const instances = instanceStore();
  const calls: Calls = { byId: new Map(), tokens: new Map() };
  parts.faults.onChange(() => {
    for (const call of calls.byId.values()) if (isStopped(call.instance.region)) call.end();
  });
  const instanceOf = ({ region }: AwsCall, request: Document): Instance => {
    const id = required(request, 'InstanceId');
    const instance = instances.byId(id, region);
    if (instance !== undefined) return instance;
    throw awsError('ResourceNotFoundException', `There is no instance with the id ${id} in ${region}`);
  };
  return {
    resourceTypes: connectResourceTypes(instances, phones),
    aws: {
      signingName: 'connect',
      operation: (call) => operationOf(call).name,
      fault: () => 'voice',
      permissions: (call) => [
        { action: `connect:${operationOf(call).name}`, resource: resourceOf(call, parts.account) },
      ],
      async perform(call, { drop }) {
        const { name, members } = operationOf(call);
        const request = documentOf(call);
        onlyMembers(request, members, name);
        const instance = instanceOf(call, request);
        if (name === 'StartOutboundVoiceContact') {
          return answer({ ContactId: startCall(parts, phones, calls, { instance, request, drop }) });
        }
        if (name === 'StopContact') {
          const contact = contactOf(calls, instance, required(request, 'ContactId'));
          if (contact.isOver()) throw awsError('ContactNotFoundException', 'The contact has ended');
          contact.end();
          return answer({});
        }
        const contact = contactOf(calls, instance, required(request, 'InitialContactId'));
        for (const [key, value] of attributesOf(request)) contact.attributes.set(key, value);
        return answer({});
      },
      failure: (_call, error) => failure(error),
    },
  };
}

function contactOf(calls: Calls, instance: Instance, id: string): VoiceCall {
  const contact = calls.byId.get(id);
  if (contact?.instance === instance) return contact;
  throw awsError('ResourceNotFoundException', `There is no contact ${id}`);
}

/** Starting a call takes no resource; the others take the contact. */
function resourceOf(call: AwsCall, account: string): string {
  const request = documentOf(call);
  const id = request['ContactId'] ?? request['InitialContactId'];
  if (id === undefined) return '*';
  return `arn:aws:connect:${call.region}:${account}:instance/${request['InstanceId']}/contact/${id}`;
}
