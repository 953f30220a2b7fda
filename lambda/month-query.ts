import { isMonth, lastWholeMonth, monthOf } from '../domain/calendar-month.ts';
import type { Instant } from '../domain/instant.ts';

/** What a report can be asked for: `?month=2026-11&cursor=...`. */
export type MonthQuery = Readonly<Record<string, string | undefined>>;

/** Where a page begins: after an incident, of those that are open or of those that are over. */
export interface MonthPlace {
  readonly among: 'open' | 'over';
  readonly after: string | undefined;
}

export interface MonthWanted {
  readonly month: string;
  readonly place: MonthPlace;
}

const parameters: readonly string[] = ['month', 'cursor'];

/** Reads what is asked for, or says what is wrong with it. Without a month, the last one that is over. */
export function monthWanted(query: MonthQuery, timeZone: string, now: Instant): MonthWanted | string {
  const unknown = Object.keys(query).filter((name) => !parameters.includes(name));
  if (unknown.length > 0)
    return `There is no parameter ${unknown.join(', ')}, only ${parameters.join(', ')}.`;

  const { month = lastWholeMonth(now, timeZone), cursor } = query;
  if (!isMonth(month)) return `month must be a month such as 2026-11, got ${month}.`;
  const current = monthOf(now, timeZone);
  if (month > current) return `month must have begun: now it is ${current}, got ${month}.`;
  const place: MonthPlace | undefined =
    cursor === undefined ? { among: 'open', after: undefined } : placeIn(cursor);
  return place === undefined
    ? 'cursor must be the `next` of an earlier answer for the same month, as it is.'
    : { month, place };
}

/** A place as a cursor names it. */
export function placeText({ among, after = '' }: MonthPlace): string {
  return Buffer.from(`${among} ${after}`).toString('base64url');
}

function placeIn(cursor: string): MonthPlace | undefined {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, among, after] = /^(open|over) ([0-9a-f]{32}-\d+)$/.exec(text) ?? [];
  return among === undefined ? undefined : { among: among === 'open' ? 'open' : 'over', after };
}
