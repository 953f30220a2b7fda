import { consentTimers } from '../consent/requests.ts';
import { taskTimers } from '../contact-center/task-timers.ts';
import { promiseTimers } from '../customers/deadlines.ts';
import { type Incident, withEntry } from '../incident/incident.ts';
import { owedAfterChangeOf } from '../incident/notices.ts';
import { decisionTimers } from '../paging/major-incident.ts';
import type { Timer } from '../paging/timer.ts';
import type { Instant } from '../time/instant.ts';
import { roundFrom } from './ladder.ts';
import { additionalTimers, mainTimers } from './pages.ts';

/** The sources of timers, in order: of two timers at the same moment, the one whose source stands first is first. */
const sources: readonly ((incident: Incident) => readonly Timer[])[] = [
  taskTimers,
  promiseTimers,
  consentTimers,
  decisionTimers,
  holdTimers,
  acknowledgementTimers,
  mainTimers,
  additionalTimers,
];

/**
 * Lists all that will happen to an incident by itself, earliest first. `advance` fires the changes, `decide` returns the
 * acts.
 */
export function timersOf(incident: Incident): readonly Timer[] {
  return sources.flatMap((source) => source(incident)).toSorted((one, other) => one.at - other.at);
}

/** The timer that ends a hold. Then the incident escalates. */
function holdTimers(incident: Incident): readonly Timer[] {
  const { status, held } = incident;
  if (status !== 'held' || held === undefined) return [];
  return [{ at: held.until, kind: 'hold ends', fire: (_, now) => wakeFromHold(incident, now) }];
}

function wakeFromHold(incident: Incident, now: Instant): Incident {
  const woken = roundFrom(incident, now);
  return { ...woken, ladder: { ...woken.ladder, asksFirst: incident.ladder.asksFirst } };
}

/** The timer of an acknowledgement. When it runs out, the incident escalates again. */
function acknowledgementTimers(incident: Incident): readonly Timer[] {
  const { status, acknowledgement } = incident;
  if (status !== 'acknowledged' || acknowledgement === undefined) return [];
  const { by, until } = acknowledgement;
  return [
    {
      at: until,
      kind: 'acknowledgement runs out',
      about: by,
      fire: (_, now) => wakeAgain(incident, by, now),
    },
  ];
}

/** Begins a round that also asks those who had said yes: none of them has said how much longer it takes. */
function wakeAgain(incident: Incident, by: string, now: Instant): Incident {
  const woken = roundFrom(withEntry(incident, { at: now, kind: 'acknowledgement ran out', by }), now);
  const notice = { to: by, notice: { kind: 'ackExpired', code: incident.code } } as const;
  const notices = [...owedAfterChangeOf(incident, by), notice];
  return { ...woken, saidYes: [], notices, ladder: { ...woken.ladder, ranOutOf: by } };
}
