import { describe, expect, test } from '@jest/globals';
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import mobileExamples from 'libphonenumber-js/mobile/examples';
import { phoneNumberErrors } from '../../lib/phone-numbers.ts';
import { exampleOrganization } from '../domain/example-organization.ts';

describe('a mobile number', () => {
  test('of each country is taken', () => {
    const numbers = getCountries().flatMap(
      (country) => getExampleNumber(country, mobileExamples)?.number ?? [],
    );
    const organization = exampleOrganization();
    const an = organization.responders['an'];
    if (an === undefined) throw new Error('the example has no An');

    const errors = phoneNumberErrors({ ...organization, responders: { an: { ...an, numbers } } });

    expect(numbers.length).toBeGreaterThan(200);
    expect(errors).toEqual([]);
  });
});
