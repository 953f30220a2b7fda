import { openTasks } from '../contact-center/tasks.ts';
import { type Incident, type Round, stillAsked } from '../incident/incident.ts';
import { type Decision, type DueAct, firstDue } from '../paging/decision.ts';
import { summonsActs } from '../paging/extra-responders.ts';
import { attemptOf, hasSmsFailedTotally, ladderPaging, pagesBy } from '../paging/page.ts';
import type { Instant } from '../time/instant.ts';
import { waitedOut } from './ladder.ts';
import { besideActs, nextBeside } from './timers.ts';

/** Step Functions ends an execution at 25,000 events; a turn makes about 10, and an execution hands over at 2,000. */
const maxTurns = 200;

const maxExecutionAge = 24 * 60 * 60 * 1000;

/**
 * Decides the next move for an incident as it stands at `now`, after `advance` has brought it there.
 *
 * Pages come first, then words to those who were paged, then the contact center and the customer. Only its resolution
 * ends it, and only once all is done that it has promised: an acknowledgement is a wait, until the time that was promised.
 * Calling it early or twice is harmless: what is done is not decided again, and while another driver is in the middle of
 * an act, until `busyUntil`, it is left to it.
 */
export function decide(incident: Incident, now: Instant, busyUntil?: Instant): Decision {
  if (busyUntil !== undefined && now < busyUntil) return { kind: 'await', until: busyUntil, onOther: true };

  const page = firstDue([...ladderActs(incident), ...summonsActs(incident)]);
  if (page !== undefined && page.dueAt <= now) return page.decision;
  if (incident.notices.length > 0) return { kind: 'tell' };
  const beside = firstDue(besideActs(incident));
  if (beside !== undefined && beside.dueAt <= now) return beside.decision;

  const nextAt = Math.min(page?.dueAt ?? never, beside?.dueAt ?? never, nextBeside(incident));
  if (incident.status === 'resolved' && nextAt === never) return { kind: 'end' };
  if (isExecutionWorn(incident, now)) return { kind: 'handOver' };
  return waiting(incident, nextAt);
}

const never = Number.POSITIVE_INFINITY;

function waiting(incident: Incident, nextAt: Instant): Decision {
  const { status, held, acknowledgement } = incident;
  if (status === 'held' && held !== undefined) {
    return { kind: 'hold', reason: held.reason, until: Math.min(held.until, nextAt) };
  }
  if (status === 'acknowledged' && acknowledgement !== undefined) {
    return { kind: 'taken', by: acknowledgement.by, until: Math.min(acknowledgement.until, nextAt) };
  }
  const until = status === 'resolved' ? nextAt : Math.min(nextAt, waitedOut(incident));
  return { kind: 'await', until };
}

function isExecutionWorn({ execution }: Incident, now: Instant): boolean {
  return execution.turns >= maxTurns || now - execution.startedAt >= maxExecutionAge;
}

/** The pages of the current step; past the last one, the contact center is called instead. */
function ladderActs(incident: Incident): readonly DueAct[] {
  const { policy, round, status } = incident;
  if (status !== 'escalating') return [];
  const step = policy.steps[round.step];
  if (step === undefined)
    return [callAfterTheLadder(round)]
      .filter(({ attempt }) => round.pages[attempt] === undefined)
      .map((decision) => ({
        dueAt: Math.max(round.stepStartedAt, round.putOff?.[decision.attempt] ?? 0),
        decision,
      }));
  const isCenterOnIt = openTasks(incident).some(
    ({ about, accepted }) => about.kind === 'confirm' && accepted !== undefined,
  );
  return stillAsked(round)
    .flatMap((asked) => pagesBy(ladderPaging(round, asked), step.paths))
    .filter(
      ({ decision }) => !isCenterOnIt || decision.kind !== 'call' || decision.whom.kind === 'responder',
    );
}

function callAfterTheLadder(round: Round) {
  return {
    kind: 'call',
    attempt: attemptOf(round, 'contactCenter', 0),
    whom: { kind: 'contactCenter' },
  } as const;
}

/** Whether every SMS of the step has failed, for each of those who are asked in it. */
export function smsFailsTotally({ policy, round }: Incident): boolean {
  const paths = policy.steps[round.step]?.paths ?? [];
  const asked = stillAsked(round);
  return asked.length > 0 && asked.every((each) => hasSmsFailedTotally(ladderPaging(round, each), paths));
}
