import type { Role } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import type { AnswerPath, ConsentAnswer, CustomerPromise } from './customer.ts';
import type { AdditionalReason, AskedAs, WorseSeverity } from './ladder.ts';
import type { TaskAbout, TaskOutcome } from './task.ts';

/** An entry of the timeline: something that happened to an incident. The timeline is append-only. Responders appear by id. */
export type Entry = { readonly at: Instant } & (
  | { readonly kind: 'opened'; readonly summary: string; readonly roster: string }
  /** The alarm fired again, or `by` took back the end. `times`: how often it has fired again. */
  | {
      readonly kind: 'reopened';
      readonly summary: string;
      readonly asksFirst?: string | undefined;
      readonly times?: number | undefined;
      readonly flaps?: true | undefined;
      readonly by?: string | undefined;
      readonly path?: AnswerPath | undefined;
      readonly note?: string | undefined;
    }
  /** While the alarm flaps: its source says that all is well, or it has fired again. */
  | { readonly kind: 'well again' }
  | { readonly kind: 'fired again'; readonly times: number }
  /** An event of a worse severity joined. */
  | { readonly kind: 'worse'; readonly severity: WorseSeverity; readonly summary: string }
  | { readonly kind: 'held'; readonly reason: string; readonly until: Instant }
  | { readonly kind: 'round began'; readonly number: number }
  /** A step did not ask a role: nobody is on call for it, or that responder has declined. */
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
  /** Amazon Connect made the call, under `contactId`. That does not mean that anybody answered it. */
  | { readonly kind: 'called'; readonly whom: string; readonly region: string; readonly contactId: string }
  | { readonly kind: 'call failed'; readonly whom: string; readonly region: string; readonly reason: string }
  /** A call waits, because another call to the same phone is open. */
  | { readonly kind: 'call put off'; readonly whom: string; readonly until: Instant }
  | { readonly kind: 'contact center asked'; readonly task: string; readonly about: TaskAbout }
  | {
      readonly kind: 'task refused';
      readonly task: string;
      readonly region: string;
      readonly reason: string;
    }
  /** An operator accepted the task. `by`: the operator's name. */
  | { readonly kind: 'contact center has it'; readonly task: string; readonly by?: string | undefined }
  /** A task had no outcome in time. */
  | { readonly kind: 'contact center late'; readonly task: string }
  /** An operator's report that did not end the task. */
  | {
      readonly kind: 'contact center said';
      readonly task: string;
      readonly outcome: TaskOutcome;
      readonly by: string;
      readonly note?: string | undefined;
      /** The responder whom the operator named. */
      readonly responder?: string | undefined;
    }
  | {
      readonly kind: 'contact center done';
      readonly task: string;
      readonly outcome: TaskOutcome;
      readonly by?: string | undefined;
      readonly note?: string | undefined;
      /** The responder whom the operator named. */
      readonly responder?: string | undefined;
    }
  /** An additional responder is asked: a role, or a person. */
  | {
      readonly kind: 'additional responder asked';
      readonly whom: string;
      readonly why: AdditionalReason;
      readonly by?: string | undefined;
    }
  | { readonly kind: 'major incident'; readonly by: string }
  /** A responder asked for the customer's consent to a drastic action. */
  | { readonly kind: 'consent asked'; readonly request: string; readonly action: string; readonly by: string }
  | {
      readonly kind: 'consent request sent';
      readonly request: string;
      readonly told: readonly string[];
      readonly failed: readonly string[];
    }
  /** `who`: the customer contact who answered. `by`: who recorded the answer, where the contact did not. */
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
  /** The shift of `by`, who has acknowledged, is over. `whom` is on call after them. */
  | { readonly kind: 'shift ended'; readonly by: string; readonly whom: string }
  /** A helper said yes. Another responder has acknowledged. */
  | { readonly kind: 'joined'; readonly by: string; readonly path: AnswerPath }
  /** A responder gave the expected repair time. */
  | { readonly kind: 'updated'; readonly by: string; readonly expectedAt: Instant; readonly path: AnswerPath }
  /** An operator found that the responder who acknowledged does not work on the incident. */
  | { readonly kind: 'not on it'; readonly responder: string; readonly by: string }
  | { readonly kind: 'declined'; readonly by: string; readonly path: AnswerPath }
  /** `responder`: who has it after that, until when. */
  | {
      readonly kind: 'undone';
      readonly by: string;
      readonly responder?: string | undefined;
      readonly until?: Instant | undefined;
      readonly path: AnswerPath;
    }
  | { readonly kind: 'told'; readonly to: string; readonly notice: string; readonly region: string }
  | { readonly kind: 'not told'; readonly to: string; readonly notice: string; readonly reason: string }
  /** A region accepted the SMS to the contact `who`. Nobody knows whether they have read it. */
  | {
      readonly kind: 'sent to customer';
      readonly promise: string;
      readonly about: CustomerPromise['about'];
      readonly who: string;
      readonly region: string;
      readonly expectedAt?: Instant | undefined;
    }
  /** The operator `by` spoke with the contact `who`. */
  | {
      readonly kind: 'customer told';
      readonly promise: string;
      readonly about: CustomerPromise['about'];
      readonly who?: string | undefined;
      readonly by: string;
      readonly expectedAt?: Instant | undefined;
    }
  | {
      readonly kind: 'customer not told';
      readonly promise: string;
      readonly about: CustomerPromise['about'];
      readonly who: string;
      readonly reason: string;
    }
  /** A copy was counted instead of sent: the customer had got too many. The next copy gives the number. */
  | { readonly kind: 'copy folded'; readonly promise: string }
  | { readonly kind: 'promise broken'; readonly promise: string; readonly about: CustomerPromise['about'] }
  /** The incident is not resolved within the time of the customer's SLA. */
  | { readonly kind: 'target missed' }
  /** The contact `who` of the customer wrote in their own words. */
  | { readonly kind: 'customer wrote'; readonly who: string; readonly text: string }
  /** A person said of which service the incident is. `by`: a responder's id, or an operator's name. */
  | {
      readonly kind: 'assigned';
      readonly by: string;
      readonly service: string;
      readonly customer?: string | undefined;
    }
  /** SMS of people whom the organization does not know: how many, and the last one's number and text. */
  | {
      readonly kind: 'messages of strangers';
      readonly count: number;
      readonly number: string;
      readonly text: string;
    }
  | { readonly kind: 'handed over'; readonly epoch: number }
  /** The incident is stored now. Before, no table could be written, and people were paged without it, under this code. */
  | { readonly kind: 'stored after all'; readonly code: string }
  /** `by` is a responder, or `source`. */
  | { readonly kind: 'resolved'; readonly by: string; readonly note?: string | undefined }
);
