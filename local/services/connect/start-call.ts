import type { Parts } from '../../parts.ts';
import type { PhoneBook } from '../../phones/phone-book.ts';
import { awsError } from '../../service.ts';
import type { Document } from '../json-protocol.ts';
import { uuid } from '../uuid.ts';
import { type CallOrder, placeCall, type VoiceCall } from './call.ts';
import type { ContactFlow, Instance } from './instances.ts';
import { callableFromTheStart, callingCode } from './numbers.ts';
import { invalid, optional, required } from './wire.ts';

/** Quotas and limits. Source: Amazon Connect quotas; API reference, StartOutboundVoiceContact. */
const mostCallsAtOnce = 10;
const tokenLifeMs = 7 * 24 * 3600 * 1000;
const shortestRingSeconds = 15;
const longestRingSeconds = 60;
const mostAttributeBytes = 32_768;

/** The calls since the start. */
export interface Calls {
  /** By the id of the contact. */
  readonly byId: Map<string, VoiceCall>;
  /** What was answered to a client token. */
  readonly tokens: Map<string, { readonly contactId: string; readonly at: number }>;
}

/** Accepts a call, and answers with the id of its contact: the phone may be silent, busy or in nobody's hand. */
export function startCall(
  parts: Parts,
  phones: PhoneBook,
  calls: Calls,
  {
    instance,
    request,
    drop,
  }: { readonly instance: Instance; readonly request: Document; readonly drop: boolean },
): string {
  const order = orderOf(parts, phones, instance, request);
  const token = optional(request, 'ClientToken');
  const known = token === undefined ? undefined : calls.tokens.get(`${instance.id}/${token}`);
  const now = parts.clock.now();
  if (known !== undefined && now < known.at + tokenLifeMs) return known.contactId;

  const going = [...calls.byId.values()].filter((call) => call.instance === instance && !call.isOver());
  if (going.length >= mostCallsAtOnce) {
    throw awsError('LimitExceededException', 'The limit of concurrent calls has been exceeded');
  }
  if (token !== undefined) calls.tokens.set(`${instance.id}/${token}`, { contactId: order.id, at: now });
  if (drop) parts.tell(`CALL ${instance.region} -> ${order.to}: accepted, and never rings`);
  else calls.byId.set(order.id, placeCall(parts, phones, order));
  return order.id;
}

function orderOf(parts: Parts, phones: PhoneBook, instance: Instance, request: Document): CallOrder {
  const contactFlow = flowOf(instance, required(request, 'ContactFlowId'));
  const to = required(request, 'DestinationPhoneNumber');
  const from = required(request, 'SourcePhoneNumber');
  if (!instance.allowsOutboundCalls) {
    throw awsError('OutboundContactNotPermittedException', 'The instance does not allow outbound calls');
  }
  if (!/^\+[1-9]\d{6,14}$/.test(to)) throw invalid(`DestinationPhoneNumber ${to} is not in E.164`);
  if (!instance.numbers.has(from)) {
    throw awsError('ResourceNotFoundException', `SourcePhoneNumber ${from} is no number of the instance`);
  }
  if ((optional(request, 'TrafficType') ?? 'GENERAL') !== 'GENERAL') {
    throw new Error('The local cloud knows calls of TrafficType GENERAL only');
  }
  refuseForbiddenCountry(phones, to);
  const ringSeconds = ringSecondsOf(request['RingTimeoutInSeconds']);
  return {
    id: uuid(parts.random),
    instance,
    contactFlow,
    from,
    to,
    ringSeconds,
    attributes: attributesOf(request),
  };
}

function flowOf(instance: Instance, id: string): ContactFlow {
  const found = instance.flows.get(id) ?? [...instance.flows.values()].find(({ arn }) => arn === id);
  if (found !== undefined) return found;
  throw awsError('ResourceNotFoundException', `There is no contact flow ${id} in ${instance.arn}`);
}

/** Beside the countries of every new instance, those of the organization's own phones: what one asks AWS to open. */
function refuseForbiddenCountry(phones: PhoneBook, to: string): void {
  const ofOwners = phones
    .phones()
    .filter(({ owner }) => owner !== 'unknown')
    .map(({ number }) => callingCode(number));
  if ([...callableFromTheStart, ...ofOwners].includes(callingCode(to))) return;
  throw awsError('DestinationNotAllowedException', `Outbound calls to ${to} are not allowed`);
}

function ringSecondsOf(value: unknown): number {
  if (value === undefined || value === null) return longestRingSeconds;
  const isValid = typeof value === 'number' && Number.isInteger(value);
  if (isValid && value >= shortestRingSeconds && value <= longestRingSeconds) return value;
  throw invalid(`RingTimeoutInSeconds must be from ${shortestRingSeconds} to ${longestRingSeconds}`);
}

/** The attributes of a request, checked as AWS checks them. */
export function attributesOf(request: Document): Map<string, string> {
  const given = request['Attributes'] ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) throw invalid('Attributes must be a map');
  const entries = Object.entries(given as Document).map(([name, value]) => {
    if (!/^[A-Za-z0-9_-]+$/.test(name)) throw invalid(`Attributes cannot hold the key ${name}`);
    if (typeof value !== 'string') throw invalid(`The attribute ${name} must be a string`);
    return [name, value] as const;
  });
  const bytes = entries.reduce((sum, [name, value]) => sum + Buffer.byteLength(name + value), 0);
  if (bytes > mostAttributeBytes) throw invalid(`Attributes hold more than ${mostAttributeBytes} bytes`);
  return new Map(entries);
}
