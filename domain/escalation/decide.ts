import type { Incident } from '../incident/incident.ts';
import { stillAsked } from '../incident/ladder.ts';
import { hasSmsFailedTotally } from '../paging/page.ts';
import { type Act, type Decision, type DueAct, isDueAct, type Timer } from '../paging/timer.ts';
import type { Instant } from '../time/instant.ts';
import { timersOf } from './timers.ts';

/** Turns of one execution, at most. A turn makes about 10 events, and Step Functions ends an execution at 25,000. */
const maxTurns = 200;

/** The age at which an execution hands over to a new one. */
const maxExecutionAgeMs = 24 * 60 * 60 * 1000;

/**
 * Decides the next move for an incident as it stands at `now`, after `advance` has brought it there.
 *
 * Pages come first, then notices to responders, then the contact center and the customer. Only the resolution ends an
 * incident, and only when every promise and every task is done. An acknowledgement is a wait until it runs out. A call that
 * comes early or twice does no harm: an act with an outcome is not decided again. Another driver may be in the middle of
 * an act; until `busyUntil` the decision is to wait for it.
 */
export function decide(incident: Incident, now: Instant, busyUntil?: Instant): Decision {
  if (busyUntil !== undefined && now < busyUntil) return { kind: 'await', until: busyUntil, onOther: true };

  const timers = timersOf(incident);
  const due = timers.filter((timer): timer is DueAct => isDueAct(timer) && timer.at <= now);
  const page = due.find(({ act }) => isPage(act));
  if (page !== undefined) return page.act;
  if (incident.notices.length > 0) return { kind: 'tell' };
  const [first] = due;
  if (first !== undefined) return first.act;

  if (incident.status === 'resolved' && timers.length === 0) return { kind: 'end' };
  if (mustHandOver(incident, now)) return { kind: 'handOver' };
  return waiting(incident, timers);
}

/** Whether an act is a page of a ladder, not a call about a task or a message to a customer. */
function isPage(act: Act): boolean {
  return 'attempt' in act && 'ladder' in act.attempt;
}

/** A wait ends at the first timer. */
function waiting({ status, held, acknowledgement }: Incident, [first]: readonly Timer[]): Decision {
  const until = first?.at ?? Number.POSITIVE_INFINITY;
  if (status === 'held' && held !== undefined) return { kind: 'hold', reason: held.reason, until };
  if (status === 'acknowledged' && acknowledgement !== undefined) {
    return { kind: 'acknowledged', by: acknowledgement.by, until };
  }
  return { kind: 'await', until };
}

/** Whether the execution must hand over to a new one. */
function mustHandOver({ execution }: Incident, now: Instant): boolean {
  return execution.turns >= maxTurns || now - execution.startedAt >= maxExecutionAgeMs;
}

/** Whether every SMS of the main ladder's step has failed, for each person whom the step asks. */
export function smsFailsTotally({ policy, ladder }: Incident): boolean {
  const paths = policy.steps[ladder.step]?.paths ?? [];
  const asked = stillAsked(ladder);
  return asked.length > 0 && asked.every((each) => hasSmsFailedTotally(ladder, each, paths));
}
