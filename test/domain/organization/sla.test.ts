import { describe, expect, test } from '@jest/globals';
import { defaultTargets, slaTermsFor } from '../../../domain/organization/sla.ts';
import { errorsOf, exampleOrganization } from '../example-organization.ts';

describe('what a customer is promised', () => {
  test('is a copy by SMS and the promises of its SLA, for pro', () => {
    expect(slaTermsFor(exampleOrganization(), 'acme')).toEqual({
      telling: 'sms',
      copies: true,
      targets: { tellWithinMinutes: 15, updateEveryMinutes: 60, resolveWithinMinutes: 240 },
    });
  });

  test('is no copy for standard, and a call of an operator where the customer wants one', () => {
    expect(slaTermsFor(exampleOrganization(), 'kessler')).toEqual({
      telling: 'operator',
      copies: false,
      targets: { tellWithinMinutes: 30, updateEveryMinutes: 120, resolveWithinMinutes: 480 },
    });
  });

  test('is no copy where pro does not want any', () => {
    const organization = exampleOrganization((draft) =>
      Object.assign(draft.customers.acme, { copies: false }),
    );

    expect(slaTermsFor(organization, 'acme')?.copies).toBe(false);
  });

  test('is what the organization promises, if it defines promises', () => {
    const pro = { tellWithinMinutes: 5, updateEveryMinutes: 30, resolveWithinMinutes: 120 };
    const organization = exampleOrganization((draft) => Object.assign(draft, { slas: { pro } }));

    expect(slaTermsFor(organization, 'acme')?.targets).toEqual(pro);
    expect(slaTermsFor(organization, 'lumen')?.targets).toEqual(defaultTargets.standard);
  });

  test('could have been written into the file as it is by default', () => {
    expect(errorsOf((draft) => Object.assign(draft, { slas: defaultTargets }))).toEqual([]);
  });

  test.each([undefined, 'nobody', 'constructor'])('is nothing for the customer %p', (customer) => {
    expect(slaTermsFor(exampleOrganization(), customer)).toBeUndefined();
  });
});
