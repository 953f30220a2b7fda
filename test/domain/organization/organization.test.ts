import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseOrganization } from '../../../domain/organization/parse.ts';
import {
  type Draft,
  errorsOf,
  exampleFile,
  exampleOrganization,
  renamed,
  set,
} from '../example-organization.ts';

describe('the example organization', () => {
  test('holds together', () => {
    expect(errorsOf(() => {})).toEqual([]);
  });

  test('has an integration for the key that is made for trying', () => {
    const fingerprint = createHash('sha256').update('laptop-key-for-trying-only').digest('hex');

    const { integrations } = exampleOrganization();

    expect(integrations).toContainEqual({ name: 'laptop', keyHash: `sha256:${fingerprint}` });
  });

  test('stays what it is when it is written as JSON and read again', () => {
    const organization = exampleOrganization();

    const again = parseOrganization(JSON.parse(JSON.stringify(organization)));

    expect(again).toEqual({ kind: 'organization', organization });
  });
});

describe('an organization whose shape is wrong', () => {
  const wrongShapes: [string, (draft: Draft) => void, string, RegExp][] = [
    [
      'a misspelt key',
      (o) => renamed(o, 'customers', 'custmers'),
      'organization',
      /unknown key custmers \(did you mean customers\?\); allowed are version, /,
    ],
    [
      'a key that is missing',
      (o) => delete o.responders.an.name,
      'responders.an.name',
      /^must be a name .*, got nothing$/,
    ],
    [
      'a misspelt borrowedFrom',
      (o) => renamed(o.rosters.linux.management, 'borrowedFrom', 'borowedFrom'),
      'rosters.linux.management',
      /did you mean borrowedFrom/,
    ],
    [
      'a misspelt key of a rotation',
      (o) => renamed(o.rosters.company.management, 'startsOn', 'startOn'),
      'rosters.company.management',
      /did you mean startsOn/,
    ],
    [
      'a number without quotes',
      (o) => set(o.responders.an.numbers, 0, 32470000001),
      'responders.an.numbers[0]',
      /in quotes.*got the number 32470000001$/,
    ],
    [
      'a number without its country',
      (o) => set(o.responders.an.numbers, 0, '0470000001'),
      'responders.an.numbers[0]',
      /E\.164.*got 0470000001$/,
    ],
    [
      'a responder without numbers',
      (o) => set(o.responders.an, 'numbers', []),
      'responders.an.numbers',
      /list of 1 to 5, got a list of 0/,
    ],
    [
      'an id with capitals',
      (o) => renamed(o.responders, 'harry', 'Harry'),
      'responders.Harry',
      /small letters.*got Harry$/,
    ],
    [
      'an unknown language',
      (o) => set(o.responders.an, 'language', 'it'),
      'responders.an.language',
      /must be one of nl, fr, de, en.*got it$/,
    ],
    [
      'an unknown severity',
      (o) => set(o.services[0], 'severity', 'criticl'),
      'services[0].severity',
      /critical, high, low \(did you mean critical\?\), got criticl$/,
    ],
    [
      'a time zone that is none',
      (o) => set(o.company, 'timeZone', 'Europe/Brusels'),
      'company.timeZone',
      /did you mean Europe\/Brussels\?\), got Europe\/Brusels/,
    ],
    [
      'an offset for a time zone',
      (o) => set(o.customers.acme, 'timeZone', '+01:00'),
      'customers.acme.timeZone',
      /time zone such as Europe\/Brussels, got \+01:00/,
    ],
    [
      'a day that does not exist',
      (o) => set(o.rosters.linux.primary, 'startsOn', '2027-02-29'),
      'rosters.linux.primary.startsOn',
      /exists.*got 2027-02-29/,
    ],
    [
      'a time that does not exist',
      (o) => set(o.rosters.linux.primary.handover, 'time', '24:00'),
      'rosters.linux.primary.handover.time',
      /00:00.*23:59.*got 24:00/,
    ],
    [
      'a rotation of nobody',
      (o) => set(o.rosters.linux.primary, 'responders', []),
      'rosters.linux.primary.responders',
      /list of 1 to/,
    ],
    [
      'a key instead of its hash',
      (o) => set(o.integrations[0], 'keyHash', 'secret'),
      'integrations[0].keyHash',
      /sha256:.*got secret$/,
    ],
    [
      'a customer who is told by nobody',
      (o) => set(o.customers.acme, 'telling', 'phone'),
      'customers.acme.telling',
      /must be one of sms, operator, got phone$/,
    ],
    [
      'copies that are neither wanted nor not',
      (o) => set(o.customers.acme, 'copies', 'always'),
      'customers.acme.copies',
      /must be true or false, got always$/,
    ],
    [
      'a promise of half a minute',
      (o) =>
        set(o, 'slas', {
          pro: { tellWithinMinutes: 0.5, updateEveryMinutes: 60, resolveWithinMinutes: 240 },
        }),
      'slas.pro.tellWithinMinutes',
      /whole number of minutes from 1 to 1440, got the number 0\.5$/,
    ],
    [
      'promises that are not whole',
      (o) => set(o, 'slas', { standard: { tellWithinMinutes: 30 } }),
      'slas.standard.resolveWithinMinutes',
      /whole number of minutes from 1 to 43200, got nothing$/,
    ],
    [
      'an SLA that there is not',
      (o) => set(o, 'slas', { standrd: {} }),
      'slas',
      /unknown key standrd \(did you mean standard\?\); allowed are pro, standard/,
    ],
    ['a version of the future', (o) => set(o, 'version', 2), 'version', /must be 1, got the number 2/],
    ['a list where a group belongs', (o) => set(o, 'customers', []), 'customers', /got a list of 0/],
  ];

  test.each(wrongShapes)('is rejected for %s', (_, change, place, message) => {
    expect(errorsOf(change)).toContainEqual({ place, message: expect.stringMatching(message) });
  });

  test.each([[null], [undefined], ['organization'], [[]], [7]])('is rejected when it is %p', (value) => {
    expect(parseOrganization(value)).toMatchObject({ kind: 'rejected', errors: [{ place: 'organization' }] });
  });
});

describe('whatever is read', () => {
  test('is accepted or rejected, and never fails the reader', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseOrganization(value).kind).toBe('rejected');
      }),
    );
  });

  test('is accepted or rejected with a reason when any part of it is replaced', () => {
    const paths = pathsOf(exampleFile());
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const draft = exampleFile();
        const last = path.at(-1) ?? '';
        set(
          path.slice(0, -1).reduce((inner: Draft, key) => inner[key], draft),
          last,
          value,
        );

        const parsed = parseOrganization(draft);

        expect(parsed.kind === 'organization' || parsed.errors.length > 0).toBe(true);
      }),
    );
  });
});

function pathsOf(value: unknown): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...pathsOf(inner).map((path) => [key, ...path]),
  ]);
}
