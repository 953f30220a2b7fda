import type { Incident, RingingCall } from '../incident/incident.ts';
import type { Instant } from '../time/instant.ts';
import { isAskedBy } from './additional-responders.ts';
import { maxCallMs } from './page.ts';
import type { DueAct } from './timer.ts';

/** Records a call to a responder, so that it can be stopped. Calls that cannot be open any more are forgotten. */
export function withRinging(incident: Incident, call: Omit<RingingCall, 'until'>, now: Instant): Incident {
  const open = (incident.ringing ?? []).filter(({ until }) => until > now);
  return { ...incident, ringing: [...open, { ...call, until: now + maxCallMs }] };
}

/** Forgets a call that was stopped, or that was over. */
export function callStopped(incident: Incident, contactId: string): Incident {
  return { ...incident, ringing: (incident.ringing ?? []).filter((call) => call.contactId !== contactId) };
}

/**
 * Stops the calls to people whom nobody asks any more, because somebody has acknowledged or the incident is resolved. The
 * call in which a person acknowledged goes on to its last words.
 */
export function ringingTimers(incident: Incident): readonly DueAct[] {
  const { ringing = [], status, acknowledgement, additional } = incident;
  if (status !== 'acknowledged' && status !== 'resolved') return [];
  return ringing
    .filter(
      ({ responder }) =>
        responder !== acknowledgement?.by && !additional.some((ladder) => isAskedBy(ladder, responder)),
    )
    .map(({ region, contactId }) => ({
      ...{ at: incident.openedAt, kind: 'act' },
      act: { kind: 'stopCall', region, contactId },
    }));
}
