import { advanceConsents, consentActs, nextConsent } from '../consent/requests.ts';
import { taskActs } from '../contact-center/task-acts.ts';
import { advanceTasks, nextTask } from '../contact-center/task-deadlines.ts';
import { advancePromises, nextPromise, promiseActs } from '../customers/deadlines.ts';
import type { Incident } from '../incident/incident.ts';
import type { OnCall } from '../on-call/roster.ts';
import type { DueAct } from '../paging/decision.ts';
import { advanceSummons, nextSummons } from '../paging/extra-responders.ts';
import { advanceAssessment, nextAssessment, withEverybodyAsked } from '../paging/major-incident.ts';
import type { Instant } from '../time/instant.ts';

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
