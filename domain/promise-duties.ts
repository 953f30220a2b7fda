import type { Incident } from './incident.ts';
import type { Instant } from './instant.ts';
import { morningAfter } from './morning.ts';
import { heardLast, promiseToTell, withDropped, withOperatorAsked, withPromise } from './promise-list.ts';
import { timesOfSolution, withClocksBegun } from './promise-times.ts';

/**
 * The incident with what its customer is owed, by how it stands and by what the customer heard of it last: what is
 * missing is promised, what would be told twice is dropped.
 *
 * `isByItself`: it ended before anybody took it, and the customer knows nothing. An operator tells that.
 */
export function withWhatIsOwed(incident: Incident, now: Instant, isByItself = false): Incident {
  if (incident.care === undefined) return incident;
  return incident.status === 'resolved'
    ? owedAtTheEnd(incident, now, isByItself)
    : withClocksBegun(owedWhileOpen(incident, now), now);
}

function owedWhileOpen(incident: Incident, now: Instant): Incident {
  const knowsIt = heardLast(incident) === 'open';
  const told = knowsIt
    ? withDropped(incident, ({ about }) => about === 'incident', now)
    : withMissing(incident, 'incident', now);
  return withMissing(told, 'repair time', now);
}

function withMissing(incident: Incident, about: 'incident' | 'repair time', now: Instant): Incident {
  return promiseToTell(incident, about) === undefined ? withPromise(incident, about, now) : incident;
}

function owedAtTheEnd(incident: Incident, now: Instant, isByItself: boolean): Incident {
  const { care } = incident;
  if (heardLast(incident) === 'over') {
    return withDropped(incident, ({ about }) => about === 'solution', now);
  }
  if (care === undefined || promiseToTell(incident, 'solution') !== undefined) return incident;
  if (!isByItself && care.telling === 'sms') {
    return withPromise(incident, 'solution', now, timesOfSolution(care, 'sms', now));
  }
  const from = operatorsFrom(incident, now);
  const promised = withPromise(incident, 'solution', now, timesOfSolution(care, 'operator', from));
  const solution = promiseToTell(promised, 'solution');
  return solution === undefined || from > now ? promised : withOperatorAsked(promised, solution.id, now);
}

/** Nobody is called at night about something that would not have woken an engineer. */
function operatorsFrom({ policy, route }: Incident, now: Instant): Instant {
  const { heldUntilMorning } = policy;
  return (heldUntilMorning && morningAfter(heldUntilMorning, route.timeZone, now)) ?? now;
}
