import * as z from 'zod/mini';
import { severities } from '../organization/formats.ts';
import { statuses } from './incident.ts';
import { type Shape, textOrNull } from './parts.ts';

const text = z.string().check(z.minLength(1));

/**
 * A native alarm, as its sender should write it. `sources/native.ts` reads it, member by member, and pages what does not
 * fit as well: the API refuses no alarm.
 */
export const nativeAlarm = z.object({
  dedupKey: text.check(z.describe('Alarms with the same key are one incident.')),
  service: text.check(z.describe('The name of a service of the organization.')),
  summary: text.check(z.describe('What is wrong, in a few words.')),
  severity: z.optional(z.enum(severities)),
  state: z._default(z.enum(['firing', 'resolved']), 'firing'),
  occurredAt: z.optional(
    z.iso.datetime({ offset: true }).check(z.describe('Without it, the time at which the alarm came in.')),
  ),
  details: z.optional(z.record(z.string(), z.unknown())),
  links: z.optional(z.array(z.string())),
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
