import * as z from 'zod/mini';

/** What End User Messaging publishes for an SMS that came in. Source: its user guide, "Two-way SMS message payload". */
export const inboundSms = z.object({
  originationNumber: z.string(),
  messageBody: z.string(),
  inboundMessageId: z.string(),
});

/** An SMS that came in. */
export interface InboundSms {
  readonly number: string;
  readonly text: string;
  /** Names the message: the same one, delivered twice, counts once. */
  readonly id: string;
}

/** A person whom a customer is reached by. */
export interface Contact {
  readonly customer: string;
  readonly name: string;
}
