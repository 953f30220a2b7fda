import * as z from 'zod/mini';
import { group, list, oneOf, roles, seconds, wallClockTime } from './formats.ts';

/** Longest that one step may wait for an answer: an hour of silence is no escalation any more. */
const maxStepSeconds = 3_600;

/** Longest round: everybody is asked again at least once a day. */
const maxRoundSeconds = 86_400;

/** Longest that an operator may take to reach the primary, before it counts as not reached. */
const maxConfirmSeconds = 3_600;

/** More rungs than any ladder needs; each costs turns of the workflow. */
const maxSteps = 10;

/** More attempts than any step needs; each costs turns of the workflow. */
const maxPaths = 20;

const afterSeconds = seconds(0, maxStepSeconds).check(
  z.describe('Seconds after the start of the step at which this path is used, if nobody has answered yet.'),
);

const smsPath = group({
  kind: z.literal('sms'),
  via: oneOf(['own', 'other']).check(
    z.describe('The region that sends: the own one of the driver, or the other cell.'),
  ),
  afterSeconds,
});

const callPath = group({
  kind: z.literal('call'),
  whom: oneOf(['responder', 'contactCenter']).check(z.describe('Who is called.')),
  afterSeconds,
});

/** One attempt at reaching somebody. */
export const pathSchema = z
  .discriminatedUnion('kind', [smsPath, callPath], { error: 'must be of the kind sms or call' })
  .check(z.meta({ id: 'Path', description: 'One attempt at reaching somebody, at its time in the step.' }));

/** One rung of the ladder. */
export const stepSchema = group({
  roles: list(oneOf(roles), 1, roles.length).check(z.describe('Who is asked, all at the same time.')),
  answerWithinSeconds: seconds(1, maxStepSeconds).check(
    z.describe('Silence for this long moves on to the next step.'),
  ),
  paths: list(pathSchema, 1, maxPaths).check(
    z.describe('In the order of afterSeconds. An SMS goes out at 0.'),
  ),
}).check(
  z.meta({ id: 'EscalationStep', description: 'One rung of the ladder: who, by which paths, how long.' }),
);

/** The ladder of one severity. */
export const escalationPolicySchema = group({
  schemaVersion: z
    .literal(1, { error: 'must be 1' })
    .check(
      z.describe('The version of this shape. A running incident keeps the policy that it was opened with.'),
    ),
  steps: list(stepSchema, 1, maxSteps).check(z.describe('The rungs, from the first to the last.')),
  roundSeconds: seconds(1, maxRoundSeconds).check(
    z.describe(
      'When everybody is asked again, from the start of the round. At least the sum of the answer times.',
    ),
  ),
  heldUntilMorning: z.exactOptional(
    group({ from: wallClockTime, until: wallClockTime }).check(
      z.describe("Between these times, in the customer's time zone, nobody is paged until the second one."),
    ),
  ),
  confirmation: z.exactOptional(
    oneOf(['always', 'unlessAnswered']).check(
      z.describe(
        'Whether the contact center is to speak with a primary who has already answered: always, which is the default, or unlessAnswered.',
      ),
    ),
  ),
  confirmWithinSeconds: z.exactOptional(
    seconds(1, maxConfirmSeconds).check(
      z.describe(
        'Seconds in which an operator says what came of it, and after which it counts as not reached. 300 if none are given.',
      ),
    ),
  ),
}).check(
  z.meta({
    id: 'EscalationPolicy',
    description: 'What happens, and when, until somebody takes an incident.',
  }),
);
