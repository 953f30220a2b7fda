import * as z from 'zod/mini';
import { group, language, list, minutes, name, oneOf, phoneNumber, timeZone } from './formats.ts';

/** More people than anybody calls at night. */
const maxContacts = 20;

/** A promise of more than a day to tell somebody, or of more than a month to mend something, is none. */
const maxMinutes = { telling: 1_440, resolution: 43_200 };

const customerContactSchema = group({ name, number: phoneNumber, language: z.exactOptional(language) }).check(
  z.meta({
    id: 'CustomerContact',
    description: "Who is told and asked at a customer. The language is the customer's if none is given.",
  }),
);

/** Whose systems are watched, and how they are told. */
export const customerSchema = group({
  name,
  sla: oneOf(['pro', 'standard']).check(
    z.describe('pro: its contacts may have a copy of each alarm by SMS.'),
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
          'Whether its contacts have a copy of each alarm by SMS. With the sla pro they have unless this is false; with standard they never have.',
        ),
      ),
  ),
}).check(
  z.meta({
    id: 'Customer',
    description: "Whose systems are watched. The time zone is the company's if none is given.",
  }),
);

const targetsSchema = group({
  tellWithinMinutes: minutes(1, maxMinutes.telling).check(
    z.describe('From the alarm, or from its end, until the customer has been told.'),
  ),
  updateEveryMinutes: minutes(5, maxMinutes.telling).check(
    z.describe('Between one word to the customer about the repair and the next.'),
  ),
  resolveWithinMinutes: minutes(1, maxMinutes.resolution).check(
    z.describe('From the alarm to its end. Management is asked when three quarters of it have passed.'),
  ),
}).check(z.meta({ id: 'Targets', description: 'What the customers of an SLA are promised, in minutes.' }));

/** What the customers of each SLA are promised. */
export const slasSchema = group({
  pro: z.exactOptional(targetsSchema),
  standard: z.exactOptional(targetsSchema),
}).check(
  z.describe('What the customers of each SLA are promised. The default promises where none are given.'),
);
