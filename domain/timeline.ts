import type { Instant } from './instant.ts';
import type { Role } from './organization.ts';

/** By which way an answer came. */
export type AnswerPath = 'sms' | 'voice' | 'screen' | 'board' | 'command line';

/** What happened to an incident. Append-only; people are named by their responder id. */
export type Entry = { readonly at: Instant } & (
  | { readonly kind: 'opened'; readonly summary: string; readonly roster: string }
  | { readonly kind: 'reopened'; readonly summary: string; readonly asksFirst?: string | undefined }
  | { readonly kind: 'held'; readonly reason: string; readonly until: Instant }
  | { readonly kind: 'round began'; readonly number: number }
  | { readonly kind: 'step skipped'; readonly role: Role; readonly reason: string }
  | { readonly kind: 'paged'; readonly responder: string; readonly role: Role; readonly region: string }
  | {
      readonly kind: 'page failed';
      readonly responder: string;
      readonly role: Role;
      readonly region: string;
      readonly reason: string;
    }
  | { readonly kind: 'sms failed totally'; readonly responder: string }
  /** `contactId` is Amazon Connect's name for the call. That it was made does not mean that anybody heard it. */
  | { readonly kind: 'called'; readonly whom: string; readonly region: string; readonly contactId: string }
  | { readonly kind: 'call failed'; readonly whom: string; readonly region: string; readonly reason: string }
  /** Another call to the same phone is open. */
  | { readonly kind: 'call put off'; readonly whom: string; readonly until: Instant }
  /** The contact center has heard of it. That takes nothing: only a responder takes an incident. */
  | { readonly kind: 'contact center confirmed'; readonly path: AnswerPath }
  | { readonly kind: 'acknowledged'; readonly by: string; readonly until: Instant; readonly path: AnswerPath }
  | { readonly kind: 'acknowledgement ran out'; readonly by: string }
  | { readonly kind: 'declined'; readonly by: string; readonly path: AnswerPath }
  | { readonly kind: 'undone'; readonly by: string; readonly path: AnswerPath }
  | { readonly kind: 'told'; readonly to: string; readonly notice: string; readonly region: string }
  | { readonly kind: 'not told'; readonly to: string; readonly notice: string; readonly reason: string }
  | { readonly kind: 'answer of a stranger'; readonly number: string; readonly text: string }
  | { readonly kind: 'for the contact center'; readonly about: string }
  | { readonly kind: 'handed over'; readonly epoch: number }
  /** Until then the table could not be written, and people were paged without it, under this code. */
  | { readonly kind: 'stored after all'; readonly code: string }
  /** `by` is a responder, or `source`. */
  | { readonly kind: 'resolved'; readonly by: string; readonly note?: string | undefined }
);
