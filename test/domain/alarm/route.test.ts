import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isLike, type RoutedAlarm, route } from '../../../domain/alarm/route.ts';
import { exampleOrganization } from '../example-organization.ts';

const organization = exampleOrganization();

describe('a native alarm', () => {
  test('goes to the roster of the competence that its service needs', () => {
    expect(route(organization, { source: 'native', service: 'acme-db' })).toEqual({
      service: 'acme-db',
      customer: { id: 'acme', name: 'ACME' },
      competence: 'database',
      roster: 'database',
      severity: 'high',
      timeZone: 'Europe/Amsterdam',
      language: 'nl',
      known: true,
    });
  });

  test('goes to the default roster as high, with nobody as the customer, when it names no known service', () => {
    expect(route(organization, { source: 'native', service: 'acme-dbb' })).toEqual({
      service: 'acme-dbb',
      competence: 'linux',
      roster: 'linux',
      severity: 'high',
      timeZone: 'Europe/Brussels',
      known: false,
    });
  });

  test.each([
    ['its own', { service: 'harbour-backups', severity: 'critical' }, 'critical'],
    ["its service's", { service: 'harbour-backups' }, 'low'],
    ['high', { service: 'harbour-shop' }, 'high'],
    ['high, though it says low, as its service is unknown', { service: 'nothing', severity: 'low' }, 'high'],
    [
      'critical, as it says, though its service is unknown',
      { service: 'nothing', severity: 'critical' },
      'critical',
    ],
  ] as const)('has %s as severity', (_, alarm, severity) => {
    expect(route(organization, { source: 'native', ...alarm }).severity).toBe(severity);
  });

  test("is in the company's time zone when the customer has none", () => {
    expect(route(organization, { source: 'native', service: 'lumen-website' }).timeZone).toBe(
      'Europe/Brussels',
    );
  });
});

describe('an alarm of the pager about itself', () => {
  test('goes to the default roster, and nobody need find out what it is', () => {
    expect(route(organization, { source: 'permanence', service: 'permanence' })).toMatchObject({
      roster: 'linux',
      severity: 'high',
      known: true,
    });
  });
});

describe('an alarm of another source', () => {
  const acme = { source: 'cloudwatch', account: '111122223333' };
  const cases: [string, RoutedAlarm, string][] = [
    ['its name is like the pattern', { ...acme, alarmName: 'acme-edge-latency' }, 'acme-edge'],
    [
      'it is the first of several that match',
      { ...acme, alarmName: 'acme-payments-db-3-disk' },
      'acme-payments',
    ],
    ['only the account is asked for', { ...acme }, 'acme-shop'],
    [
      'region and account are as asked',
      { source: 'cloudwatch', account: '444455556666', region: 'eu-west-2' },
      'harbour-shop',
    ],
    [
      'all labels are as asked',
      { source: 'alertmanager', labels: { customer: 'lumen', job: 'postgres', pod: '7' } },
      'lumen-orders',
    ],
    [
      'a more general match is left',
      { source: 'alertmanager', labels: { customer: 'lumen', job: 'nginx' } },
      'lumen-website',
    ],
  ];

  test.each(cases)('goes to a service when %s', (_, alarm, service) => {
    expect(route(organization, alarm)).toMatchObject({ service, known: true });
  });

  const strangers: [string, RoutedAlarm][] = [
    ['the region differs', { source: 'cloudwatch', account: '444455556666', region: 'eu-central-1' }],
    ['the region is not said', { source: 'cloudwatch', account: '444455556666' }],
    ['the source differs', { source: 'grafana', account: '111122223333' }],
    ['a label is missing', { source: 'alertmanager', labels: { job: 'postgres' } }],
  ];

  test.each(strangers)('is unknown when %s', (_, alarm) => {
    expect(route(organization, { alarmName: 'disk', ...alarm })).toMatchObject({
      service: 'disk',
      known: false,
    });
  });
});

describe('a pattern for names', () => {
  test.each([
    ['db-*', 'db-3', true],
    ['*-db-?-*', 'acme-db-3-disk', true],
    ['*-db-?-*', 'acme-db-33-disk', false],
    ['*', '', true],
    ['db', 'db-3', false],
    ['DB-*', 'db-3', false],
    ['a.c', 'abc', false],
    ['a*b*c', 'aXbYbZc', true],
    ['?', '', false],
  ])('%s is like %s: %p', (pattern, text, expected) => {
    expect(isLike(pattern, text)).toBe(expected);
  });

  test('cannot be made to hang', () => {
    expect(isLike(`${'*a'.repeat(120)}b`, 'a'.repeat(100_000))).toBe(false);
  });
});

describe('any alarm', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('cloudwatch', 'native', 'acme-db', 'constructor', '__proto__'),
  );
  const anAlarm: fc.Arbitrary<RoutedAlarm> = fc.record(
    {
      source: text,
      service: text,
      account: text,
      region: text,
      alarmName: text,
      labels: fc.dictionary(text, text),
      severity: fc.constantFrom('critical', 'high', 'low'),
    },
    { requiredKeys: ['source'] },
  );

  test('is routed to a roster that exists', () => {
    fc.assert(
      fc.property(anAlarm, (alarm) => {
        expect(Object.keys(organization.rosters)).toContain(route(organization, alarm).roster);
      }),
    );
  });
});

describe('the route of an alarm', () => {
  test('is found without the calendar library, which would make the intake slower to start', () => {
    const files = new Set(['domain/alarm/route.ts', 'domain/organization/default-policies.ts']);
    for (const file of files) {
      const source = readFileSync(join(process.cwd(), file), 'utf8');
      for (const [, imported = ''] of source.matchAll(/from '(\.[^']+)'/g)) {
        files.add(join(dirname(file), imported));
      }
      expect(source).not.toContain('@js-temporal');
    }
  });
});
