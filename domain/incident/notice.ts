import type { Instant } from '../time/instant.ts';

/** Something that a responder is told by SMS and that is not a page. `by` and `whom` are names that the reader knows. */
export type Notice =
  /** To the responder who acknowledged. */
  | { readonly kind: 'acknowledged'; readonly code: string; readonly until: Instant }
  /** To the responder who acknowledged after another had; `by` is that other. */
  | {
      readonly kind: 'acknowledgedInstead';
      readonly code: string;
      readonly until: Instant;
      readonly by: string;
    }
  /** To the others who were paged: `by` acknowledged. */
  | {
      readonly kind: 'acknowledgedByOther';
      readonly code: string;
      readonly by: string;
      readonly until: Instant;
    }
  /** To the responder who declined. `next` is asked next, where that is known. */
  | { readonly kind: 'declined'; readonly code: string; readonly next?: string | undefined }
  /** To everybody who was paged: the incident is resolved, by a person or by its source. */
  | { readonly kind: 'over'; readonly code: string; readonly by?: string | undefined }
  /** To the responder who took back a yes or a no. */
  | { readonly kind: 'undone'; readonly code: string }
  | { readonly kind: 'nothingToUndo'; readonly code: string }
  /** To those who heard that the incident was resolved. */
  | { readonly kind: 'reopened'; readonly code: string; readonly at: Instant }
  /** To the responder who acknowledged, and to the helpers: an alarm of a worse severity has joined. */
  | { readonly kind: 'nowCritical' | 'nowHigh'; readonly code: string; readonly summary: string }
  /** To the responder who had acknowledged: the acknowledgement ran out. */
  | { readonly kind: 'ackExpired'; readonly code: string }
  /** Asks back: an answer without a code may be about any of these incidents. */
  | { readonly kind: 'which'; readonly codes: readonly string[] }
  | { readonly kind: 'notUnderstood'; readonly code?: string | undefined }
  | { readonly kind: 'unknownCode'; readonly code: string }
  | { readonly kind: 'alreadyOver'; readonly code: string }
  /** To a phone that answered: no incident is open for which it was paged. */
  | { readonly kind: 'nothingOpen' }
  /** To a helper: `by` has acknowledged. */
  | { readonly kind: 'joined'; readonly code: string; readonly by: string }
  /** To the responder who acknowledged: `by` helps. */
  | { readonly kind: 'joinedBy'; readonly code: string; readonly by: string }
  /** To the responder who acknowledged: the expected repair time is recorded, and the acknowledgement lasts until then. */
  | { readonly kind: 'updated'; readonly code: string; readonly until: Instant }
  /** To a helper: the expected repair time is recorded. `by` has acknowledged. */
  | { readonly kind: 'updatedBeside'; readonly code: string; readonly until: Instant; readonly by: string }
  /** To the responder who had acknowledged: an operator found that they do not work on the incident. Others are asked. */
  | { readonly kind: 'notOnIt'; readonly code: string }
  /** To the responder who asked for a colleague or for management: `whom` is asked now. */
  | { readonly kind: 'asked'; readonly code: string; readonly whom: string }
  | { readonly kind: 'managementAsked'; readonly code: string }
  /** To the responder who asked for a colleague: `by` declined. */
  | { readonly kind: 'colleagueCannot'; readonly code: string; readonly by: string }
  /** To the responders of an incident that becomes major, or is no longer major. */
  | { readonly kind: 'serious' | 'notSerious'; readonly code: string }
  /** To the manager of a major incident: what have you and the customer decided? */
  | { readonly kind: 'decisionWanted'; readonly code: string }
  /** To the responder who reported that decision. */
  | { readonly kind: 'decisionStored'; readonly code: string }
  /** To the responder who asked for consent: the customer is asked. */
  | { readonly kind: 'consentAsked'; readonly code: string }
  /** To the responder who asked for consent, and to those who work on the incident: the outcome, and whose it is. */
  | {
      readonly kind: 'consentGranted' | 'consentRefused';
      readonly code: string;
      readonly by: string;
      readonly action: string;
    }
  | { readonly kind: 'consentExpired'; readonly code: string; readonly action: string }
  /** To management, and to those who work on the incident: a customer was not told in time. */
  | { readonly kind: 'promiseBroken'; readonly code: string; readonly customer: string }
  /** Answers a question: what is the incident about? */
  | {
      readonly kind: 'info';
      readonly code: string;
      readonly customer?: string | undefined;
      readonly summary: string;
      readonly service: string;
      readonly at: Instant;
    }
  /** Answers a question: who has acknowledged, or who is asked? */
  | { readonly kind: 'whoHasIt'; readonly code: string; readonly by: string; readonly until: Instant }
  | { readonly kind: 'whoIsAsked'; readonly code: string; readonly names: readonly string[] };

/** The value of `by` of an `over` whose incident was resolved by the alarm's source, not by a person. */
export const theSource = 'source';
