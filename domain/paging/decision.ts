import type { AskedAs } from '../incident/asked.ts';
import type { Instant } from '../time/instant.ts';

/** What the shell must do next. It obeys; it never decides. */
export type Decision =
  | {
      readonly kind: 'sms';
      readonly via: 'own' | 'other';
      readonly attempt: string;
      readonly role: AskedAs;
      readonly responder: string;
    }
  | {
      readonly kind: 'call';
      readonly attempt: string;
      readonly whom:
        | { readonly kind: 'responder'; readonly responder: string }
        | { readonly kind: 'contactCenter' };
    }
  | { readonly kind: 'tell' }
  /** Puts a task into the contact center's queue, or takes one out that has lost its purpose. */
  | { readonly kind: 'queue' | 'withdraw'; readonly task: string }
  /** Tells the customer what a promise is about, or asks for consent, by SMS. */
  | { readonly kind: 'customer'; readonly about: CustomerMessage }
  /** `onOther`: for another driver's act, of which nobody knows yet what became. */
  | { readonly kind: 'await'; readonly until: Instant; readonly onOther?: true }
  | { readonly kind: 'taken'; readonly until: Instant; readonly by: string }
  | { readonly kind: 'hold'; readonly until: Instant; readonly reason: string }
  | { readonly kind: 'handOver' }
  | { readonly kind: 'end' };

/** What a customer is written about: a promise or a request for consent, by its id. */
export type CustomerMessage =
  | { readonly kind: 'promise'; readonly promise: string }
  | { readonly kind: 'consent'; readonly request: string };

/** Something that others hear of. */
export type Act = Exclude<
  Decision,
  { readonly kind: 'await' | 'taken' | 'hold' | 'handOver' | 'end' | 'tell' }
>;

/** An act, and when it is due. */
export interface DueAct {
  readonly dueAt: Instant;
  readonly decision: Act;
}

/** The first that is due; of two at the same moment, the one that stands first. */
export function firstDue(acts: readonly DueAct[]): DueAct | undefined {
  return acts.reduce<DueAct | undefined>(
    (first, act) => (first && first.dueAt <= act.dueAt ? first : act),
    undefined,
  );
}
