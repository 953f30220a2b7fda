import * as z from 'zod/mini';
import { group, list, oneOf, roles, seconds, wallClockTime } from './formats.ts';

/** The longest answer time of a step. After an hour of silence a ladder no longer escalates. */
const maxStepSeconds = 3_600;

/** The longest round: everybody is paged again at least once a day. */
const maxRoundSeconds = 86_400;

/** The longest time in which an operator may reach the primary. After it the primary counts as not reached. */
const maxConfirmSeconds = 3_600;

/** The longest time for which a source that flaps must be quiet. */
const maxQuietSeconds = 86_400;

/** More steps than any ladder needs. Each costs transitions of the workflow. */
const maxSteps = 10;

/** More attempts than any step needs. Each costs transitions of the workflow. */
const maxPaths = 20;

const afterSeconds = seconds(0, maxStepSeconds).check(
  z.describe('Seconds from the start of the step until this path is used, if nobody has answered yet.'),
);

const smsPath = group({
  kind: z.literal('sms'),
  via: oneOf(['own', 'other']).check(
    z.describe(
      'The region that sends: own is the region of the cell that drives the incident, other the other one.',
    ),
  ),
  afterSeconds,
});

const callPath = group({
  kind: z.literal('call'),
  whom: oneOf(['responder', 'contactCenter']).check(z.describe('Who is called.')),
  afterSeconds,
});

/** One attempt to reach somebody. */
export const pathSchema = z
  .discriminatedUnion('kind', [smsPath, callPath], { error: 'must be of the kind sms or call' })
  .check(z.meta({ id: 'Path', description: 'One attempt to reach somebody, at its time in the step.' }));

/** One step of the ladder. */
export const stepSchema = group({
  roles: list(oneOf(roles), 1, roles.length).check(z.describe('Who is paged, all at the same time.')),
  answerWithinSeconds: seconds(1, maxStepSeconds).check(
    z.describe('After this long without an answer the next step starts.'),
  ),
  paths: list(pathSchema, 1, maxPaths).check(
    z.describe('In the order of afterSeconds. One must be an sms at 0.'),
  ),
}).check(
  z.meta({
    id: 'EscalationStep',
    description: 'One step of the ladder: who is paged, by which paths, and for how long.',
  }),
);

/** The ladder of one severity. */
export const escalationPolicySchema = group({
  schemaVersion: z
    .literal(1, { error: 'must be 1' })
    .check(
      z.describe('The version of this shape. An open incident keeps the policy that it was opened with.'),
    ),
  steps: list(stepSchema, 1, maxSteps).check(z.describe('The steps, from the first to the last.')),
  roundSeconds: seconds(1, maxRoundSeconds).check(
    z.describe(
      'Seconds from the start of a round until everybody is paged again. At least the sum of the answer times.',
    ),
  ),
  heldUntilMorning: z.exactOptional(
    group({ from: wallClockTime, until: wallClockTime }).check(
      z.describe(
        "An alarm between these times, in the customer's time zone, pages nobody until the second one.",
      ),
    ),
  ),
  confirmation: z.exactOptional(
    oneOf(['always', 'unlessAnswered']).check(
      z.describe(
        'Whether an operator should speak with a primary who has already answered: always, which is the default, or unlessAnswered.',
      ),
    ),
  ),
  confirmWithinSeconds: z.exactOptional(
    seconds(1, maxConfirmSeconds).check(
      z.describe(
        'Seconds in which an operator must report. After them the primary counts as not reached. The default is 300.',
      ),
    ),
  ),
  quietAfterFlappingSeconds: z.exactOptional(
    seconds(1, maxQuietSeconds).check(
      z.describe(
        'An incident whose alarm flaps is over when its source has been quiet for this long. The default is 900.',
      ),
    ),
  ),
}).check(
  z.meta({
    id: 'EscalationPolicy',
    description: 'Who is paged, and when, until somebody acknowledges.',
  }),
);
