import type { Line, LineCall } from '../../aws/table/phone-lines.ts';
import { maxPagingOfRoster, pagesOnForMs } from '../../domain/escalation/without-table.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { type Allowance, mayBeSent, remembered, type SentText } from '../../domain/paging/message-budget.ts';
import type { Instant } from '../../domain/time/instant.ts';

/**
 * What one instance of a function remembers while no table works: the calls that are open, the texts to each number, and the
 * incidents that page a roster. Another instance remembers its own.
 */
export interface InstanceMemory {
  /** Takes a phone's line for a call, as the table would. */
  takeLine(phone: string, call: LineCall, times: { readonly now: Instant; readonly until: Instant }): Line;
  takeText(phone: string, next: SentText): Allowance;
  /** Whether an incident waits, because others page its roster already. A critical one never does. */
  isFolded(key: string, route: Incident['route'], now: Instant): boolean;
}

/** The numbers and rosters that are remembered at most. */
const maxRemembered = 10_000;

export function instanceMemory(): InstanceMemory {
  const lines = new Map<string, { readonly call: LineCall; readonly until: Instant }>();
  const texts = new Map<string, readonly SentText[]>();
  const paging = new Map<string, Map<string, Instant>>();
  return {
    takeLine(phone, call, { now, until }) {
      const open = lines.get(phone);
      if (open === undefined || open.until <= now) {
        keep(lines, phone, { call, until });
        return { kind: 'taken', digits: call.digits };
      }
      return isSame(open.call, call)
        ? { kind: 'taken', digits: open.call.digits }
        : { kind: 'busy', until: open.until };
    },

    takeText(phone, next) {
      const sent = texts.get(phone) ?? [];
      const allowance = mayBeSent(sent, next);
      if (allowance.kind === 'send') keep(texts, phone, remembered(sent, next));
      return allowance;
    },

    isFolded(key, { roster, severity }, now) {
      const of = paging.get(roster) ?? new Map<string, Instant>();
      for (const [other, seenAt] of of) if (seenAt <= now - pagesOnForMs) of.delete(other);
      const isFolded = severity !== 'critical' && !of.has(key) && of.size >= maxPagingOfRoster;
      if (!isFolded) of.set(key, now);
      keep(paging, roster, of);
      return isFolded;
    },
  };
}

function keep<T>(all: Map<string, T>, key: string, value: T): void {
  all.delete(key);
  all.set(key, value);
  const [oldest] = all.keys();
  if (all.size > maxRemembered && oldest !== undefined) all.delete(oldest);
}

function isSame(one: LineCall, other: LineCall): boolean {
  return one.key === other.key && one.generation === other.generation && one.attempt === other.attempt;
}
