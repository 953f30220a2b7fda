import type { Role } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import type { AnswerPath } from './answer-path.ts';

import type { ConsentAnswer } from './consent.ts';
import type { CustomerPromise } from './customer-promise.ts';
import type { AdditionalReason, AskedAs } from './ladder.ts';
import type { TaskAbout, TaskOutcome } from './task.ts';

/** What happened to an incident. Append-only; people are named by their responder id. */
export type Entry = { readonly at: Instant } & (
  | { readonly kind: 'opened'; readonly summary: string; readonly roster: string }
  | { readonly kind: 'reopened'; readonly summary: string; readonly asksFirst?: string | undefined }
  | { readonly kind: 'held'; readonly reason: string; readonly until: Instant }
  | { readonly kind: 'round began'; readonly number: number }
  /** `role`: whom nobody could be asked as: a role, or an additional responder. */
  | { readonly kind: 'step skipped'; readonly role: Role | string; readonly reason: string }
  | { readonly kind: 'paged'; readonly responder: string; readonly role: AskedAs; readonly region: string }
  | {
      readonly kind: 'page failed';
      readonly responder: string;
      readonly role: AskedAs;
      readonly region: string;
      readonly reason: string;
    }
  | { readonly kind: 'sms failed totally'; readonly responder: string }
  /** `contactId` is Amazon Connect's name for the call. That it was made does not mean that anybody heard it. */
  | { readonly kind: 'called'; readonly whom: string; readonly region: string; readonly contactId: string }
  | { readonly kind: 'call failed'; readonly whom: string; readonly region: string; readonly reason: string }
  /** Another call to the same phone is open. */
  | { readonly kind: 'call put off'; readonly whom: string; readonly until: Instant }
  | { readonly kind: 'contact center asked'; readonly task: string; readonly about: TaskAbout }
  | {
      readonly kind: 'task refused';
      readonly task: string;
      readonly region: string;
      readonly reason: string;
    }
  /** Somebody there has the task; `by`: the operator's name. */
  | { readonly kind: 'contact center has it'; readonly task: string; readonly by?: string | undefined }
  /** Nothing came of a task in its time. */
  | { readonly kind: 'contact center late'; readonly task: string }
  /** An operator's word, after which the task goes on. */
  | {
      readonly kind: 'contact center said';
      readonly task: string;
      readonly outcome: TaskOutcome;
      readonly by: string;
      readonly note?: string | undefined;
    }
  | {
      readonly kind: 'contact center done';
      readonly task: string;
      readonly outcome: TaskOutcome;
      readonly by?: string | undefined;
      readonly note?: string | undefined;
    }
  /** An additional responder is asked: a role, or a person. */
  | {
      readonly kind: 'additional responder asked';
      readonly whom: string;
      readonly why: AdditionalReason;
      readonly by?: string | undefined;
    }
  | { readonly kind: 'major incident'; readonly by: string }
  /** No drastic action without the customer's consent: who asks for it, and what for. */
  | { readonly kind: 'consent asked'; readonly request: string; readonly action: string; readonly by: string }
  | {
      readonly kind: 'consent request sent';
      readonly request: string;
      readonly told: readonly string[];
      readonly failed: readonly string[];
    }
  /** `who` gave or refused it; `by` recorded that, if it was not the contact. */
  | {
      readonly kind: 'consent answered';
      readonly request: string;
      readonly answer: ConsentAnswer['kind'];
      readonly who?: string | undefined;
      readonly by?: string | undefined;
      readonly reason?: string | undefined;
      readonly path?: AnswerPath | undefined;
    }
  | { readonly kind: 'no major incident'; readonly by: string; readonly path: AnswerPath }
  | {
      readonly kind: 'customer decision';
      readonly by: string;
      readonly words: string;
      readonly path: AnswerPath;
    }
  | { readonly kind: 'acknowledged'; readonly by: string; readonly until: Instant; readonly path: AnswerPath }
  | { readonly kind: 'acknowledgement ran out'; readonly by: string }
  /** Somebody works on it beside the one who has it. */
  | { readonly kind: 'joined'; readonly by: string; readonly path: AnswerPath }
  /** The one who has it says how long it takes. */
  | { readonly kind: 'updated'; readonly by: string; readonly expectedAt: Instant; readonly path: AnswerPath }
  /** An operator has found that the one who had it is not on it. */
  | { readonly kind: 'not on it'; readonly responder: string; readonly by: string }
  | { readonly kind: 'declined'; readonly by: string; readonly path: AnswerPath }
  | { readonly kind: 'undone'; readonly by: string; readonly path: AnswerPath }
  | { readonly kind: 'told'; readonly to: string; readonly notice: string; readonly region: string }
  | { readonly kind: 'not told'; readonly to: string; readonly notice: string; readonly reason: string }
  /** `who`: the customer's contact; told by SMS through a region, or by an operator. */
  | {
      readonly kind: 'customer told';
      readonly promise: string;
      readonly about: CustomerPromise['about'];
      readonly who?: string | undefined;
      readonly region?: string | undefined;
      readonly by?: string | undefined;
      readonly expectedAt?: Instant | undefined;
    }
  | {
      readonly kind: 'customer not told';
      readonly promise: string;
      readonly about: CustomerPromise['about'];
      readonly who: string;
      readonly reason: string;
    }
  /** Too many went to this customer before it: the next copy counts it. */
  | { readonly kind: 'copy folded'; readonly promise: string }
  | { readonly kind: 'promise broken'; readonly promise: string; readonly about: CustomerPromise['about'] }
  /** It is not over by the time that the customer's SLA says. */
  | { readonly kind: 'target missed' }
  | { readonly kind: 'answer of a stranger'; readonly number: string; readonly text: string }
  | { readonly kind: 'handed over'; readonly epoch: number }
  /** Until then the table could not be written, and people were paged without it, under this code. */
  | { readonly kind: 'stored after all'; readonly code: string }
  /** `by` is a responder, or `source`. */
  | { readonly kind: 'resolved'; readonly by: string; readonly note?: string | undefined }
);
