import * as z from 'zod/mini';
import { severities } from '../organization/formats.ts';
import { count, cursor, cursorOrNull, customer, person, type Shape, time } from './parts.ts';

const seconds = z.nullable(count);

const personFigures = z.object({
  responder: z.string().check(z.describe('The id of a responder.')),
  pages: count.check(z.describe('SMS and calls.')),
  nights: z
    .array(z.iso.date())
    .check(z.describe('The nights, from 22:00 to 06:00, with a page: each by the day on which it began.')),
  hasTaken: z.boolean(),
});

const incidentFigures = z.object({
  incidentId: z.string(),
  code: z.string(),
  customer: z.nullable(customer),
  severity: z.enum(severities),
  responseSeconds: seconds.check(z.describe('Until somebody acknowledged it; null: nobody has.')),
  resolutionSeconds: seconds.check(z.describe('Null: it is open.')),
  promisesKept: count,
  promisesBroken: count,
  targetsMissed: count,
  people: z.array(personFigures),
});

const monthShape = /^\d{4}-(0[1-9]|1[0-2])$/;

const month = z.string().check(z.regex(monthShape));

/** A page of the figures of a month. */
export const monthFigures = z.object({
  month,
  from: time,
  until: time,
  isOver: z.boolean().check(z.describe('Whether the month is over.')),
  timeZone: z.string().check(z.describe('The company’s, in which months and nights begin.')),
  incidents: z
    .array(incidentFigures)
    .check(z.describe('One that ends between two pages may come twice: the later one counts.')),
  customers: z.array(customer),
  onCall: z
    .array(z.extend(person, { hours: z.number() }))
    .check(z.describe('How long each responder was on call until now, by the rosters as they are.')),
  next: cursorOrNull,
  isComplete: z.boolean().check(z.describe('Whether the cell looked at everything that is open.')),
});

/** What a report can be asked for. */
export const reportQuery = z.strictObject({
  month: z.optional(
    z
      .string()
      .check(z.regex(monthShape, { error: 'must be a month such as 2026-11' }))
      .check(z.describe('Such as 2026-11. Default: the last one that is over.')),
  ),
  cursor: z.optional(cursor),
});

export type MonthFigures = Shape<typeof monthFigures>;

export type ReportQuery = Shape<typeof reportQuery>;
