import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { onCall } from '../../../domain/on-call/roster.ts';
import { proveRoster } from '../../../domain/on-call/roster-proof.ts';
import type { Organization } from '../../../domain/organization/organization.ts';
import { hour } from '../../../domain/time/instant.ts';
import { anInstant, anOrganization } from '../any-organization.ts';
import { exampleOrganization } from '../example-organization.ts';

const night = Date.parse('2026-11-23T02:10:00Z');

describe('the example organization', () => {
  test('has no holes, whenever it is proven', () => {
    fc.assert(
      fc.property(anInstant, (instant) => {
        expect(proveRoster(exampleOrganization(), instant)).toEqual({ kind: 'proven' });
      }),
      { numRuns: 20 },
    );
  });
});

describe('a roster with a hole', () => {
  test('says who has two roles, and when, in words and in the time zone of the roster', () => {
    const organization = exampleOrganization((draft) => {
      draft.rosters.network.primary.responders = ['farid', 'harry'];
    });

    expect(proveRoster(organization, night)).toEqual({
      kind: 'hole',
      counterExamples: [
        'network: from Monday 23 November 2026 09:00 to Monday 30 November 2026 09:00 (Europe/Brussels) Harry is primary and secondary at once',
        'network: from Monday 30 November 2026 09:00 to Monday 7 December 2026 09:00 (Europe/Brussels) Farid is primary and secondary at once',
        'network: from Monday 4 January 2027 09:00 to Monday 11 January 2027 09:00 (Europe/Brussels) Harry is primary and secondary at once',
      ],
    });
  });

  test('says from when to when nobody has a role, as one time', () => {
    const organization = exampleOrganization((draft) => {
      draft.rosters.database.secondary.startsOn = '2027-01-11';
      draft.rosters.database.secondary.responders = ['ines'];
      draft.rosters.database.primary.responders = ['greta', 'bram'];
    });

    expect(proveRoster(organization, night)).toEqual({
      kind: 'hole',
      counterExamples: [
        'database: from Monday 23 November 2026 03:10 to Monday 11 January 2027 09:00 (Europe/Brussels) nobody is secondary',
      ],
    });
  });

  test('says when borrowed management is an engineer at the same time', () => {
    const organization = exampleOrganization((draft) => {
      draft.rosters.company.management.responders = ['dirk', 'an'];
    });

    const proof = proveRoster(organization, night);

    expect(proof.kind === 'hole' && proof.counterExamples[0]).toBe(
      'linux: from Friday 27 November 2026 16:00 to Monday 30 November 2026 09:00 (Europe/Brussels) An is primary and management at once',
    );
  });

  test('shows the first three of many problems', () => {
    const organization = exampleOrganization((draft) => {
      draft.rosters.linux.secondary.responders = ['bram', 'an'];
      draft.rosters.network.secondary.responders = ['farid', 'harry'];
    });

    const proof = proveRoster(organization, night);

    expect(proof.kind === 'hole' && proof.counterExamples.map((example) => example.split(':')[0])).toEqual([
      ...['linux', 'linux', 'linux'],
      ...['network', 'network', 'network'],
    ]);
  });

  test.each([
    ['the last second', 1_000, 'hole'],
    ['the second after the last', 0, 'proven'],
  ])('is looked for 400 days ahead: beginning in %s, it is found or not', (_, later, kind) => {
    const organization = exampleOrganization((draft) => {
      draft.rosters.company.management.startsOn = '2026-11-20';
      draft.rosters.company.management.responders = [...Array.from({ length: 59 }, () => 'dirk'), 'an'];
    });
    const anIsBoth = Date.parse('2028-01-10T09:00:00+01:00');

    expect(proveRoster(organization, anIsBoth - 400 * 24 * hour + later).kind).toBe(kind);
  });
});

describe('any organization', () => {
  test('has exactly one person for each role at any instant, or a counter-example says so', () => {
    fc.assert(
      fc.property(
        anOrganization(),
        anInstant,
        fc.nat({ max: 400 * 24 * hour - 1 }),
        (organization, from, later) => {
          const proof = proveRoster(organization, from);

          expect(proof.kind === 'hole' || isWhole(organization, from + later)).toBe(true);
        },
      ),
    );
  });

  test('is proven if, and only if, each half hour of the 400 days is filled', () => {
    const aFullHour = anInstant.map((instant) => instant - (instant % hour));
    fc.assert(
      fc.property(anOrganization(), aFullHour, (organization, from) => {
        const halfHours = Array.from({ length: 2 * 400 * 24 }, (_, index) => from + (index * hour) / 2);

        expect(proveRoster(organization, from).kind === 'proven').toBe(
          halfHours.every((instant) => isWhole(organization, instant)),
        );
      }),
      { numRuns: 5 },
    );
  });
});

function isWhole(organization: Organization, instant: number): boolean {
  const { primary, secondary, management } = onCall(organization, 'linux', instant);
  const people = [primary, secondary, management].filter((person) => person !== undefined);
  return new Set(people).size === 3;
}
