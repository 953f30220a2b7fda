import * as z from 'zod/mini';
import { type Shape, textOrNull, time, timeOrNull } from './parts.ts';

const path = z.enum(['sms', 'call'], { error: 'must be sms or call' });

/** A page to oneself, which is about no incident. */
export const testPageRequest = z.strictObject({
  by: z.string({ error: 'must be the id of a responder' }).check(z.describe('Who is paged: the caller.')),
  path,
  through: z
    .enum(['own', 'other'], { error: 'must be own or other' })
    .check(z.describe('The region of this cell, or the other one.')),
});

/** A test page, and what came of it so far. */
export const testPage = z.object({
  responder: z.string(),
  path,
  region: z.string().check(z.describe('Through which it was sent.')),
  sentAt: time,
  answer: z.string().check(z.describe('What the responder must answer: the text of an SMS, or a key.')),
  refused: textOrNull.check(z.describe('Why the region did not accept it; null: it did.')),
  answeredAt: timeOrNull,
});

export type TestPageRequest = z.infer<typeof testPageRequest>;

export type TestPage = Shape<typeof testPage>;
