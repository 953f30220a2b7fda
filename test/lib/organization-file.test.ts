import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readOrganizationFile } from '../../lib/organization-file.ts';
import { root } from './synthesized.ts';

function fileWith(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'organization-')), 'organization.yaml');
  writeFileSync(path, text);
  return path;
}

describe('the organization file', () => {
  test('that comes with the product travels in the bundles as JSON', () => {
    const file = readOrganizationFile(join(root, 'organization.yaml'));

    expect(file.kind).toBe('read');
    expect(JSON.parse(file.kind === 'read' ? file.organization.json : '')).toMatchObject({ version: 1 });
  });

  test('is refused with all that is wrong with it', () => {
    const file = readOrganizationFile(fileWith('version: 1\ncompany:\n  name: Scheldewater\n'));

    expect(file).toEqual({
      kind: 'rejected',
      errors: expect.arrayContaining([expect.stringContaining('company.timeZone: must be a time zone')]),
    });
  });

  test.each([
    ['+32470000001', '+3247000', 'responders.an.numbers[0]', 'too short for Belgium'],
    ['+32470000001', '+3247000000123', 'responders.an.numbers[0]', 'too long for Belgium'],
    [
      '+32470000001',
      '+15551234567',
      'responders.an.numbers[0]',
      'the calling code +1 has no numbers that begin like this',
    ],
    [
      '+31611000001',
      '+9991112223333',
      'customers.acme.contacts[0].number',
      'no country has this calling code',
    ],
    ['+32470000099', '+3200000000', 'contactCenter.number', 'Belgium has no numbers that begin like this'],
  ])('with a number that cannot exist instead of %s is refused: %s', (written, number, place, wrong) => {
    const example = readFileSync(join(root, 'organization.yaml'), 'utf8');

    const file = readOrganizationFile(fileWith(example.replace(`"${written}"`, `"${number}"`)));

    expect(file).toEqual({
      kind: 'rejected',
      errors: [
        expect.stringContaining(`${place}: must be a phone number that can exist, got ${number}: ${wrong}`),
      ],
    });
  });

  test('that leaves a role empty, or fills two with one person, is refused with the moment', () => {
    const example = readFileSync(join(root, 'organization.yaml'), 'utf8');
    const twice = example.replace('[chloe, chloe, an, an, bram, bram]', '[an, an, chloe, chloe, bram, bram]');

    const file = readOrganizationFile(fileWith(twice), Date.parse('2026-11-23T02:10:00Z'));

    expect(file.kind === 'rejected' ? file.errors[0] : '').toMatch(
      /^linux: from .* An is primary and secondary/,
    );
  });

  test('that is not YAML is refused with the line', () => {
    expect(readOrganizationFile(fileWith('company: [\n'))).toEqual({
      kind: 'rejected',
      errors: [expect.stringMatching(/^it is not YAML: .* at line 2/s)],
    });
  });

  test('that is not there is refused', () => {
    expect(readOrganizationFile('/nowhere/organization.yaml')).toEqual({
      kind: 'rejected',
      errors: ['there is no such file'],
    });
  });
});
