import * as z from 'zod/mini';
import { maxMinutes } from '../../domain/replies/times/time-units.ts';

/** Characters of a note: a timeline is read on a phone, and its entries stand in the incident's item. */
const maxNote = 1000;

/** Characters of an action for which a customer is asked: longer ones would be cut off in the SMS that asks, unseen. */
const maxAction = 70;

const maxName = 100;

const wrongMinutes = { error: `must be a whole number of minutes from 1 to ${maxMinutes}` };
const minutes = z
  .number(wrongMinutes)
  .check(z.refine((value) => Number.isInteger(value) && value >= 1 && value <= maxMinutes, wrongMinutes));
const note = text(0, maxNote);
const words = text(3, maxNote);
const action = text(3, maxAction);
const name = text(1, maxName);
const everybody = {
  by: z.string({ error: 'must be the id of the responder who says so' }),
  path: z.optional(z.enum(['board', 'command line'], { error: 'must be board or command line' })),
};

/** What became of a request for consent, as a responder may record it. */
export const consentAnswers = ['granted', 'refused', 'withdrawn', 'decided'] as const;

/** What each action takes. */
export const actionBodies = {
  acknowledge: z.strictObject({ ...everybody, minutes: z.optional(minutes) }),
  decline: z.strictObject(everybody),
  resolve: z.strictObject({ ...everybody, note: z.optional(note) }),
  update: z.strictObject({ ...everybody, minutes }),
  escalate: z.strictObject({ ...everybody, whom: z.optional(name) }),
  serious: z.strictObject({
    ...everybody,
    serious: z.optional(z.boolean({ error: 'must be true or false' })),
  }),
  assess: z.strictObject({ ...everybody, words }),
  consent: z.strictObject({
    ...everybody,
    action: z.optional(action),
    request: z.optional(name),
    answer: z.optional(z.enum(consentAnswers, { error: `must be one of ${consentAnswers.join(', ')}` })),
    who: z.optional(name),
    reason: z.optional(words),
  }),
};

/** What can be done to an incident. */
export type Action = keyof typeof actionBodies;

/** Whether the last part of a path names something that can be done to an incident. */
export function isAction(name: string): name is Action {
  return Object.hasOwn(actionBodies, name);
}

function text(least: number, most: number) {
  return z.string({ error: 'must be a text' }).check(
    z.refine((value) => value.trim().length >= least && value.length <= most, {
      error: `must be ${least === 0 ? 'at most' : `${least} to`} ${most} characters`,
    }),
  );
}
