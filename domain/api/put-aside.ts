import * as z from 'zod/mini';
import type { Shape } from './parts.ts';
import { time } from './parts.ts';

const message = z.object({
  id: z.string(),
  what: z.string().check(z.describe('Such as SMS answer.')),
  region: z.string().check(z.describe('The region whose guardian tried it.')),
  content: z
    .string()
    .check(z.describe('Of an SMS its sender, without the middle of the number, and its text.')),
  error: z.string(),
  tries: z.number(),
  firstAt: time.check(z.describe('When it failed first.')),
  at: time.check(z.describe('When it was put aside.')),
});

/** The messages that a guardian tried in vain and put aside. */
export const putAside = z.object({
  timeZone: z.string(),
  messages: z.array(message).check(z.describe('The latest first.')),
});

export type PutAsideMessages = Shape<typeof putAside>;
