import { describe, expect, test } from '@jest/globals';
import { type Draft, errorsOf, set } from '../example-organization.ts';

describe('an organization that does not hold together', () => {
  const brokenRules: [string, (draft: Draft) => void, string, RegExp][] = [
    [
      'a responder who is not there',
      (o) => set(o.rosters.linux.primary.responders, 1, 'brm'),
      'rosters.linux.primary.responders[1]',
      /no responder is named brm \(did you mean bram\?\); there are an, bram/,
    ],
    [
      'a manager who is not there',
      (o) => set(o.rosters.company.management.responders, 0, 'drk'),
      'rosters.company.management.responders[0]',
      /did you mean dirk/,
    ],
    [
      'an engineer without the competence',
      (o) => set(o.rosters.linux.secondary.responders, 0, 'farid'),
      'rosters.linux.secondary.responders[0]',
      /farid must have the competence linux to be secondary here, got network/,
    ],
    [
      'a competence without a roster',
      (o) => set(o.responders.an.competences, 0, 'linx'),
      'responders.an.competences[0]',
      /no roster is named linx \(did you mean linux\?\)/,
    ],
    [
      'a primary without a secondary',
      (o) => delete o.rosters.linux.secondary,
      'rosters.linux',
      /has a primary but no secondary/,
    ],
    [
      'a secondary without a primary',
      (o) => delete o.rosters.linux.primary,
      'rosters.linux',
      /has a secondary but no primary/,
    ],
    [
      'a roster that only borrows',
      (o) => set(o.rosters, 'spare', { management: { borrowedFrom: 'company' } }),
      'rosters.spare',
      /must have a rotation of its own/,
    ],
    [
      'management borrowed from a borrower',
      (o) => set(o.rosters.linux.management, 'borrowedFrom', 'network'),
      'rosters.linux.management.borrowedFrom',
      /one of company, got network/,
    ],
    [
      'management borrowed from nowhere',
      (o) => set(o.rosters.linux.management, 'borrowedFrom', 'compny'),
      'rosters.linux.management.borrowedFrom',
      /got compny \(did you mean company\?\)/,
    ],
    [
      'a first handover on another weekday',
      (o) => set(o.rosters.linux.primary, 'startsOn', '2024-02-29'),
      'rosters.linux.primary.startsOn',
      /must be a monday.*got 2024-02-29, which is a thursday/,
    ],
    [
      'a default roster that is not there',
      (o) => set(o, 'defaultRoster', 'lnux'),
      'defaultRoster',
      /did you mean linux/,
    ],
    [
      'a default roster without engineers',
      (o) => set(o, 'defaultRoster', 'company'),
      'defaultRoster',
      /all three roles.*company has only management/,
    ],
    [
      'a customer who is not there',
      (o) => set(o.services[0], 'customer', 'acm'),
      'services[0].customer',
      /no customer is named acm \(did you mean acme\?\)/,
    ],
    [
      'a customer named as every object knows one',
      (o) => set(o.services[0], 'customer', 'constructor'),
      'services[0].customer',
      /no customer is named constructor/,
    ],
    [
      'a competence that nobody is on call for',
      (o) => set(o.services[0], 'competence', 'company'),
      'services[0].competence',
      /all three roles: one of linux, network, database/,
    ],
    [
      'two services with one name',
      (o) => set(o.services[1], 'name', o.services[0].name),
      'services[1].name',
      /must be given once, got acme-payments as in services\[0\]\.name/,
    ],
    [
      'two integrations with one key',
      (o) => o.integrations.push({ ...o.integrations[0], name: 'other' }),
      'integrations[2].keyHash',
      /must be given once/,
    ],
    [
      'two people with one number',
      (o) => set(o.responders.els.numbers, 0, o.responders.an.numbers[0]),
      'responders.els.numbers[0]',
      /must be given once.*as in responders\.an\.numbers\[0\]/,
    ],
    [
      "a customer with an engineer's number",
      (o) => set(o.customers.acme.contacts[0], 'number', o.responders.an.numbers[0]),
      'customers.acme.contacts[0].number',
      /must not be a number of ours/,
    ],
    [
      'copies for a customer whose SLA has none',
      (o) => set(o.customers.lumen, 'copies', true),
      'customers.lumen.copies',
      /must be false or left out with the sla standard: only pro has copies, got true/,
    ],
    [
      'a customer who may be told after the deadline of the repair',
      (o) =>
        set(o, 'slas', {
          pro: { tellWithinMinutes: 90, updateEveryMinutes: 60, resolveWithinMinutes: 60 },
        }),
      'slas.pro.tellWithinMinutes',
      /must be at most resolveWithinMinutes, 60, got 90/,
    ],
  ];

  test.each(brokenRules)('is rejected for %s', (_, change, place, message) => {
    expect(errorsOf(change)).toContainEqual({ place, message: expect.stringMatching(message) });
  });
});
