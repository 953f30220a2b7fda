import { type Incident, withEntry } from '../incident/incident.ts';
import { invariant } from '../invariant.ts';
import type { OnCall } from '../on-call/roster.ts';
import type { Instant } from '../time/instant.ts';
import { climb, roundFrom } from './ladder.ts';
import { advanceBeside } from './timers.ts';

/**
 * Brings an incident to `now`: what was held or acknowledged until now escalates, a step whose time is up gives way to
 * the next, a round that is over to the next round, and so do the things that go on beside the ladder. Who is asked is
 * read from the roster when a step begins.
 */
export function advance(incident: Incident, onCall: OnCall, now: Instant): Incident {
  invariant(incident.policy.steps.length > 0, 'an escalation policy has at least one step');
  const ladder = advanceLadder(advanceBeside(incident, onCall, now), onCall, now);
  return advanceBeside(ladder, onCall, now);
}

function advanceLadder(incident: Incident, onCall: OnCall, now: Instant): Incident {
  const { status, held, acknowledgement } = incident;
  if (status === 'resolved') return incident;
  if (status === 'held' && held !== undefined && now < held.until) return incident;
  if (status === 'acknowledged' && acknowledgement !== undefined) {
    if (now < acknowledgement.until) return incident;
    return climb(wakeAgain(incident, acknowledgement.by, now), onCall, now);
  }
  return climb(status === 'held' ? wakeInTheMorning(incident, now) : incident, onCall, now);
}

/** Everybody is asked again who was on it: nobody has said how much longer it takes. */
function wakeAgain(incident: Incident, by: string, now: Instant): Incident {
  const woken = roundFrom(withEntry(incident, { at: now, kind: 'acknowledgement ran out', by }), now);
  const notice = { to: by, notice: { kind: 'ackExpired', code: incident.code } } as const;
  const notices = [...incident.notices.filter(({ to }) => to !== by), notice];
  return { ...woken, saidYes: [], notices, round: { ...woken.round, ranOutOf: by } };
}

function wakeInTheMorning(incident: Incident, now: Instant): Incident {
  const woken = roundFrom(incident, now);
  return { ...woken, round: { ...woken.round, asksFirst: incident.round.asksFirst } };
}
