import type { AskedAs, Attempt } from '../incident/ladder.ts';
import type { Instant } from '../time/instant.ts';

/** What the shell must do next. It obeys; it never decides. */
export type Decision =
  | {
      readonly kind: 'sms';
      readonly via: 'own' | 'other';
      readonly attempt: Attempt;
      readonly role: AskedAs;
      readonly responder: string;
    }
  | {
      readonly kind: 'call';
      readonly attempt: Attempt;
      readonly whom:
        | { readonly kind: 'responder'; readonly responder: string }
        | { readonly kind: 'contactCenter' };
    }
  | { readonly kind: 'tell' }
  /** Puts a task into the contact center's queue, or takes one out that has lost its purpose. */
  | { readonly kind: 'queue' | 'withdraw'; readonly task: string }
  /** Tells the customer what a promise is about, or asks for consent, by SMS. */
  | { readonly kind: 'customer'; readonly about: CustomerMessage }
  /** `onOther`: for another driver's act, whose outcome nobody knows yet. */
  | { readonly kind: 'await'; readonly until: Instant; readonly onOther?: true }
  | { readonly kind: 'acknowledged'; readonly until: Instant; readonly by: string }
  | { readonly kind: 'hold'; readonly until: Instant; readonly reason: string }
  | { readonly kind: 'handOver' }
  | { readonly kind: 'end' };

/** What a message to a customer is about: a promise or a request for consent, by its id. */
export type CustomerMessage =
  | { readonly kind: 'promise'; readonly promise: string }
  | { readonly kind: 'consent'; readonly request: string };

/** An act that people outside hear of, at a moment of its own. */
export type Act = Exclude<
  Decision,
  { readonly kind: 'await' | 'acknowledged' | 'hold' | 'handOver' | 'end' | 'tell' }
>;
