import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { allChecks } from '../../../cli/doctor/doctor.ts';
import { doctorPage, doctorPageFile } from '../../../cli/documents/doctor-page.ts';

describe('docs/doctor.md', () => {
  test('is what the checks say: npx tsx cli/documents/doctor-page.ts', () => {
    expect(readFileSync(doctorPageFile, 'utf8')).toBe(doctorPage());
  });
});

describe('each check', () => {
  test.each(allChecks.map((check) => [check.id, check] as const))(
    '%s says what it breaks, how to mend it, and where AWS writes about it',
    (_id, check) => {
      expect(check.breaks).toMatch(/^[A-Z].*\.$/);
      expect(check.mend).toMatch(/^[A-Z].*\.$/);
      expect(check.link).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html/);
    },
  );

  test('needs permissions that read, and no others', () => {
    const actions = allChecks.flatMap((check) => check.actions);

    expect(actions.filter((one) => !/:(Describe|Get|List|Search|Invoke$)/.test(one))).toEqual([]);
  });
});
