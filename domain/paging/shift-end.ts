import { type Incident, type PendingNotice, type ShiftOfHolder, withEntry } from '../incident/incident.ts';
import type { OnCall } from '../on-call/roster.ts';
import { hour, type Instant } from '../time/instant.ts';
import type { DueChange } from './timer.ts';

/** For how long after the question a bare "no" of its reader means that they stay. */
const noMeansStayMs = hour;

/**
 * The timer of the end of a shift: whoever has the incident is asked whether the next one takes it. It fires once for an
 * incident and a handover, because it takes the shift out of the incident.
 */
export function shiftTimers(incident: Incident): readonly DueChange[] {
  const { shift, status, acknowledgement } = incident;
  if (shift === undefined || status !== 'acknowledged' || acknowledgement?.by !== shift.by) return [];
  return [
    {
      ...{ at: shift.endsAt, kind: 'shift ends', about: shift.by },
      fire: (onCall, now) => askWhoGoesOn(incident, shift, onCall, now),
    },
  ];
}

/** Asks nobody where the same person goes on, or nobody is next: the roster may have changed since. */
function askWhoGoesOn(incident: Incident, shift: ShiftOfHolder, onCall: OnCall, now: Instant): Incident {
  const { by, role, endsAt: from, nextUntil: until } = shift;
  const { code, route } = incident;
  const next = onCall[role];
  const ended: Incident = { ...incident, shift: undefined };
  if (next === undefined || next === by) return ended;
  const asked: readonly PendingNotice[] = [
    { to: by, notice: { kind: 'shiftEnds', code, by: next } },
    {
      to: next,
      notice: {
        kind: 'shiftBegins',
        of: by,
        from,
        until,
        incidents: [{ code, customer: route.customer?.name }],
      },
    },
  ];
  return {
    ...withEntry(ended, { at: now, kind: 'shift ended', by, whom: next }),
    askedToGoOn: { by, at: now },
    notices: [...incident.notices, ...asked],
  };
}

/** Whether a "no" of `by` answers the question at the end of their shift: they hand nothing over, and stay. */
export function staysWith(
  { askedToGoOn, status, acknowledgement }: Incident,
  by: string,
  now: Instant,
): boolean {
  if (status !== 'acknowledged' || acknowledgement?.by !== by || askedToGoOn?.by !== by) return false;
  return now - askedToGoOn.at < noMeansStayMs;
}
