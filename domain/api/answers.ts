import * as z from 'zod/mini';
import { type Shape, time, timeZone } from './parts.ts';

/** Why a request is not done. Source: RFC 9457. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string().check(z.describe('What is wrong, and what is allowed.'))),
});

/** The answer of a cell that is well. */
export const health = z.object({ status: z.literal('ok'), region: z.string(), at: time });

/** A link to the operators' board. */
export const boardLink = z.object({ url: z.url(), until: time, timeZone });

/** What SNS hears when it posts something that opens no incident. */
export const nothingToPage = z.object({
  ignored: z.optional(z.string().check(z.describe('Why the change of an alarm pages nobody.'))),
  confirmed: z.optional(z.string().check(z.describe('The topic whose subscription is confirmed.'))),
  unsubscribed: z.optional(z.string().check(z.describe('The topic that will send nothing more.'))),
});

export type Problem = Shape<typeof problem>;

export type NothingToPage = Shape<typeof nothingToPage>;

export type Health = Shape<typeof health>;

export type BoardLink = Shape<typeof boardLink>;
