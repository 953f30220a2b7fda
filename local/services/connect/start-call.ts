import type { Account } from '../../account/account.ts';
import type { Parts } from '../../kernel/parts.ts';
import { awsError } from '../../kernel/service.ts';
import type { PhoneBook } from '../../phones/phone-book.ts';
import type { Document } from '../wire/json-protocol.ts';
import { uuid } from '../wire/uuid.ts';
import { type CallOrder, placeCall, type VoiceCall } from './call.ts';
import type { TellContactEvent } from './contact-events.ts';
import { callableFromTheStart, callingCode, contactFlowOf, type Instance } from './instances.ts';
import { attributesOf, type ClientTokens, invalid, optional, required } from './wire.ts';

/** Source: Amazon Connect API reference, StartOutboundVoiceContact. */
const shortestRingSeconds = 15;

const longestRingSeconds = 60;

/** The calls since the start. */
export interface Calls {
  /** The calls by the id of the contact. */
  readonly byId: Map<string, VoiceCall>;
  readonly tokens: ClientTokens;
  readonly tellEvent: TellContactEvent;
  readonly account: Account;
}

/**
 * Accepts a call, and returns the id of its contact. That says nothing of the phone: it may be silent, busy, or
 * belong to nobody.
 */
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
  const order = orderOf(parts, instance, request);
  const { countriesGranted, callsAtOnce } = calls.account.of(instance.region);
  refuseForbiddenCountry(countriesGranted, phones, order.to);
  return calls.tokens.contactOf(instance, request, () => {
    const going = [...calls.byId.values()].filter((call) => call.instance === instance && !call.isOver());
    if (going.length >= callsAtOnce) {
      throw awsError('LimitExceededException', 'The limit of concurrent calls has been exceeded');
    }
    if (drop) parts.tell(`CALL ${instance.region} -> ${order.to}: accepted, and never rings`);
    else calls.byId.set(order.id, placeCall(parts, phones, order, calls.tellEvent));
    return order.id;
  });
}

function orderOf(parts: Parts, instance: Instance, request: Document): CallOrder {
  const contactFlow = contactFlowOf(instance, required(request, 'ContactFlowId'));
  if (contactFlow.state === 'ARCHIVED')
    throw awsError('InvalidRequestException', `The contact flow ${contactFlow.name} is archived`);
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

/**
 * The allowed countries: those of every new instance, and those of the organization's phones once AWS has allowed
 * them.
 */
function refuseForbiddenCountry(countriesGranted: boolean, phones: PhoneBook, to: string): void {
  const ofOwners = phones
    .phones()
    .filter(({ owner }) => countriesGranted && owner !== 'unknown')
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
