import { endTasks } from '../contact-center/tasks.ts';
import { promisesAfterDecision } from '../customers/owed.ts';
import type { AnswerPath } from '../incident/answer-path.ts';
import { type ConsentAnswer, type ConsentRequest, isPending } from '../incident/consent.ts';
import { type Incident, type PendingNotice, withEntry } from '../incident/incident.ts';
import type { Notice } from '../incident/notice.ts';
import type { OperatorTask } from '../incident/task.ts';
import type { Instant } from '../time/instant.ts';

type ContactAnswer = { readonly code: string; readonly kind: 'granted' | 'refused'; readonly who: string };

/** A contact's own answer, by the request's digits. Undefined when there is no such request that it can change. */
export function contactAnswersConsent(
  incident: Incident,
  { code, kind, who }: ContactAnswer,
  now: Instant,
): Incident | undefined {
  const request = incident.consents.find(
    (each) => each.code === code && (isPending(each) || isTakenBack(incident, each, kind)),
  );
  return request && answered(incident, request, { kind, at: now, who, path: 'sms' });
}

/** A contact's no counts after a yes as well, whoever gave that: what was agreed to may not be done yet. */
function isTakenBack({ status }: Incident, { answer }: ConsentRequest, kind: ContactAnswer['kind']): boolean {
  const isGiven = answer?.kind === 'granted' || answer?.kind === 'decided';
  return kind === 'refused' && isGiven && status !== 'resolved';
}

/** What a contact has said to an operator. Undefined when the task is about no request that waits. */
export function operatorAnswersConsent(
  incident: Incident,
  { id, about }: OperatorTask,
  said: {
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
  const { kind, who, by, note } = said;
  const ended = endTasks(incident, (task) => task.id === id, { at: now, outcome: 'done', by, note });
  return answered(ended, request, { kind, at: now, who, by, path: 'contact center' });
}

/**
 * What a responder records: what a contact said to him or her, that it is not needed any more, or, when no contact could
 * be reached, what management has decided alone. Undefined when no such request waits.
 */
export function responderAnswersConsent(
  incident: Incident,
  request: string,
  answer: Omit<ConsentAnswer, 'at' | 'kind'> & {
    readonly kind: Exclude<ConsentAnswer['kind'], 'expired'>;
  } & { readonly path: AnswerPath },
  now: Instant,
): Incident | undefined {
  const found = incident.consents.find(
    (each) => (each.id === request || each.code === request) && isPending(each),
  );
  if (found === undefined) return undefined;
  const changed = answered(incident, found, { ...answer, at: now });
  return answer.kind === 'decided' ? promisesAfterDecision(changed, found.id, now) : changed;
}

/** The incident is over: what waits for an answer is not needed any more. */
export function withdrawConsents(incident: Incident, now: Instant): Incident {
  return incident.consents
    .filter(isPending)
    .reduce((before, request) => answered(before, request, { kind: 'withdrawn', at: now }), incident);
}

/** The incident with the answer to a request: on its timeline, and told to whoever asked and is on it. */
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
  const notice = consentNotice(incident.code, request.action, answer);
  if (notice === undefined) return over;
  const readers = [...new Set([request.by, ...over.saidYes])];
  const fresh = readers.map((to): PendingNotice => ({ to, notice }));
  return { ...over, notices: [...over.notices, ...fresh] };
}

/** The incident with a request changed. */
export function withChanged(incident: Incident, request: ConsentRequest): Incident {
  return {
    ...incident,
    consents: incident.consents.map((each) => (each.id === request.id ? request : each)),
  };
}

/**
 * What the engineer who asked for consent, and those who are on the incident, hear of the answer. It names the action:
 * several may have been asked for, and a yes is about one.
 */
export function consentNotice(
  code: string,
  action: string,
  { kind, who, by = '' }: ConsentAnswer,
): Notice | undefined {
  switch (kind) {
    case 'granted':
    case 'decided':
      return { kind: 'consentGranted', code, by: who ?? by, action };
    case 'refused':
      return { kind: 'consentRefused', code, by: who ?? by, action };
    case 'expired':
      return { kind: 'consentExpired', code, action };
    case 'withdrawn':
      return undefined;
  }
}
