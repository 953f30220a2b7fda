import * as z from 'zod/mini';
import type { Alarm, AlarmWarning } from '../domain/alarm/alarm.ts';
import type { Instant } from '../domain/time/instant.ts';
import { detailsIn, linksIn, together, withoutAddresses } from './details.ts';
import { cut, hashOf, objectIn } from './raw-event.ts';
import { severityIn, stateIn } from './severity-words.ts';

/** The members of a native alarm, what each is read as, and what is allowed. Source: docs/architecture.md, "The public API". */
const members = {
  dedupKey: { read: keyIn, allowed: 'a text that is not empty, or a number' },
  service: { read: textIn, allowed: 'the name of a service' },
  severity: { read: severityIn, allowed: 'critical, high or low' },
  summary: { read: textIn, allowed: 'a text that is not empty' },
  state: { read: stateIn, allowed: 'firing or resolved' },
  occurredAt: { read: timeIn, allowed: 'a time such as 2026-11-23T03:10:00Z' },
  details: { read: detailsIn, allowed: 'an object' },
  links: { read: linksIn, allowed: 'a list of addresses, or of { href, text }' },
} as const;

type Member = keyof typeof members;

const required: readonly Member[] = ['dedupKey', 'service', 'summary'];

/** How a native alarm arrived: when, and by which request. */
export interface Arrival {
  readonly now: Instant;
  readonly requestId: string;
  /** The name of the integration whose key was used. */
  readonly integration: string;
  /** What was wrong with the request itself. */
  readonly warnings?: readonly AlarmWarning[] | undefined;
}

/**
 * Reads a native alarm. It never fails: an invalid member is left out and becomes a warning, and the alarm pages anyway. A
 * body that is no object becomes an "unreadable alarm".
 */
export function readNativeAlarm(body: string, arrival: Arrival): Alarm {
  const object = objectIn(body);
  return object === undefined ? unreadable(body, arrival) : alarmIn(object, body, arrival);
}

function alarmIn(object: Record<string, unknown>, body: string, arrival: Arrival): Alarm {
  const { now, requestId, integration } = arrival;
  const { raw, warnings } = cut(body);
  const read = <M extends Member>(member: M) =>
    members[member].read(object[member]) as ReturnType<(typeof members)[M]['read']>;
  const service = read('service')?.trim();
  const summary = read('summary') ?? `alarm without a summary from ${integration}`;
  const state = read('state') ?? 'firing';
  const { text, links } = withoutAddresses(summary);
  const occurredAt = timeGiven(read('occurredAt'), now);
  return {
    ...{ source: 'native', integration, service },
    dedupKey:
      exactKey(read('dedupKey'), object, body) ?? keyOfKeyless({ state, service, summary, requestId }),
    eventId: eventIdOf(state, occurredAt, body, requestId),
    state,
    ...(occurredAt === undefined ? { occurredAt: now, isTimedHere: true } : { occurredAt }),
    summary: text === '' ? (service ?? read('dedupKey') ?? integration) : text,
    severity: read('severity'),
    details: read('details'),
    links: together(read('links') ?? [], links),
    raw,
    warnings: [...(arrival.warnings ?? []), ...warningsFor(object), ...warnings],
  };
}

function unreadable(body: string, { now, requestId, integration, warnings = [] }: Arrival): Alarm {
  const { raw, warnings: cutOff } = cut(body);
  return {
    ...{ source: 'native', integration, dedupKey: `unreadable from ${integration}: ${hashOf(body)}` },
    ...{ eventId: requestId, state: 'firing', occurredAt: now, isTimedHere: true },
    ...{ summary: `unreadable alarm from ${integration}`, raw },
    unreadable: notJson,
    warnings: [{ place: 'body', message: notJson }, ...warnings, ...cutOff],
  };
}

const notJson = 'unreadable alarm: the body must be a JSON object';

/** An event with a time is the same event however often it is sent. An event without one is new each time. */
function eventIdOf(state: string, occurredAt: Instant | undefined, body: string, requestId: string): string {
  return occurredAt === undefined ? requestId : hashOf(`${state} ${occurredAt} ${body}`).slice(0, 32);
}

/**
 * Alarms without a key join those that say the same. Without a key nothing is resolved: what a summary says is no proof that
 * another alarm is over.
 */
function keyOfKeyless(alarm: {
  readonly state: Alarm['state'];
  readonly service: string | undefined;
  readonly summary: string;
  readonly requestId: string;
}): string {
  return alarm.state === 'resolved'
    ? `resolved without a key: ${alarm.requestId}`
    : `without a key: ${alarm.service ?? ''} ${alarm.summary}`;
}

/** Numbers that are too large for JavaScript are read as they stand in the body: two of them may round to one. */
function exactKey(
  key: string | undefined,
  object: Record<string, unknown>,
  body: string,
): string | undefined {
  const { dedupKey } = object;
  if (typeof dedupKey !== 'number' || Number.isSafeInteger(dedupKey)) return key;
  return /"dedupKey"\s*:\s*(-?[\d.eE+-]+)/.exec(body)?.[1] ?? key;
}

function keyIn(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : textIn(value);
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

const time = z.iso.datetime({ offset: true });

function timeIn(value: unknown): Instant | undefined {
  const parsed = z.safeParse(time, value);
  return parsed.success ? Date.parse(parsed.data) : undefined;
}

/** A clock may be slow or fast, or in another zone. A time further ahead is a mistake, and would outdate all that follows. */
const maxAheadMs = 26 * 60 * 60 * 1000;

function timeGiven(occurredAt: Instant | undefined, now: Instant): Instant | undefined {
  return occurredAt === undefined || occurredAt < 0 || occurredAt > now + maxAheadMs ? undefined : occurredAt;
}

function warningsFor(object: Record<string, unknown>): AlarmWarning[] {
  const bad = (Object.keys(members) as Member[]).filter(
    (member) =>
      (object[member] !== undefined || required.includes(member)) &&
      members[member].read(object[member]) === undefined,
  );
  const unknown = Object.keys(object).filter((name) => !Object.hasOwn(members, name));
  return [
    ...bad.map((place) => ({
      place,
      message: `${place} must be ${members[place].allowed}, got ${shown(object[place])}${consequence(place, object)}`,
    })),
    ...unknown.slice(0, maxWarnings).map((name) => ({
      place: name.slice(0, maxShown),
      message: `${shown(name)} is not known; known are ${Object.keys(members).join(', ')}${consequence(name, object)}`,
    })),
  ];
}

/** What follows from a wrong member, where its sender must know. */
function consequence(place: string, object: Record<string, unknown>): string {
  const isResolved = stateIn(object['state']) === 'resolved';
  if (place === 'dedupKey' && isResolved) return '; without a key it resolves nothing';
  if (place === 'service' && isResolved) return '; it resolves only an alarm that names no service';
  const mayMeanState = place === 'state' || stateIn(object[place]) === 'resolved';
  const isTaken = mayMeanState && stateIn(object['state']) === undefined;
  return isTaken ? '; the alarm is taken as firing' : '';
}

/** Unknown members that get a warning each. */
const maxWarnings = 5;

/** What was given. Lists and objects are not shown, since they may be nested too deeply to follow. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return JSON.stringify(typeof value === 'string' ? value.slice(0, maxShown) : value);
}

/** Characters of a wrong value that a warning repeats. */
const maxShown = 80;
