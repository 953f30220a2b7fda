import type { Instant } from '../time/instant.ts';

/** Something that a person is told by SMS besides a page. People in it are named as the reader should read them. */
export type Notice =
  /** To the one who took it. */
  | { readonly kind: 'taken'; readonly code: string; readonly until: Instant }
  /** To the one who took it from another. */
  | { readonly kind: 'takenInstead'; readonly code: string; readonly until: Instant; readonly by: string }
  /** To the others who were paged for it. */
  | { readonly kind: 'takenByOther'; readonly code: string; readonly by: string; readonly until: Instant }
  /** To the one who said no; `next` is asked next, where that is known. */
  | { readonly kind: 'declined'; readonly code: string; readonly next?: string | undefined }
  /** To everybody who was paged for it: it is resolved, by a person, or by its source. */
  | { readonly kind: 'over'; readonly code: string; readonly by?: string | undefined }
  /** To the one whose yes or no was taken back. */
  | { readonly kind: 'undone'; readonly code: string }
  | { readonly kind: 'nothingToUndo'; readonly code: string }
  /** To those who heard that it was over. */
  | { readonly kind: 'reopened'; readonly code: string; readonly at: Instant }
  /** To the one who had it: the time has run out. */
  | { readonly kind: 'ackExpired'; readonly code: string }
  /** Asked back: an answer without a code may be about any of these. */
  | { readonly kind: 'which'; readonly codes: readonly string[] }
  | { readonly kind: 'notUnderstood'; readonly code?: string | undefined }
  | { readonly kind: 'unknownCode'; readonly code: string }
  | { readonly kind: 'alreadyOver'; readonly code: string }
  /** An answer came, and nothing that this phone was paged for is open. */
  | { readonly kind: 'nothingOpen' }
  /** To the one who said yes beside `by`, who has it. */
  | { readonly kind: 'joined'; readonly code: string; readonly by: string }
  /** To the one who has it: `by` works on it as well. */
  | { readonly kind: 'joinedBy'; readonly code: string; readonly by: string }
  /** To the one who has it: how long it takes is noted, and it is his or hers until then. */
  | { readonly kind: 'updated'; readonly code: string; readonly until: Instant }
  /** To one who works beside `by`, who has it: how long it takes is noted. */
  | { readonly kind: 'updatedBeside'; readonly code: string; readonly until: Instant; readonly by: string }
  /** To the one who had it: the contact center has not found him or her on it, and others are asked. */
  | { readonly kind: 'notOnIt'; readonly code: string }
  /** To the one who wanted somebody beside him or her, or management: `whom` is asked now. */
  | { readonly kind: 'asked'; readonly code: string; readonly whom: string }
  | { readonly kind: 'managementAsked'; readonly code: string }
  /** To the one who wanted a colleague: `by` cannot. */
  | { readonly kind: 'colleagueCannot'; readonly code: string; readonly by: string }
  /** To the one whose word made it serious, or ended that. */
  | { readonly kind: 'serious' | 'notSerious'; readonly code: string }
  /** To the manager who is on a serious incident: what have you and the customer decided? */
  | { readonly kind: 'assess'; readonly code: string }
  | { readonly kind: 'assessed'; readonly code: string }
  /** To the one who asks for consent: the customer is asked. */
  | { readonly kind: 'consentAsked'; readonly code: string }
  /** To the one who asked for consent: what became of it, and who says so. */
  | {
      readonly kind: 'consentGranted' | 'consentRefused';
      readonly code: string;
      readonly by: string;
      readonly action: string;
    }
  | { readonly kind: 'consentExpired'; readonly code: string; readonly action: string }
  /** To management: a customer has not been told in time. */
  | { readonly kind: 'promiseBroken'; readonly code: string; readonly customer: string }
  /** Asked for: what it is about. */
  | {
      readonly kind: 'info';
      readonly code: string;
      readonly customer?: string | undefined;
      readonly summary: string;
      readonly service: string;
      readonly at: Instant;
    }
  /** Asked for: who has it, or who is asked. */
  | { readonly kind: 'whoHasIt'; readonly code: string; readonly by: string; readonly until: Instant }
  | { readonly kind: 'whoIsAsked'; readonly code: string; readonly names: readonly string[] };

/** As `by` of an `over`: not a person but the alarm's source says so. */
export const theSource = 'source';
