import * as z from 'zod/mini';
import { group, language, list, minutes, name, oneOf, phoneNumber, timeZone } from './formats.ts';

/** More contacts than anybody calls at night. */
const maxContacts = 20;

/** The longest promises: a day to tell somebody, a month to repair something. */
const maxMinutes = { telling: 1_440, resolution: 43_200 };

const customerContactSchema = group({ name, number: phoneNumber, language: z.exactOptional(language) }).check(
  z.meta({
    id: 'CustomerContact',
    description: "Who is told and asked at a customer. The default language is the customer's.",
  }),
);

/** A customer: whose systems are watched, and how its contacts hear of incidents. */
export const customerSchema = group({
  name,
  sla: oneOf(['pro', 'standard']).check(
    z.describe('With pro, its contacts can have a copy of each alarm by SMS.'),
  ),
  language,
  timeZone: z.exactOptional(timeZone),
  contacts: list(customerContactSchema, 1, maxContacts),
  telling: z.exactOptional(
    oneOf(['sms', 'operator']).check(
      z.describe(
        'How its contacts hear of an incident: by sms, which is the default, or from an operator who calls them.',
      ),
    ),
  ),
  copies: z.exactOptional(
    z
      .boolean({ error: 'must be true or false' })
      .check(
        z.describe(
          'Whether its contacts get a copy of each alarm by SMS. With the sla pro they do unless this is false. With standard they never do.',
        ),
      ),
  ),
}).check(
  z.meta({
    id: 'Customer',
    description: "Whose systems are watched. The default time zone is the company's.",
  }),
);

const targetsSchema = group({
  tellWithinMinutes: minutes(1, maxMinutes.telling).check(
    z.describe('From the alarm, or from its end, until the customer is told.'),
  ),
  updateEveryMinutes: minutes(5, maxMinutes.telling).check(
    z.describe('From one update to the customer about the repair to the next.'),
  ),
  resolveWithinMinutes: minutes(1, maxMinutes.resolution).check(
    z.describe(
      'From the alarm to its end. Management is paged when three quarters of this time have passed.',
    ),
  ),
}).check(z.meta({ id: 'Targets', description: 'What the customers of an SLA are promised, in minutes.' }));

/** What the customers of each SLA are promised. */
export const slasSchema = group({
  pro: z.exactOptional(targetsSchema),
  standard: z.exactOptional(targetsSchema),
}).check(z.describe('What the customers of each SLA are promised. Without it, the default promises.'));
