import { openTasks } from '../contact-center/tasks.ts';
import type { Incident } from '../incident/incident.ts';
import { type Ladder, stepsOf, stillAsked } from '../incident/ladder.ts';
import { callAfterTheLadder, pagesTo } from '../paging/page.ts';
import type { DueAct, DueChange, Timer } from '../paging/timer.ts';
import { second } from '../time/instant.ts';
import { moveOf } from './ladder.ts';

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

/** A page that is overdue by more than this had to wait for the main ladder. */
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
