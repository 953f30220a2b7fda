import type { Incident } from '../incident/incident.ts';
import { theSource } from '../incident/notice.ts';
import type { SlaTerms } from '../organization/default-policies.ts';
import { type Instant, minute } from '../time/instant.ts';
import { morningAfter } from '../time/morning.ts';
import { timesOfSolution } from './deadlines.ts';
import { customerKnows, lastTold, promiseToTell, withDropped, withPromise } from './promises.ts';

/** When and how a customer hears that an incident is over. */

/** A customer hears of an end after this time, so that a mistaken one can be taken back. */
const tellAfterMs = 2 * minute;

/** An alarm that has fired again once may do so again. Its end is told after the time in which that would reopen it. */
const tellDoubtfulAfterMs = 10 * minute;

/** An incident that ended before its customer heard of it is told after this time, as its beginning would have been. */
const tellBlipAfterMs = 5 * minute;

/** The hours in which nobody is called about something that ended by itself. */
const night = { from: '22:00', until: '08:00' } as const;

/** Whether the incident was resolved by its source before anybody had said yes. */
export function endedByItself({ resolvedBy, acknowledgement, saidYes }: Incident): boolean {
  return resolvedBy === theSource && acknowledgement === undefined && saidYes.length === 0;
}

/** The morning until which nobody is called about something that ended by itself. Undefined by day. */
export function quietUntil({ route }: Incident, now: Instant): Instant | undefined {
  return morningAfter(night, route.timeZone, now);
}

/** How long after the end the customer hears of it. */
function tellEndAfterMs({ resolvedBy, firedAgain }: Incident, knows: 'nothing' | 'open'): number {
  if (resolvedBy !== theSource) return tellAfterMs;
  if (firedAgain !== undefined) return tellDoubtfulAfterMs;
  return knows === 'nothing' ? tellBlipAfterMs : tellAfterMs;
}

/**
 * The end goes the way of the beginning: by SMS to a customer who has SMS, or by an operator. The promise waits for a while,
 * because the end may be taken back, or the alarm may fire again.
 */
export function owedAtTheEnd(incident: Incident, slaTerms: SlaTerms, now: Instant): Incident {
  const knows = customerKnows(incident);
  if (knows === 'over') return withDropped(incident, ({ about }) => about === 'solution', now);
  if (promiseToTell(incident, 'solution') !== undefined) return incident;
  const isBlip = knows === 'nothing' && endedByItself(incident);
  const way = lastTold(incident)?.kept?.by === 'operator' ? 'operator' : slaTerms.telling;
  const soon = now + tellEndAfterMs(incident, knows);
  const morning = heldMorning(incident, now) ?? now;
  const quiet = isBlip ? Math.max(morning, quietUntil(incident, now) ?? now) : morning;
  if (way === 'operator') {
    return withPromise(incident, 'solution', now, timesOfSolution(slaTerms, way, Math.max(soon, quiet)));
  }
  const from = isBlip ? Math.max(soon, morning) : soon;
  return withPromise(incident, 'solution', now, withoutOperatorBefore(quiet, from, slaTerms));
}

/** The times of an end that is told by SMS, and by an operator after `quiet` where no SMS leaves. */
function withoutOperatorBefore(quiet: Instant, from: Instant, slaTerms: SlaTerms) {
  const { tellAt } = timesOfSolution(slaTerms, 'sms', from);
  const { taskAt, dueAt } = timesOfSolution(slaTerms, 'sms', Math.max(from, quiet));
  return quiet > from ? { tellAt, taskAt, dueAt, noOperatorBefore: quiet } : { tellAt, taskAt, dueAt };
}

/** An incident that would not have woken an engineer at night wakes no customer either: they hear it in the morning. */
function heldMorning({ policy, route }: Incident, now: Instant): Instant | undefined {
  const { heldUntilMorning } = policy;
  return heldUntilMorning && morningAfter(heldUntilMorning, route.timeZone, now);
}
