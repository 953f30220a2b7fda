import { describe, expect, test } from '@jest/globals';
import {
  defaultPolicies,
  defaultTargets,
  policyFor,
  slaTermsFor,
} from '../../../domain/organization/default-policies.ts';
import { type Draft, errorsOf, exampleOrganization } from '../example-organization.ts';

describe('the default ladder', () => {
  test('could have been written into the file as it is', () => {
    expect(errorsOf((draft) => Object.assign(draft, { policies: defaultPolicies }))).toEqual([]);
  });

  test('pages the primary at once, the secondary at 300 and management at 600 seconds, and starts again at 900', () => {
    const { steps, roundSeconds } = defaultPolicies.high;

    expect(steps.map(({ roles }) => roles)).toEqual([['primary'], ['secondary'], ['management']]);
    expect(steps.map(({ answerWithinSeconds }) => answerWithinSeconds)).toEqual([300, 300, 300]);
    expect(roundSeconds).toBe(900);
  });

  test('brings management in from the start of what is critical', () => {
    expect(defaultPolicies.critical.steps[0]?.roles).toEqual(['primary', 'management']);
  });

  test('holds only what is low until the morning', () => {
    const held = Object.entries(defaultPolicies).filter(
      ([, policy]) => policy.heldUntilMorning !== undefined,
    );

    expect(held.map(([severity]) => severity)).toEqual(['low']);
  });

  test('applies to each severity for which the organization has no policy of its own', () => {
    const own = { ...defaultPolicies.high, roundSeconds: 1_200 };
    const organization = exampleOrganization((draft) => Object.assign(draft, { policies: { high: own } }));

    expect(policyFor(organization, 'high')).toEqual(own);
    expect(policyFor(organization, 'critical')).toBe(defaultPolicies.critical);
  });
});

describe("a ladder of one's own", () => {
  const wrong: [string, (policy: Draft) => void, string, RegExp][] = [
    ['has no steps', (p) => Object.assign(p, { steps: [] }), '.steps', /list of 1 to 10/],
    [
      'has a step that asks nobody',
      (p) => Object.assign(p.steps[0], { roles: [] }),
      '.steps[0].roles',
      /list of 1 to 3/,
    ],
    [
      'asks a role twice at once',
      (p) => p.steps[0].roles.push('primary'),
      '.steps[0].roles[1]',
      /given once, got primary again/,
    ],
    [
      'has paths out of order',
      (p) => p.steps[1].paths.reverse(),
      '.steps[1].paths[1].afterSeconds',
      /at least 180, as the path before it, got 90/,
    ],
    [
      'uses a path after the answer time',
      (p) => Object.assign(p.steps[0], { answerWithinSeconds: 180 }),
      '.steps[0].paths[4].afterSeconds',
      /below answerWithinSeconds, 180, got 180/,
    ],
    ['starts without an SMS', (p) => p.steps[0].paths.shift(), '.steps[0].paths', /sms path at 0/],
    [
      'goes round before everybody had time',
      (p) => Object.assign(p, { roundSeconds: 899 }),
      '.roundSeconds',
      /at least 900, the sum of the answer times, got 899/,
    ],
    [
      'uses a path that does not exist',
      (p) => Object.assign(p.steps[0].paths[0], { kind: 'fax' }),
      '.steps[0].paths[0].kind',
      /sms or call, got fax/,
    ],
    [
      'gives a path a key of another',
      (p) => Object.assign(p.steps[0].paths[0], { whom: 'responder' }),
      '.steps[0].paths[0]',
      /unknown key whom; allowed are kind, via, afterSeconds/,
    ],
    [
      'leaves open when the contact center confirms',
      (p) => Object.assign(p, { confirmation: 'sometimes' }),
      '.confirmation',
      /must be one of always, unlessAnswered, got sometimes/,
    ],
    [
      'gives the contact center no time',
      (p) => Object.assign(p, { confirmWithinSeconds: 0 }),
      '.confirmWithinSeconds',
      /whole number of seconds from 1 to 3600, got the number 0/,
    ],
    [
      'is held from a time until the same time',
      (p) => Object.assign(p, { heldUntilMorning: { from: '08:00', until: '08:00' } }),
      '.heldUntilMorning',
      /must differ/,
    ],
  ];

  test.each(wrong)('is rejected when it %s', (_, change, place, message) => {
    const policy = structuredClone(defaultPolicies.high);
    change(policy);

    const errors = errorsOf((draft) => Object.assign(draft, { policies: { high: policy } }));

    expect(errors).toContainEqual({
      place: `policies.high${place}`,
      message: expect.stringMatching(message),
    });
  });

  test('is rejected when it would hold what is critical until the morning', () => {
    const policy = { ...defaultPolicies.critical, heldUntilMorning: { from: '18:00', until: '08:00' } };

    const errors = errorsOf((draft) => Object.assign(draft, { policies: { critical: policy } }));

    expect(errors.map(({ place }) => place)).toEqual(['policies.critical.heldUntilMorning']);
  });
});

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
