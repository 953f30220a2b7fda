import * as z from 'zod/mini';
import type { Instant } from '../../domain/time/instant.ts';

/** What End User Messaging publishes for a received SMS. Source: its user guide, "Two-way SMS message payload". */
export const inboundSms = z.object({
  originationNumber: z.string(),
  messageBody: z.string(),
  inboundMessageId: z.string(),
});

/** A received SMS. */
export interface InboundSms {
  readonly number: string;
  readonly text: string;
  /** When AWS received it. It may be handled later. */
  readonly sentAt: Instant;
  /** Identifies the message: the same one, delivered twice, counts once. */
  readonly id: string;
}

/** A contact of a customer. */
export interface Contact {
  readonly customer: string;
  readonly name: string;
}
