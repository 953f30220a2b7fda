import type { AnswerPath } from '../incident/answer-path.ts';
import { type ConsentRequest, isPending } from '../incident/consent.ts';
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

export type RecordedAnswer =
  /** `who`: the customer contact to whom he or she has spoken. */
  | { readonly kind: 'granted' | 'refused'; readonly who: string }
  | { readonly kind: 'withdrawn' }
  /** By management alone, since no contact can be reached; `reason`: why it is done all the same. */
  | { readonly kind: 'decided'; readonly reason: string };

/** What becomes of such a record. */
export type Recorded =
  | { readonly kind: 'changed'; readonly incident: Incident }
  | { readonly kind: 'repeated' | 'over' | 'no such request' | 'not management' }
  /** It has its answer already. */
  | { readonly kind: 'answered'; readonly request: ConsentRequest }
  /** The customer may still answer: until then nobody decides without it. */
  | { readonly kind: 'too early'; readonly until: Instant };

/**
 * The customer has so long to answer before management may decide without it: five minutes for its own answer, and ten in
 * which an operator calls. Once an operator has reached nobody there, that is known sooner.
 */
const decideAfterMs = 15 * minute;

/** Records what came of a request for consent. `management`: the responder who is on call as that for the incident. */
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
 * That an SMS did not leave is no attempt: contacts have phones, and an operator calls them. That the operator has reached
 * nobody is one.
 */
function mayBeDecidedFrom({ tasks }: Incident, { task, askedAt }: ConsentRequest): Instant {
  const isUnreached = tasks.some(({ id, reported }) => id === task && reported === 'not reached');
  return isUnreached ? askedAt : askedAt + decideAfterMs;
}
