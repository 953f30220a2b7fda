import { advanceConsents, consentActs, nextConsent } from './consents.ts';
import type { DueAct } from './decision.ts';
import type { Incident } from './incident.ts';
import type { Instant } from './instant.ts';
import { advancePromises, nextPromise, promiseActs } from './promise-clock.ts';
import type { OnCall } from './roster.ts';
import { advanceAssessment, nextAssessment, withEverybodyAsked } from './serious.ts';
import { advanceSummons, nextSummons } from './summons.ts';
import { taskActs } from './task-acts.ts';
import { advanceTasks, nextTask } from './task-clock.ts';

/** Brings to `now` what goes on beside the ladder: the contact center's tasks, promises to the customer, who is summoned. */
export function advanceBeside(incident: Incident, onCall: OnCall, now: Instant): Incident {
  const promised = advanceConsents(advancePromises(incident, onCall, now), now);
  const tasks = advanceAssessment(advanceTasks(promised, now), now);
  return advanceSummons(withEverybodyAsked(tasks, onCall, now), onCall, now);
}

/** What is due beside the pages, in this order at the same moment. */
export function besideActs(incident: Incident): readonly DueAct[] {
  return [...taskActs(incident), ...consentActs(incident), ...promiseActs(incident)];
}

/** When `advanceBeside` next has something to do; infinite: never. */
export function nextBeside(incident: Incident): Instant {
  const clocks = [nextTask, nextPromise, nextConsent, nextAssessment, nextSummons];
  return Math.min(...clocks.map((next) => next(incident)));
}
