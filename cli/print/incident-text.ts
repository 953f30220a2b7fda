import type { Incident, TimelineEntry } from '../../domain/api/incident.ts';
import { oneLine } from './table-text.ts';
import { clockText, timeText } from './time-text.ts';

/** The titles of the columns of `incidentRow`. */
export const incidentColumns: readonly string[] = [
  'CODE',
  'STATUS',
  'SEVERITY',
  'OPENED',
  'CUSTOMER',
  'WHO',
  'SUMMARY',
];

/** Characters of a summary in a list. */
const maxSummary = 60;

/** An incident in a list. */
export function incidentRow(incident: Incident, timeZone: string): readonly string[] {
  const { code, status, severity, openedAt, customer, summary } = incident;
  return [
    code,
    status,
    severity ?? '?',
    openedAt === null ? '?' : timeText(openedAt, timeZone),
    oneLine(customer?.name ?? '-'),
    stateText(incident, timeZone),
    oneLine(summary, maxSummary),
  ];
}

/**
 * Who has acknowledged an incident and until when, or until when it is held; and who is asked. An incident whose alarm flaps
 * says so first.
 */
export function stateText(incident: Incident, timeZone: string): string {
  const { resolvedAt, flaps, firedAgain } = incident;
  if (resolvedAt !== null) return `over since ${timeText(resolvedAt, timeZone)}`;
  const state = openText(incident, timeZone);
  return flaps ? `flaps (${firedAgain}x); ${state}` : state;
}

function openText({ taken, asked, declined, held }: Incident, timeZone: string): string {
  const isAsked = asked.length === 0 ? [] : [`asked: ${asked.map(({ name }) => name).join(', ')}`];
  if (taken !== null)
    return [`${taken.name} until ${timeText(taken.until, timeZone)}`, ...isAsked].join('; ');
  if (held !== null)
    return [`held: ${held.reason}, until ${timeText(held.until, timeZone)}`, ...isAsked].join('; ');
  if (isAsked.length > 0 || declined.length === 0) return isAsked[0] ?? 'nobody now';
  return `nobody now; declined: ${declined.map(({ name }) => name).join(', ')}`;
}

/** The members of an entry that need no label. */
const plain: readonly string[] = [
  ...['summary', 'note', 'about', 'reason', 'text', 'responder', 'by', 'to', 'whom'],
  ...['words', 'action', 'answer', 'outcome', 'why'],
];

/** The members that are times. */
const times: readonly string[] = ['until', 'expectedAt'];

/** An SMS that a region accepted was sent. Nobody knows whether it was read. */
const kindWords: Readonly<Record<string, string>> = { told: 'sent', 'not told': 'not sent' };

/** An entry of a timeline: its time, its kind and all its other members. */
export function entryRow({ at, kind, ...rest }: TimelineEntry, timeZone: string): readonly string[] {
  const words = Object.entries(rest)
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .map(([name, value]) => {
      const isTime = times.includes(name) && typeof value === 'string';
      const text = isTime ? timeText(value, timeZone) : oneLine(valueText(value));
      return plain.includes(name) ? text : `${name === 'told' ? 'to' : name} ${text}`;
    });
  return [clockText(at, timeZone), kindWords[kind] ?? kind, words.join(', ')];
}

/** Prints a list or an object, such as what a task is about, by its values. */
function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(' and ');
  return typeof value === 'object' && value !== null
    ? Object.values(value).map(valueText).join(' ')
    : String(value);
}
