import { consentTimers } from '../consent/requests.ts';
import { openTasks, taskTimers } from '../contact-center/tasks.ts';
import { promiseTimers } from '../customers/deadlines.ts';
import { type Incident, withEntry } from '../incident/incident.ts';
import { type Ladder, stepsOf, stillAsked } from '../incident/ladder.ts';
import { owedAfterChangeOf } from '../incident/notices.ts';
import { decisionTimers } from '../paging/major-incident.ts';
import { callAfterTheLadder, pagesTo } from '../paging/page.ts';
import { ringingTimers } from '../paging/ringing.ts';
import { shiftTimers } from '../paging/shift-end.ts';
import type { DueAct, DueChange, Timer } from '../paging/timer.ts';
import { type Instant, second } from '../time/instant.ts';
import { flappingTimers } from './flapping.ts';
import { heldForTheNight } from './hold.ts';
import { moveOf, roundFrom } from './ladder.ts';

/** The sources of timers, in order: of two timers at the same moment, the one whose source stands first is first. */
const sources: readonly ((incident: Incident) => readonly Timer[])[] = [
  taskTimers,
  promiseTimers,
  consentTimers,
  decisionTimers,
  holdTimers,
  flappingTimers,
  noticeTimers,
  acknowledgementTimers,
  shiftTimers,
  mainTimers,
  additionalTimers,
  ringingTimers,
];

/**
 * Lists all that will happen to an incident by itself, earliest first. `advance` fires the changes, `decide` returns the
 * acts.
 */
export function timersOf(incident: Incident): readonly Timer[] {
  return sources.flatMap((source) => source(incident)).toSorted((one, other) => one.at - other.at);
}

/** The timers of notices that wait, because they may be untrue by then. */
function noticeTimers(incident: Incident): readonly Timer[] {
  return incident.notices.flatMap(({ notBefore, to }): Timer[] =>
    notBefore === undefined
      ? []
      : [
          {
            at: notBefore,
            kind: 'notice is due',
            about: to,
            fire: (_, now) => withDueNotices(incident, now),
          },
        ],
  );
}

function withDueNotices(incident: Incident, now: Instant): Incident {
  const notices = incident.notices.map(({ to, notice, notBefore }) =>
    notBefore === undefined || notBefore <= now ? { to, notice } : { to, notice, notBefore },
  );
  return { ...incident, notices };
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

/**
 * Begins a new round of the policy, or holds the incident when that would be in the night of its policy. The round asks those
 * who had said yes where a step asks them: nobody has said how much longer it takes.
 */
function wakeAgain(incident: Incident, by: string, now: Instant): Incident {
  const over = withEntry(incident, { at: now, kind: 'acknowledgement ran out', by });
  const held = heldForTheNight(over, now);
  if (held !== undefined) return { ...held, saidYes: [], notices: owedAfterChangeOf(incident, by) };
  const woken = roundFrom(over, now);
  const notice = { to: by, notice: { kind: 'ackExpired', code: incident.code } } as const;
  const notices = [...owedAfterChangeOf(incident, by), notice];
  return { ...woken, saidYes: [], notices, ladder: { ...woken.ladder, ranOutOf: by } };
}

/** The timers of the main ladder: its pages and its next move. It has none unless the incident is escalating. */
export function mainTimers(incident: Incident): readonly Timer[] {
  const { ladder, policy, status } = incident;
  if (status !== 'escalating') return [];
  const step = policy.steps[ladder.step];
  const move = moveOf(incident, ladder);
  if (step === undefined) return [...callAfterTheLadder(ladder), move];
  const pages = stillAsked(ladder).flatMap((asked) => pagesTo(ladder, asked, step.paths));
  return [...(isConfirming(incident) ? pages.filter(isToPerson) : pages), move];
}

/** Whether an operator accepted the task to speak with the primary. Then the ladder does not call the contact center. */
function isConfirming(incident: Incident): boolean {
  return openTasks(incident).some(
    ({ about, accepted }) => about.kind === 'confirm' && accepted !== undefined,
  );
}

function isToPerson({ act }: DueAct): boolean {
  return act.kind !== 'call' || act.whom.kind === 'responder';
}

/** The timers of the additional responders' ladders. */
export function additionalTimers(incident: Incident): readonly Timer[] {
  if (incident.status === 'resolved') return [];
  return incident.additional.flatMap((ladder) => {
    const pages = pagesLeft(incident, ladder);
    return [...pages, ...afterWait(incident, ladder, pages), moveOf(incident, ladder)];
  });
}

/** The pages that an additional responder's ladder still has. They wait while the main ladder asks the same person. */
function pagesLeft(incident: Incident, ladder: Ladder): readonly DueAct[] {
  const paths = stepsOf(incident.policy, ladder)[ladder.step]?.paths ?? [];
  const byMain = incident.status === 'escalating' ? stillAsked(incident.ladder) : [];
  return stillAsked(ladder)
    .filter(({ responder }) => !byMain.some((other) => other.responder === responder))
    .flatMap((asked) => pagesTo(ladder, asked, paths));
}

/** A page that is overdue by more than this had to wait: for the main ladder, or for a driver that came late. */
const maxOverdueMs = 15 * second;

/** The timer that moves a ladder on in time after its pages had to wait, so that the pages come one by one. */
function afterWait(incident: Incident, ladder: Ladder, pages: readonly DueAct[]): readonly DueChange[] {
  if (pages.length === 0) return [];
  const first = Math.min(...pages.map(({ at }) => at));
  return [
    {
      ...{ at: first + maxOverdueMs + 1, kind: 'additional responder is free', about: ladder.id },
      fire: (_, now) => postponed(incident, ladder, now - first),
    },
  ];
}

function postponed(incident: Incident, ladder: Ladder, by: number): Incident {
  const { additional } = incident;
  const later = { startedAt: ladder.startedAt + by, stepStartedAt: ladder.stepStartedAt + by };
  return {
    ...incident,
    additional: additional.map((each) => (each.id === ladder.id ? { ...ladder, ...later } : each)),
  };
}
