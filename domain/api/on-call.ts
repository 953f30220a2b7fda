import * as z from 'zod/mini';
import { person, type Shape, time, timeZone } from './parts.ts';

const filled = z.nullable(person);

const roster = z.object({
  roster: z.string(),
  primary: filled,
  secondary: filled,
  management: filled,
  until: time.check(z.describe('The next handover of any of them.')),
});

/** Who fills the roles of the rosters at a time. */
export const onCall = z.object({ at: time, timeZone, rosters: z.array(roster) });

/** What can be asked about who is on call. */
export const onCallQuery = z.strictObject({
  at: z.optional(
    z.iso
      .datetime({
        offset: true,
        error: 'must be a time such as 2026-11-23T03:10:00+01:00',
      })
      .check(z.describe('Default: now. With an offset, so that it is clear whose clock is meant.')),
  ),
  roster: z.optional(z.string().check(z.describe('Default: all of them.'))),
});

export type OnCall = Shape<typeof onCall>;

export type OnCallQuery = Shape<typeof onCallQuery>;
