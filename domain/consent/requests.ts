import { withTask } from '../contact-center/tasks.ts';
import { type ConsentRequest, isPending } from '../incident/customer.ts';
import { type Incident, type PendingNotice, withEntry } from '../incident/incident.ts';
import type { Notice } from '../incident/notice.ts';
import type { DueChange, Timer } from '../paging/timer.ts';
import { plainLetters } from '../plain-letters.ts';
import { type Instant, minute } from '../time/instant.ts';
import { answered, consentNotice, withChanged } from './answers.ts';
import { mayBeDecidedFrom } from './record.ts';

/** A request without an answer expires after this time and counts as refused: the action may not be right any more. */
export const consentExpiresAfterMs = 60 * minute;

/** An operator calls the contacts when none of them has answered within this time. */
const operatorAfterMs = 5 * minute;

/** Requests of one incident, at most: a night has fewer drastic actions. */
export const maxRequests = 20;

/** What a new request for consent begins with. `by`: the responder who asks. */
export interface NewRequest {
  readonly by: string;
  readonly action: string;
  /** The four digits with which the customer answers. */
  readonly code: string;
}

/**
 * Asks the customer for consent to an action. The same action, asked twice, is one request: who asks again hears that the
 * customer is asked, or the answer. An action that was refused is asked again, and the question says who refused it.
 * Nothing changes when the incident has too many requests.
 */
export function askConsent(incident: Incident, { by, action, code }: NewRequest, now: Instant): Incident {
  const same = incident.consents.findLast((each) => plainAction(each.action) === plainAction(action));
  const standing = same && standingNotice(incident.code, same);
  if (standing !== undefined) return told(incident, by, standing);
  const id = `c${incident.consents.length + 1}`;
  if (incident.consents.length >= maxRequests) return incident;
  const refusedBefore = same?.answer?.kind === 'refused' ? same.answer.who : same?.refusedBefore;
  const request: ConsentRequest = {
    id,
    code,
    action,
    by,
    askedAt: now,
    expiresAt: now + consentExpiresAfterMs,
    ...(refusedBefore === undefined ? {} : { refusedBefore }),
  };
  const entered = withEntry(incident, { at: now, kind: 'consent asked', request: id, action, by });
  const asked = { ...entered, consents: [...incident.consents, request] };
  // The customer of an unknown service is not known: an operator finds out, and asks.
  const tasked = incident.route.customer === undefined ? withConsentTask(asked, request, now) : asked;
  return told(tasked, by, { kind: 'consentAsked', code: incident.code });
}

/** An action without what is written differently each time: capitals, accents and punctuation. */
function plainAction(action: string): string {
  return plainLetters(action)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What stands about a request: it waits for its answer, or it was allowed. Undefined: the action may be asked again. */
function standingNotice(code: string, { answer, action, refusedBefore }: ConsentRequest): Notice | undefined {
  if (answer === undefined) return { kind: 'consentAsked', code };
  const isAllowed = answer.kind === 'granted' || answer.kind === 'decided';
  return isAllowed ? consentNotice(code, { action, refusedBefore }, answer) : undefined;
}

/**
 * The timers of the requests that wait. The contacts get an SMS, an operator asks when none of them has answered, and a
 * request without an answer expires.
 */
export function consentTimers(incident: Incident): readonly Timer[] {
  return incident.consents.filter(isPending).flatMap((request): Timer[] => {
    const { id, askedAt, toldAt, expiresAt } = request;
    const isToWrite = incident.route.customer !== undefined && toldAt === undefined;
    const about = { kind: 'consent', request: id } as const;
    return [
      ...(isToWrite ? [{ at: askedAt, kind: 'act', act: { kind: 'customer', about } } as const] : []),
      ...(request.task === undefined ? [operatorAsks(incident, request)] : []),
      ...(request.decisionAsked === undefined ? [managementDecides(incident, request)] : []),
      {
        ...{ at: expiresAt, kind: 'consent expires', about: id },
        fire: (_, now) => answered(incident, request, { kind: 'expired', at: now }),
      },
    ];
  });
}

/** When nobody at the customer has answered, the manager on call is asked to decide. They answer with the request's digits. */
function managementDecides(incident: Incident, request: ConsentRequest): DueChange {
  const { id, code: digits, action } = request;
  return {
    ...{ at: mayBeDecidedFrom(incident, request), kind: 'management decides on consent', about: id },
    fire: ({ management }) => {
      const asked = withChanged(incident, { ...request, decisionAsked: true });
      const notice = { kind: 'consentToDecide', code: incident.code, digits, action } as const;
      return management === undefined ? asked : told(asked, management, notice);
    },
  };
}

function operatorAsks(incident: Incident, request: ConsentRequest): DueChange {
  const { id, askedAt, toldAt } = request;
  return {
    ...{ at: (toldAt ?? askedAt) + operatorAfterMs, kind: 'operator asks for consent', about: id },
    fire: (_, now) => withConsentTask(incident, request, now),
  };
}

/** The outcome of the SMS to the customer contacts. */
export interface ContactsWritten {
  readonly told: readonly { readonly name: string; readonly region: string }[];
  readonly failed: readonly { readonly name: string; readonly reason: string }[];
}

/** Records the SMS to the contacts. When none of them got it, an operator asks. */
export function consentTold(
  incident: Incident,
  id: string,
  outcome: ContactsWritten,
  now: Instant,
): Incident {
  const request = incident.consents.find((each) => each.id === id);
  if (request === undefined) return incident;
  const entered = withEntry(incident, {
    ...{ at: now, kind: 'consent request sent', request: id },
    told: outcome.told.map(({ name }) => name),
    failed: outcome.failed.map(({ name }) => name),
  });
  const recorded = withChanged(entered, { ...request, toldAt: now });
  const isUnreached = outcome.told.length === 0 && isPending(request) && request.task === undefined;
  return isUnreached ? withConsentTask(recorded, { ...request, toldAt: now }, now) : recorded;
}

function withConsentTask(incident: Incident, request: ConsentRequest, now: Instant): Incident {
  const asked = withTask(incident, { kind: 'ask consent', request: request.id }, now);
  return withChanged(asked, { ...request, task: asked.tasks.at(-1)?.id });
}

function told(incident: Incident, to: string, notice: Notice): Incident {
  return { ...incident, notices: [...incident.notices, { to, notice } satisfies PendingNotice] };
}
