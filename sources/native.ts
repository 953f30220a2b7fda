import * as z from 'zod/mini';
import type { Alarm, AlarmWarning } from '../domain/alarm/alarm.ts';
import type { Instant } from '../domain/time/instant.ts';
import { cut, hashOf, objectIn } from './raw-event.ts';

/** The members of a native alarm, and what is allowed for each. Source: docs/architecture.md, "The public API". */
const members = {
  dedupKey: { schema: z.string().check(z.minLength(1)), allowed: 'a text that is not empty' },
  service: { schema: z.string().check(z.minLength(1)), allowed: 'the name of a service' },
  severity: { schema: z.enum(['critical', 'high', 'low']), allowed: 'critical, high or low' },
  summary: { schema: z.string().check(z.minLength(1)), allowed: 'a text that is not empty' },
  state: { schema: z.enum(['firing', 'resolved']), allowed: 'firing or resolved' },
  occurredAt: { schema: z.iso.datetime({ offset: true }), allowed: 'a time such as 2026-11-23T03:10:00Z' },
  details: { schema: z.record(z.string(), z.unknown()), allowed: 'an object' },
  links: { schema: z.array(z.string()), allowed: 'a list of texts' },
} as const;

type Member = keyof typeof members;

const required: readonly Member[] = ['dedupKey', 'service', 'summary'];

/** How a native alarm arrived: when, and by which request. */
export interface Arrival {
  readonly now: Instant;
  readonly requestId: string;
  /** The name of the integration whose key was used. */
  readonly integration: string;
}

/**
 * Reads a native alarm. It never fails: an invalid member is left out and becomes a warning, and the alarm pages anyway. A
 * body that is no object becomes an "unreadable alarm".
 */
export function readNativeAlarm(body: string, { now, requestId, integration }: Arrival): Alarm {
  const { raw, warnings: cutOff } = cut(body);
  const object = objectIn(body);
  if (object === undefined) {
    return {
      ...{
        source: 'native',
        dedupKey: `unreadable from ${integration}: ${hashOf(body)}`,
        eventId: requestId,
        state: 'firing',
      },
      ...{ occurredAt: now, summary: `unreadable alarm from ${integration}`, raw },
      warnings: [{ place: 'body', message: 'unreadable alarm: the body must be a JSON object' }, ...cutOff],
    };
  }
  const warnings = [...warningsFor(object), ...cutOff];
  const read = <M extends Member>(member: M) => valid(object, member);
  const service = read('service');
  const summary = read('summary') ?? `alarm without a summary from ${integration}`;
  const state = read('state') ?? 'firing';
  const occurredAt = read('occurredAt');
  return {
    source: 'native',
    dedupKey: read('dedupKey') ?? `without a key: ${service ?? ''} ${summary}`,
    eventId: eventIdOf(state, occurredAt, body, requestId),
    state,
    occurredAt: occurredAt === undefined ? now : Math.min(now, Date.parse(occurredAt)),
    summary,
    service,
    severity: read('severity'),
    raw,
    warnings,
  };
}

/** An event with a time is the same event however often it is sent. An event without one is new each time. */
function eventIdOf(state: string, occurredAt: string | undefined, body: string, requestId: string): string {
  return occurredAt === undefined ? requestId : hashOf(`${state} ${occurredAt} ${body}`).slice(0, 32);
}

function valid<M extends Member>(object: Record<string, unknown>, member: M) {
  const parsed = z.safeParse(members[member].schema, object[member]);
  return parsed.success ? (parsed.data as z.infer<(typeof members)[M]['schema']>) : undefined;
}

function warningsFor(object: Record<string, unknown>): AlarmWarning[] {
  const bad = (Object.keys(members) as Member[]).filter(
    (member) =>
      (object[member] !== undefined || required.includes(member)) && valid(object, member) === undefined,
  );
  const unknown = Object.keys(object).filter((name) => !Object.hasOwn(members, name));
  return [
    ...bad.map((place) => ({
      place,
      message: `${place} must be ${members[place].allowed}, got ${shown(object[place])}`,
    })),
    ...unknown.slice(0, maxWarnings).map((name) => ({
      place: name.slice(0, maxShown),
      message: `${shown(name)} is not known; known are ${Object.keys(members).join(', ')}`,
    })),
  ];
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
