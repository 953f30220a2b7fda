import * as z from 'zod/mini';
import { maxMinutes } from '../replies/times/time-units.ts';
import type { Shape } from './parts.ts';

/** Characters of a note. Timelines are read on phones, and the incident's item holds their newest entries. */
const maxNote = 1000;

/** Characters of an action for which the customer is asked: the SMS would cut off a longer one. */
const maxAction = 70;

const maxName = 100;

const wrongMinutes = { error: `must be a whole number of minutes from 1 to ${maxMinutes}` };

const minutes = z.int(wrongMinutes).check(z.minimum(1, wrongMinutes), z.maximum(maxMinutes, wrongMinutes));

const name = text(1, maxName);

const everybody = {
  by: z
    .string({ error: 'must be the id of the responder who says so' })
    .check(z.describe('The responder who says so: only a person acknowledges an incident.')),
  path: z._default(
    z.enum(['board', 'command line'], { error: 'must be board or command line' }),
    'command line',
  ),
};

/** What came of a request for consent, as a responder may record it. */
export const consentAnswers = ['granted', 'refused', 'withdrawn', 'decided'] as const;

/** The body of each action on an incident. */
export const actionBodies = {
  acknowledge: z.strictObject({
    ...everybody,
    minutes: z.optional(minutes.check(z.describe('Without it, the severity decides.'))),
  }),
  decline: z.strictObject(everybody),
  resolve: z.strictObject({
    ...everybody,
    note: z.optional(text(0, maxNote).check(z.describe('What was wrong, and what was done.'))),
  }),
  reopen: z.strictObject({
    ...everybody,
    note: z.optional(text(0, maxNote).check(z.describe('Why it is not over.'))),
  }),
  update: z.strictObject({ ...everybody, minutes }),
  escalate: z.strictObject({
    ...everybody,
    whom: z._default(
      name.check(z.describe('management, a responder, or a roster whose primary is asked.')),
      'management',
    ),
  }),
  handOver: z.strictObject({
    ...everybody,
    to: z.optional(
      name.check(z.describe('A responder. Without it, the one who is on call for the incident now.')),
    ),
  }),
  serious: z.strictObject({
    ...everybody,
    serious: z._default(
      z
        .boolean({ error: 'must be true or false' })
        .check(z.describe('false: it is a major incident no longer.')),
      true,
    ),
  }),
  assign: z.strictObject({
    ...everybody,
    service: name.check(z.describe('The name of a service. Its customer becomes that of the incident.')),
  }),
  assess: z.strictObject({ ...everybody, words: text(3, maxNote) }),
  consent: z.strictObject({
    ...everybody,
    action: z.optional(
      text(3, maxAction).check(z.describe('What is to be done: the customer reads it by SMS.')),
    ),
    request: z.optional(name.check(z.describe('Which request: c1.'))),
    answer: z.optional(
      z
        .enum(consentAnswers, { error: `must be one of ${consentAnswers.join(', ')}` })
        .check(
          z.describe(
            'decided: by management alone. The responder must be on call as management, and an operator must have reached nobody at the customer, or 15 minutes must have passed since the request.',
          ),
        ),
    ),
    who: z.optional(
      name.check(z.describe('The customer contact who has granted or refused it: needed then.')),
    ),
    reason: z.optional(
      text(3, maxNote).check(z.describe('Why management decides without the customer: needed then.')),
    ),
  }),
};

/** What can be done to an incident. */
export type Action = keyof typeof actionBodies;

/** The body of an action, with its defaults filled in. */
export type ActionBody<A extends Action> = Shape<(typeof actionBodies)[A]>;

function text(least: number, most: number) {
  const wrong = { error: `must be ${least === 0 ? 'at most' : `${least} to`} ${most} characters` };
  return z
    .string({ error: 'must be a text' })
    .check(
      z.maxLength(most, wrong),
      ...(least === 0
        ? []
        : [z.minLength(least, wrong), z.refine<string>((value) => value.trim().length >= least, wrong)]),
    );
}
