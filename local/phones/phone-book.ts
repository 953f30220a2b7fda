/** Phones: the phones of the organization, their SMS and their calls. */

import type { Clock } from '../time/clock.ts';
import { type PhoneCall, type PhoneCalls, phoneCalls } from './calls.ts';
import { smsParts } from './sms-parts.ts';

/** The owner of a phone. The starter of the cloud provides the owners. */
export interface PhoneOwner {
  /** E.164. */
  readonly number: string;
  readonly owner: string;
  readonly kind: 'responder' | 'customer' | 'contact-center';
  readonly language: string;
}

/** `in` came to the phone; `out` was sent by its person. */
export interface PhoneMessage {
  readonly direction: 'in' | 'out';
  readonly region: string;
  readonly text: string;
  readonly at: number;
  /** The number of SMS that a carrier needs for the text, where it is more than one. */
  readonly parts?: number;
}

/** A phone as `GET /local/state` shows it. */
export interface Phone extends PhoneOwner {
  readonly messages: readonly PhoneMessage[];
  readonly calls: readonly PhoneCall[];
}

/** A number of AWS in one region, to which people can write. */
export interface TwoWayNumber {
  readonly number: string;
  readonly region: string;
  /** The ARN by which a policy says who may send from the number. */
  readonly arn: string;
  receive(sms: ReceivedSms): void;
}

export interface ReceivedSms {
  readonly from: string;
  readonly text: string;
  /** The id of the message that this one answers, if there was one. */
  readonly previousMessageId: string | undefined;
}

export interface SentSms {
  readonly region: string;
  /** The number of the sender; undefined for a sender that nobody can answer. */
  readonly from: string | undefined;
  readonly to: string;
  readonly text: string;
  readonly messageId: string;
}

export type Sending =
  | { readonly kind: 'sent'; readonly to: string; readonly region: string }
  | { readonly kind: 'undeliverable'; readonly reason: string };

/** Every phone of the organization, with the messages that it got and sent. */
export interface PhoneBook {
  phones(): readonly Phone[];
  /** Delivers an SMS to a phone. A number without an owner is the phone of `unknown`. */
  deliver(sms: SentSms): void;
  /** The person sends an SMS: to `to`, or without it to the number that last wrote to this phone. */
  send(from: string, message: { readonly text: string; readonly to?: string | undefined }): Sending;
  addNumber(number: TwoWayNumber): void;
  numbersOf(region: string): readonly TwoWayNumber[];
  isTwoWay(number: string): boolean;
  readonly calls: PhoneCalls;
  /** How many messages and calls have come to phones so far. */
  arrivals(): number;
}

interface PhoneRecord extends PhoneOwner {
  readonly messages: PhoneMessage[];
  lastHeard: { from: string; readonly messageId: string } | undefined;
}

export function phoneBook(owners: readonly PhoneOwner[], clock: Pick<Clock, 'now'>): PhoneBook {
  const records = new Map<string, PhoneRecord>();
  for (const owner of owners) records.set(owner.number, { ...owner, messages: [], lastHeard: undefined });
  const numbers: TwoWayNumber[] = [];
  let arrivals = 0;
  const called = (number: string) => {
    arrivals += 1;
    recordOf(records, number);
  };
  const calls = phoneCalls({ now: clock.now, noted: called });
  return {
    calls,
    arrivals: () => arrivals,
    phones: () => [...records.values()].map((record) => asPhone(record, calls)),
    numbersOf: (region) => numbers.filter((one) => one.region === region),
    isTwoWay: (number) => numbers.some((one) => one.number === number),
    addNumber: (number) => void numbers.push(number),
    deliver({ region, from, to, text, messageId }) {
      const record = recordOf(records, to);
      arrivals += 1;
      record.messages.push(message('in', region, text, clock.now()));
      if (from !== undefined) record.lastHeard = { from, messageId };
    },
    send(from, { text, to }) {
      const record = recordOf(records, from);
      const target = to ?? record.lastHeard?.from;
      if (target === undefined) return { kind: 'undeliverable', reason: `nobody has written to ${from} yet` };
      const number = numbers.find((one) => one.number === target);
      if (number === undefined) return { kind: 'undeliverable', reason: `${target} takes no messages` };
      record.messages.push(message('out', number.region, text, clock.now()));
      const previousMessageId = record.lastHeard?.from === target ? record.lastHeard.messageId : undefined;
      number.receive({ from, text, previousMessageId });
      return { kind: 'sent', to: target, region: number.region };
    },
  };
}

function recordOf(records: Map<string, PhoneRecord>, number: string): PhoneRecord {
  const known = records.get(number);
  if (known !== undefined) return known;
  const stranger: PhoneRecord = {
    number,
    owner: 'unknown',
    kind: 'customer',
    language: 'en',
    messages: [],
    lastHeard: undefined,
  };
  records.set(number, stranger);
  return stranger;
}

function message(direction: 'in' | 'out', region: string, text: string, at: number): PhoneMessage {
  const parts = smsParts(text);
  return { direction, region, text, at, ...(parts > 1 && { parts }) };
}

function asPhone({ number, owner, kind, language, messages }: PhoneRecord, calls: PhoneCalls): Phone {
  return { number, owner, kind, language, messages: [...messages], calls: calls.of(number) };
}
