/** Escalation: what happens to an incident by itself, and what the driver must do next. Start at `timers.ts`. */

import type { Incident } from '../incident/incident.ts';
import { invariant } from '../invariant.ts';
import type { OnCall } from '../on-call/roster.ts';
import { withEverybodyAsked } from '../paging/major-incident.ts';
import { type DueChange, isDueAct } from '../paging/timer.ts';
import type { Instant } from '../time/instant.ts';
import { timersOf } from './timers.ts';

/** An incident that was brought to a moment, and whether that changed it. */
export interface Advanced {
  readonly incident: Incident;
  readonly isChanged: boolean;
}

/**
 * Changes that one call makes, at most: enough for two rounds of a ladder of ten steps with three responders, and for as many
 * tasks and promises. The next call makes the changes that are left.
 */
const maxChanges = 200;

/**
 * Brings an incident to `now`: fires the timers that are due, in the order in which they were due. A ladder reads the roster
 * when it begins a step.
 */
export function advance(incident: Incident, onCall: OnCall, now: Instant): Advanced {
  invariant(incident.policy.steps.length > 0, 'an escalation policy has at least one step');
  let current = incident;
  for (let changes = 0; changes < maxChanges; changes++) {
    const next = firstDue(current, now)?.fire(onCall, now) ?? withEverybodyAsked(current, onCall, now);
    if (next === undefined) return { incident: current, isChanged: changes > 0 };
    current = next;
  }
  return { incident: current, isChanged: true };
}

function firstDue(incident: Incident, now: Instant): DueChange | undefined {
  return timersOf(incident).find((timer): timer is DueChange => !isDueAct(timer) && timer.at <= now);
}
