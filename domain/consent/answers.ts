import { endTasks } from '../contact-center/tasks.ts';
import { promisesAfterDecision } from '../customers/owed.ts';
import { type AnswerPath, type ConsentAnswer, type ConsentRequest, isPending } from '../incident/customer.ts';
import { type Incident, type PendingNotice, withEntry } from '../incident/incident.ts';
import type { Notice } from '../incident/notice.ts';
import type { OperatorTask } from '../incident/task.ts';
import type { Instant } from '../time/instant.ts';

type ContactAnswer = { readonly code: string; readonly kind: 'granted' | 'refused'; readonly who: string };

/** Records the answer of a customer contact, by the request's digits. Undefined when no request waits for it. */
export function contactAnswersConsent(
  incident: Incident,
  { code, kind, who }: ContactAnswer,
  now: Instant,
): Incident | undefined {
  const request = incident.consents.find(
    (each) => each.code === code && (isPending(each) || isConsentTakenBack(incident, each, kind)),
  );
  return request && answered(incident, request, { kind, at: now, who, path: 'sms' });
}

/** A contact's no takes back an earlier yes, whoever gave that: the action may not be done yet. */
function isConsentTakenBack(
  { status }: Incident,
  { answer }: ConsentRequest,
  kind: ContactAnswer['kind'],
): boolean {
  const isGiven = answer?.kind === 'granted' || answer?.kind === 'decided';
  return kind === 'refused' && isGiven && status !== 'resolved';
}

/** Records what a contact answered to an operator. Undefined when the task is about no request that waits. */
export function operatorAnswersConsent(
  incident: Incident,
  { id, about }: OperatorTask,
  given: {
    readonly kind: 'granted' | 'refused';
    readonly who: string;
    readonly by: string;
    readonly note?: string | undefined;
  },
  now: Instant,
): Incident | undefined {
  if (about.kind !== 'ask consent') return undefined;
  const request = incident.consents.find((each) => each.id === about.request && isPending(each));
  if (request === undefined) return undefined;
  const { kind, who, by, note } = given;
  const ended = endTasks(incident, (task) => task.id === id, { at: now, outcome: 'done', by, note });
  return answered(ended, request, { kind, at: now, who, by, path: 'contact center' });
}

/**
 * Records an answer that a responder reports: a contact answered them, or the request is withdrawn, or management decided
 * alone because nobody could reach a contact. Undefined when no such request waits.
 */
export function responderAnswersConsent(
  incident: Incident,
  request: string,
  answer: Omit<ConsentAnswer, 'at' | 'kind'> & {
    readonly kind: Exclude<ConsentAnswer['kind'], 'expired'>;
  } & { readonly path: AnswerPath },
  now: Instant,
): Incident | undefined {
  const pending = incident.consents.find(
    (each) => (each.id === request || each.code === request) && isPending(each),
  );
  if (pending === undefined) return undefined;
  const changed = answered(incident, pending, { ...answer, at: now });
  return answer.kind === 'decided' ? promisesAfterDecision(changed, pending.id, now) : changed;
}

/** Withdraws the requests that still wait, because the incident is resolved. */
export function withdrawConsents(incident: Incident, now: Instant): Incident {
  return incident.consents
    .filter(isPending)
    .reduce((before, request) => answered(before, request, { kind: 'withdrawn', at: now }), incident);
}

/** Records the answer to a request. The responder who asked and those who work on the incident hear it. */
export function answered(incident: Incident, request: ConsentRequest, answer: ConsentAnswer): Incident {
  const { at, ...rest } = answer;
  const entered = withEntry(incident, {
    at,
    ...rest,
    kind: 'consent answered',
    answer: answer.kind,
    request: request.id,
  });
  const over = endTasks(
    withChanged(entered, { ...request, answer }),
    ({ about }) => about.kind === 'ask consent' && about.request === request.id,
    { at, outcome: 'no longer needed' },
  );
  const notice = consentNotice(incident.code, request, answer);
  if (notice === undefined) return over;
  // A manager who decides by SMS reads what they have decided.
  const decider =
    answer.kind === 'decided' && answer.path === 'sms' && answer.by !== undefined ? [answer.by] : [];
  const readers = [...new Set([request.by, ...over.saidYes, ...decider])];
  const fresh = readers.map((to): PendingNotice => ({ to, notice }));
  return { ...over, notices: [...over.notices, ...fresh] };
}

/** Replaces the request that has the same id. */
export function withChanged(incident: Incident, request: ConsentRequest): Incident {
  return {
    ...incident,
    consents: incident.consents.map((each) => (each.id === request.id ? request : each)),
  };
}

/**
 * The notice about an answer, for the responder who asked and for those who work on the incident. It names the action,
 * because an incident may have several requests. Undefined: nobody needs to hear that a request was withdrawn.
 */
export function consentNotice(
  code: string,
  { action, refusedBefore }: Pick<ConsentRequest, 'action' | 'refusedBefore'>,
  { kind, who, by = '' }: ConsentAnswer,
): Notice | undefined {
  switch (kind) {
    case 'granted': {
      const notice = { code, by: who ?? by, action };
      return refusedBefore === undefined
        ? { kind: 'consentGranted', ...notice }
        : { kind: 'consentGrantedAfterRefusal', ...notice, refusedBy: refusedBefore };
    }
    case 'decided':
      return { kind: 'consentDecided', code, by, action };
    case 'refused':
      return { kind: 'consentRefused', code, by: who ?? by, action };
    case 'expired':
      return { kind: 'consentExpired', code, action };
    case 'withdrawn':
      return undefined;
  }
}
