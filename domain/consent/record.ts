import { type AnswerPath, type ConsentRequest, isPending } from '../incident/customer.ts';
import type { Incident } from '../incident/incident.ts';
import { remembering } from '../incident/seen-messages.ts';
import { type Instant, minute } from '../time/instant.ts';
import { responderAnswersConsent } from './answers.ts';

/** What a responder records about a request for consent. */
export interface ConsentRecord {
  /** The request's id, such as `c1`, or its digits. */
  readonly request: string;
  readonly answer: RecordedAnswer;
  /** The responder's id. */
  readonly by: string;
  readonly path: AnswerPath;
  /** Names the message: the same one, delivered twice, counts once. */
  readonly id: string;
}

/** The answer that a responder reports. */
export type RecordedAnswer =
  /** `who`: the customer contact to whom the responder spoke. */
  | { readonly kind: 'granted' | 'refused'; readonly who: string }
  | { readonly kind: 'withdrawn' }
  /** Management decided alone, because nobody can reach a contact. `reason`: why the action is necessary. */
  | { readonly kind: 'decided'; readonly reason: string };

/** The outcome of a record. */
export type Recorded =
  | { readonly kind: 'changed'; readonly incident: Incident }
  | { readonly kind: 'repeated' | 'over' | 'no such request' | 'not management' }
  /** The request already has its answer. */
  | { readonly kind: 'answered'; readonly request: ConsentRequest }
  /** The customer may still answer. Nobody decides without them before `until`. */
  | { readonly kind: 'too early'; readonly until: Instant };

/**
 * How long the customer has to answer before management may decide without them: five minutes for an SMS, and ten in which an
 * operator calls. Management need not wait once an operator has reported that they reached nobody.
 */
const decideAfterMs = 15 * minute;

/**
 * Records the outcome of a request for consent. `management`: the responder who is on call as management for the incident.
 */
export function recordConsent(
  incident: Incident,
  record: ConsentRecord,
  { management, now }: { readonly management: string | undefined; readonly now: Instant },
): Recorded {
  if (incident.answers.includes(record.id)) return { kind: 'repeated' };
  const request = incident.consents.find(({ id, code }) => id === record.request || code === record.request);
  if (request === undefined) return { kind: 'no such request' };
  if (incident.status === 'resolved') return { kind: 'over' };
  if (!isPending(request)) return { kind: 'answered', request };

  const { answer, by, path, id } = record;
  if (answer.kind === 'decided') {
    if (by !== management) return { kind: 'not management' };
    const until = mayBeDecidedFrom(incident, request);
    if (now < until) return { kind: 'too early', until };
  }
  const changed = responderAnswersConsent(incident, request.id, { ...answer, by, path }, now);
  return changed === undefined
    ? { kind: 'answered', request }
    : { kind: 'changed', incident: remembering(changed, id) };
}

/**
 * From when management may decide. An SMS that did not leave does not count as an attempt: contacts have phones, and an
 * operator calls them. An operator who reached nobody does count.
 */
export function mayBeDecidedFrom(
  { tasks }: Pick<Incident, 'tasks'>,
  { task, askedAt }: ConsentRequest,
): Instant {
  const isUnreached = tasks.some(({ id, reported }) => id === task && reported === 'not reached');
  return isUnreached ? askedAt : askedAt + decideAfterMs;
}
