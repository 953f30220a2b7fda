import * as z from 'zod/mini';
import { weekdays } from '../time/calendar-day.ts';
import { customerSchema, slasSchema } from './customer-schema.ts';
import {
  calendarDay,
  group,
  id,
  keyHash,
  language,
  list,
  name,
  oneOf,
  phoneNumber,
  severities,
  timeZone,
  topicPattern,
  wallClockTime,
} from './formats.ts';
import { escalationPolicySchema } from './policy-schema.ts';

/** The longest lists. They are far above what a company has, and keep the file below the limits of the table. */
const maxLength = {
  competences: 40,
  numbers: 5,
  inRotation: 60,
  services: 2_000,
  matches: 50,
  integrations: 100,
  topics: 50,
};

/** The longest name of an alarm in CloudWatch has 255 characters. A pattern needs no more. */
const maxPatternLength = 255;

const responderSchema = group({
  name,
  language,
  competences: list(id, 0, maxLength.competences).check(
    z.describe('What this person can repair, each the name of a roster. Management needs none.'),
  ),
  numbers: list(phoneNumber, 1, maxLength.numbers).check(z.describe('In the order in which they are tried.')),
}).check(z.meta({ id: 'Responder', description: 'A person who can be paged.' }));

const rotationSchema = group({
  startsOn: calendarDay.check(
    z.describe('The day of the first handover. Before it, nobody is on call by this rotation.'),
  ),
  handover: group({
    day: oneOf(weekdays),
    time: wallClockTime,
  }).check(
    z.describe(
      "When the shift ends, each week, in the roster's time zone. If the clocks skip that time, the handover is later by as much. If they show it twice, the first counts.",
    ),
  ),
  responders: list(id, 1, maxLength.inRotation).check(
    z.describe('Who takes turns, a week each, in this order, again and again.'),
  ),
}).check(z.meta({ id: 'Rotation', description: 'Who takes turns, week by week.' }));

const borrowedSchema = group({
  borrowedFrom: id.check(z.describe('The roster whose management this one has, such as company.')),
}).check(z.meta({ id: 'Borrowed', description: 'The same management as another roster.' }));

const rosterSchema = group({
  timeZone: z.exactOptional(timeZone),
  primary: z.exactOptional(rotationSchema),
  secondary: z.exactOptional(rotationSchema),
  management: z.union([rotationSchema, borrowedSchema]),
}).check(
  z.meta({
    id: 'Roster',
    description:
      "Who is on call for a competence. A roster with management alone lends it to others. The default time zone is the company's.",
    dependentRequired: { primary: ['secondary'], secondary: ['primary'] },
  }),
);

const exactText = z.string({ error: 'must be text' }).check(z.minLength(1, { error: 'must not be empty' }));

const matchSchema = group({
  source: id.check(z.describe('Which kind of source sends the alarm, such as cloudwatch or alertmanager.')),
  account: z.exactOptional(
    exactText.check(z.describe("The account that it comes from, in quotes, such as '111122223333'.")),
  ),
  region: z.exactOptional(
    exactText.check(z.describe('The region that it comes from, such as eu-central-1.')),
  ),
  alarmName: z.exactOptional(
    exactText.check(
      z.maxLength(maxPatternLength, { error: `must be at most ${maxPatternLength} characters` }),
      z.describe('The name of the alarm; * stands for any characters, ? for one.'),
    ),
  ),
  labels: z.exactOptional(
    z
      .record(z.string(), z.string({ error: 'must be text' }), { error: 'must be labels and their values' })
      .check(z.describe('Labels that the alarm must have, with exactly these values.')),
  ),
}).check(
  z.meta({ id: 'Match', description: 'What an alarm must be like. Everything that is given must match.' }),
);

const serviceSchema = group({
  name: name.check(z.describe('Native alarms name the service by this.')),
  displayName: z.exactOptional(
    name.check(
      z.describe('How the customer calls it, in messages to the customer. The default is its name.'),
    ),
  ),
  customer: id.check(z.describe('Whose it is.')),
  competence: id.check(z.describe('What a repair takes: the name of the roster that is paged.')),
  severity: z.exactOptional(
    oneOf(severities).check(z.describe('For alarms without a severity of their own. The default is high.')),
  ),
  matches: z.exactOptional(
    list(matchSchema, 1, maxLength.matches).check(
      z.describe(
        'Alarms of other sources that are about this service. The first service that matches gets the alarm.',
      ),
    ),
  ),
}).check(z.meta({ id: 'Service', description: 'What can break.' }));

const cloudwatchSchema = group({
  topics: list(topicPattern, 1, maxLength.topics).check(
    z.describe(
      'SNS topics that may send alarms with this key. Their subscriptions are confirmed automatically.',
    ),
  ),
  insufficientData: z.exactOptional(
    oneOf(['ignore', 'firing']).check(
      z.describe('What an alarm without data does: nothing, which is the default, or it fires.'),
    ),
  ),
}).check(z.meta({ id: 'CloudWatch', description: 'An integration that receives alarms of CloudWatch.' }));

const integrationSchema = group({
  name: id,
  keyHash: keyHash,
  cloudwatch: z.exactOptional(cloudwatchSchema),
  owner: z.exactOptional(
    id.check(
      z.describe(
        'The roster whose management hears, by day, of mistakes in its alarms. Without one, the default roster.',
      ),
    ),
  ),
}).check(
  z.meta({
    id: 'Integration',
    description: 'Who may send alarms. It holds the fingerprint of a key, never the key.',
  }),
);

/** The shape of organization.yaml. `checks.ts` then checks what refers to what. */
export const organizationSchema = group({
  version: z.literal(1, { error: 'must be 1' }).check(z.describe('The version of this shape.')),
  company: group({ name, timeZone, language }).check(z.describe('The company, and its defaults.')),
  responders: recordOf(responderSchema).check(z.describe('The people who can be paged, by id.')),
  rosters: recordOf(rosterSchema).check(z.describe('Who is on call, by competence.')),
  defaultRoster: id.check(z.describe('The roster that gets alarms which match no service.')),
  policies: z.exactOptional(
    group({
      critical: z.exactOptional(escalationPolicySchema),
      high: z.exactOptional(escalationPolicySchema),
      low: z.exactOptional(escalationPolicySchema),
    }).check(z.describe('The ladder of each severity. Without one, the default ladder.')),
  ),
  slas: z.exactOptional(slasSchema),
  customers: recordOf(customerSchema).check(z.describe('The customers, by id.')),
  services: list(serviceSchema, 0, maxLength.services),
  contactCenter: group({ number: phoneNumber, language }).check(
    z.describe('The plain phone number of the operators. It must not depend on this product.'),
  ),
  integrations: list(integrationSchema, 0, maxLength.integrations),
}).check(
  z.meta({ title: 'Organization', description: 'Who is on call, for whom, and how they are reached.' }),
);

function recordOf<Value extends z.ZodMiniType>(value: Value) {
  return z.record(id, value, { error: 'must be a group of ids' });
}

/**
 * Describes organization.yaml as JSON Schema, for editors that complete and check it.
 *
 * It is made from the schema that validates the file. It does not say what refers to what: `parseOrganization` checks that.
 */
export function organizationJsonSchema(): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(organizationSchema);
}
