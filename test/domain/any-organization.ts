import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import type { Organization, Rotation } from '../../domain/organization/organization.ts';
import { weekdays } from '../../domain/time/calendar-day.ts';
import { exampleOrganization } from './example-organization.ts';

/** Zones whose clocks change in each of the ways that there are: by an hour, by half an hour, in either half of the year. */
export const changingZones = ['Europe/Brussels', 'America/New_York', 'Australia/Lord_Howe'] as const;

/** Any moment of the years 2026 to 2028, to the second. */
export const anInstant = fc
  .integer({ min: Date.UTC(2026, 0, 1) / 1000, max: Date.UTC(2029, 0, 1) / 1000 })
  .map((seconds) => seconds * 1000);

/** A rotation of some of these people, with a handover on a whole hour, that may start only in the middle of it all. */
export function aRotation(people: readonly [string, ...string[]]): fc.Arbitrary<Rotation> {
  return fc
    .record({
      weekday: fc.nat({ max: 6 }),
      hour: fc.nat({ max: 23 }),
      weeksLate: fc.oneof(
        { arbitrary: fc.constant(0), weight: 9 },
        { arbitrary: fc.nat({ max: 200 }), weight: 1 },
      ),
      responders: fc.array(fc.constantFrom(...people), { minLength: 1, maxLength: 4 }),
    })
    .map(({ weekday, hour, weeksLate, responders }) => ({
      startsOn: Temporal.PlainDate.from('2024-01-01').add({ days: weekday, weeks: weeksLate }).toString(),
      handover: { day: weekdays[weekday] ?? 'monday', time: `${String(hour).padStart(2, '0')}:00` },
      responders,
    }));
}

/** An organization whose linux engineers and managers take turns in any way, with holes or without. */
export function anOrganization(): fc.Arbitrary<Organization> {
  const turns = fc.record({
    primary: aRotation(['an', 'bram', 'chloe']),
    secondary: aRotation(['an', 'bram', 'chloe']),
    management: aRotation(['dirk', 'els', 'an']),
    inOrder: fc.boolean(),
    timeZone: fc.constantFrom(...changingZones),
  });
  return turns.map(({ primary, secondary, management, inOrder, timeZone }) =>
    exampleOrganization((draft) => {
      const engineers = { primary: { ...primary, responders: ['an', 'bram', 'chloe'] } };
      draft.rosters = {
        linux: inOrder
          ? {
              timeZone,
              primary: engineers.primary,
              secondary: { ...primary, responders: ['bram', 'chloe', 'an'] },
              management: { borrowedFrom: 'company' },
            }
          : { timeZone, primary, secondary, management: { borrowedFrom: 'company' } },
        company: { management: inOrder ? { ...management, responders: ['dirk', 'els'] } : management },
      };
      draft.services = [];
      for (const responder of Object.values<{ competences: string[] }>(draft.responders)) {
        responder.competences = responder.competences.filter((competence) => competence === 'linux');
      }
    }),
  );
}
