import * as z from 'zod/mini';
import { severities } from '../organization/formats.ts';
import { statuses } from './incident.ts';
import { type Shape, textOrNull } from './parts.ts';

const text = z.string().check(z.regex(/\S/));

const address = z.string().check(z.regex(/^https?:\/\/\S+$/i), z.maxLength(1000));

/**
 * A native alarm, as its sender should write it. `sources/native.ts` reads it, member by member, and pages what does not
 * fit as well: the API refuses no alarm.
 */
export const nativeAlarm = z.object({
  dedupKey: z
    .union([text, z.number()])
    .check(z.describe('Alarms of one integration and service with the same key are one incident.')),
  service: text.check(z.describe('The name of a service of the organization.')),
  summary: text.check(z.describe('What is wrong, in a few words.')),
  severity: z.optional(
    z
      .enum(severities)
      .check(z.describe('Words of other systems, such as P1, Warning or info, are read too.')),
  ),
  state: z
    ._default(z.enum(['firing', 'resolved']), 'firing')
    .check(z.describe('Words of other systems, such as OK or closed, are read too.')),
  occurredAt: z.optional(
    z.iso.datetime({ offset: true }).check(z.describe('Without it, the time at which the alarm came in.')),
  ),
  details: z.optional(z.record(z.string(), z.unknown())),
  links: z.optional(
    z
      .array(z.union([address, z.object({ href: address, text: z.optional(z.string()) })]))
      .check(z.describe('Addresses of a runbook or a graph. Ten are kept.')),
  ),
});

/** The answer to an alarm that is stored and paged. */
export const accepted = z.object({
  incidentId: textOrNull,
  code: textOrNull.check(z.describe('How people name the incident.')),
  status: z.enum(statuses),
  warnings: z.optional(
    z
      .array(z.object({ place: z.string(), message: z.string() }))
      .check(z.describe('What was wrong with the alarm.')),
  ),
});

export type NativeAlarm = z.input<typeof nativeAlarm>;

export type Accepted = Shape<typeof accepted>;
