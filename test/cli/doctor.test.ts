import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { awsOf } from '../../cli/aws/requests.ts';
import { dayZeroAccount } from '../../cli/laptop/day-zero.ts';
import { callTo } from '../scenarios/call-to.ts';
import { changedAssembly } from '../scenarios/changed-assembly.ts';
import { type Laptop, laptop, other, own } from '../scenarios/laptop.ts';
import { permanence } from './the-command-line.ts';

interface Looked {
  readonly id: string;
  readonly region: string;
  readonly kind: string;
  readonly text: string;
}

/** What the doctor says of a laptop. */
async function examined(cloud: Laptop, ...args: readonly string[]) {
  const { code, out } = await permanence(cloud, ['doctor', '--json', ...args]);
  const { checks } = JSON.parse(out) as { readonly checks: readonly Looked[] };
  const bad = checks
    .filter(({ kind }) => kind !== 'ok')
    .map(({ id, region, kind }) => `${kind} ${id} ${region}`);
  return { code, bad: [...new Set(bad)], checks };
}

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

let cloud: Laptop;
beforeAll(async () => {
  cloud = await laptop({ guardians: true });
  await cloud.skip(185); // the guardians have published the organization
});
afterAll(() => cloud.close());

const aws = (region = own) => awsOf({ url: `${cloud.cloud.url}/${region}`, region });

const account = async (changes: object) => {
  await callTo(cloud.cloud.url)('PUT', '/local/account', changes);
};

/** The settings that the Connect stack has written. */
async function voice() {
  const { Parameter } = await aws().json('ssm', 'GetParameter', { Name: 'permanence-voice' });
  return JSON.parse(Object(Parameter).Value) as Record<
    'instanceArn' | 'contactFlowArn' | 'taskFlowArn',
    string
  >;
}
const idOf = (arn = '') => arn.slice(arn.lastIndexOf('/') + 1);

async function number() {
  const { PhoneNumbers } = await aws().json('sms-voice', 'DescribePhoneNumbers', {});
  return (PhoneNumbers as readonly Record<'PhoneNumberId' | 'PhoneNumberArn', string>[])[0];
}

describe('a pair of which nobody has called yet', () => {
  test('is not called ok: nobody can say whether Belgium is open before a call', async () => {
    const { code, bad } = await examined(cloud);

    expect({ code, bad }).toEqual({
      code: 2,
      bad: [`unknown connect-countries ${own}`, `unknown connect-countries ${other}`],
    });
  });

  test('says what it could not look at, why, and what would prove it', async () => {
    const { out } = await permanence(cloud, ['doctor']);

    expect(out).toMatch(/unknown +connect-countries +whether \+32 is open: no call went there in 28 days/);
    expect(out).toContain('Mend:   Open a case for this instance, with the country');
    expect(out).toContain(
      'https://docs.aws.amazon.com/connect/latest/adminguide/country-code-allow-list.html',
    );
    expect(out).toMatch(/\d+ ok, 0 findings, 2 could not be looked at$/);
  });
});

describe('a pair in which everything is granted, and was used', () => {
  beforeAll(async () => {
    for (const region of [own, other]) {
      await cloud.alarm({ ...diskFull, dedupKey: region, severity: 'critical' }, region);
      await cloud.skip(100); // An is called
    }
  });

  test('has no finding, and the exit code is 0', async () => {
    expect(await examined(cloud)).toMatchObject({ code: 0, bad: [] });
  });

  test('is looked at in one region alone with --cell, which says that it compared nothing', async () => {
    const { out } = await permanence(cloud, ['doctor', '--cell', 'b']);

    expect(out).not.toContain(own);
    expect(out).toContain('only one cell: whether both have the same version was not looked at');
  });

  const archived = (state: string) => async () => {
    const { instanceArn, contactFlowArn } = await voice();
    const path = `/contact-flows/${idOf(instanceArn)}/${idOf(contactFlowArn)}/metadata`;
    await aws().rest('connect', 'POST', path, { ContactFlowState: state });
  };
  const callingOut = (Value: string) => async () => {
    const { instanceArn } = await voice();
    await aws().rest('connect', 'POST', `/instance/${idOf(instanceArn)}/attribute/OUTBOUND_CALLS`, { Value });
  };
  const twoWay = (TwoWayEnabled: boolean) => async () => {
    const { PhoneNumberId } = (await number()) ?? {};
    const TwoWayChannelArn = `arn:aws:sns:${own}:000000000000:permanence-replies`;
    await aws().json('sms-voice', 'UpdatePhoneNumber', { PhoneNumberId, TwoWayEnabled, TwoWayChannelArn });
  };
  const setting = (changes: object) => () => account({ [own]: changes });
  const none = () => account({});
  let before = '';
  const sourceNumber = (wanted?: string) => async () => {
    const { Parameter } = await aws().json('ssm', 'GetParameter', { Name: 'permanence-voice' });
    const Value =
      wanted === undefined ? before : JSON.stringify({ ...(await voice()), sourceNumber: wanted });
    before = Object(Parameter).Value;
    await aws().json('ssm', 'PutParameter', { Name: 'permanence-voice', Value, Overwrite: true });
  };
  const policy = async () => {
    const { PhoneNumberArn = '' } = (await number()) ?? {};
    const { Policy } = await aws().json('sms-voice', 'GetResourcePolicy', { ResourceArn: PhoneNumberArn });
    before = String(Policy);
    await aws().json('sms-voice', 'DeleteResourcePolicy', { ResourceArn: PhoneNumberArn });
  };
  const policyAgain = async () => {
    const { PhoneNumberArn } = (await number()) ?? {};
    await aws().json('sms-voice', 'PutResourcePolicy', { ResourceArn: PhoneNumberArn, Policy: before });
  };
  const queue = (Status: string) => async () => {
    const { instanceArn, taskFlowArn } = await voice();
    const path = `/contact-flows/${idOf(instanceArn)}/${idOf(taskFlowArn)}`;
    const { ContactFlow } = await aws().rest('connect', 'GET', path);
    const [, id] = /\/queue\/([\w-]+)/.exec(Object(ContactFlow).Content) ?? [];
    await aws().rest('connect', 'POST', `/queues/${idOf(instanceArn)}/${id}/status`, { Status });
  };

  test.each<[string, string, () => Promise<void>, () => Promise<void>]>([
    ['the account in the sandbox', 'finding sms-sandbox', setting({ smsSandbox: true }), none],
    ['the limit of a new account', 'finding sms-spend-limit', setting({ smsMonthlyLimit: 1 }), none],
    ['nine tenths of the limit used', 'finding sms-spend-limit', setting({ smsSpent: 450 }), none],
    ['a number that nobody can answer', 'finding sms-two-way', twoWay(false), twoWay(true)],
    ['a number from which SNS may not send', 'finding sms-number-policy', policy, policyAgain],
    [
      'an instance that may not call out',
      'finding connect-instance',
      callingOut('false'),
      callingOut('true'),
    ],
    [
      'a number that the instance lacks',
      'finding connect-number',
      sourceNumber('+3221112233'),
      sourceNumber(),
    ],
    ['a flow that is archived', 'finding connect-flows', archived('ARCHIVED'), archived('ACTIVE')],
    ['no users', 'finding connect-operators', setting({ operators: 0 }), none],
    ['a queue that is disabled', 'finding connect-operators', queue('DISABLED'), queue('ENABLED')],
    ['an instance without calls', 'finding connect-calls', setting({ callsAtOnce: 0 }), none],
    ['ten concurrent executions', 'finding lambda-concurrency', setting({ functionConcurrency: 10 }), none],
    ['throttled transitions', 'finding workflow-transitions', setting({ throttledTransitions: 3 }), none],
  ])('has exactly one finding with %s, and none without', async (_what, expected, break_, mend) => {
    await break_();
    const broken = await examined(cloud);
    await mend();
    const mended = await examined(cloud);

    expect(broken).toMatchObject({ code: 1, bad: [`${expected} ${own}`] });
    expect(mended).toMatchObject({ code: 0, bad: [] });
  });

  test('leaves out what --except names, and says so', async () => {
    await account({ '*': { smsSandbox: true } });
    const { code, bad } = await examined(cloud, '--except', `sms-sandbox@${own}`);
    const { out } = await permanence(cloud, ['doctor', '--except', 'sms-sandbox']);
    await none();

    expect({ code, bad }).toEqual({ code: 1, bad: [`finding sms-sandbox ${other}`] });
    expect(out).toContain('left out: sms-sandbox');
  });

  test('has a finding when a cell does not answer', async () => {
    await cloud.faults({ region: own, service: 'api', mode: 'refuse' });
    const { bad } = await examined(cloud);
    await cloud.faults();

    expect(bad).toContain(`finding cell-answers ${own}`);
  });

  test('is unknown, never ok, where AWS does not answer', async () => {
    await cloud.faults({ region: own, service: 'parameters', mode: 'refuse' });
    const { code, bad, checks } = await examined(cloud);
    await cloud.faults();

    expect(code).toBe(2);
    expect(bad).toEqual(
      ['instance', 'number', 'flows', 'countries', 'operators', 'calls'].map(
        (what) => `unknown connect-${what} ${own}`,
      ),
    );
    expect(checks).toContainEqual(
      expect.objectContaining({
        text: expect.stringMatching(/^this could not be looked at: ServiceUnavailable/),
      }),
    );
  });

  test('has a finding for a subscription that is not confirmed, and for one that is gone', async () => {
    const TopicArn = `arn:aws:sns:${own}:000000000000:permanence-alarms`;
    const Endpoint = `${cloud.cloud.url}/${own}/v1/integrations/cloudwatch/no-such-key`;
    await aws().form('Subscribe', { TopicArn, Protocol: 'http', Endpoint, ReturnSubscriptionArn: 'true' });
    await cloud.skip(0);
    const { checks } = await examined(cloud);
    const xml = await aws().form('ListSubscriptions');
    const [, arn = ''] =
      /<SubscriptionArn>([^<]*permanence-replies:[^<]*)<\/SubscriptionArn>(?:(?!<\/member>).)*:lambda:eu-central-1:/s.exec(
        xml,
      ) ?? [];
    await aws().form('Unsubscribe', { SubscriptionArn: arn });
    const without = await examined(cloud);

    const texts = checks.filter(({ kind }) => kind === 'finding').map(({ text }) => text);
    expect(texts).toEqual([`the subscription of ${TopicArn} is not confirmed`]);
    expect(without.checks).toContainEqual(
      expect.objectContaining({
        text: 'the topic permanence-replies has no subscription of permanence-answer',
      }),
    );
  });

  test('has a finding when the guardian was not started for ten minutes', async () => {
    await cloud.stopGuardians();
    await cloud.skip(900);

    expect((await examined(cloud)).bad).toContain(`finding guardian ${own}`);
  });

  test('has a finding where there is no Amazon Connect, and says nothing of what would be in it', async () => {
    await aws().json('ssm', 'DeleteParameter', { Name: 'permanence-voice' });

    const ofConnect = (await examined(cloud)).checks.filter(
      ({ id, region }) => id.startsWith('connect-') && region === own,
    );
    expect(ofConnect.map(({ id, kind }) => [id, kind])).toEqual([['connect-instance', 'finding']]);
  });
});

describe('an account on day 0', () => {
  let first: Laptop;
  beforeAll(async () => {
    first = await laptop({ ...dayZeroAccount, guardians: true });
    await first.skip(185);
    await first.alarm(diskFull);
    await first.skip(200); // An is called in vain
  });
  afterAll(() => first.close());

  test('has the findings that `npm start -- --day-0` shows: sandbox, numbers, countries', async () => {
    const { code, bad } = await examined(first);

    expect(code).toBe(1);
    for (const region of [own, other])
      for (const id of ['sms-sandbox', 'sms-spend-limit', 'sms-numbers', 'connect-countries'])
        expect(bad).toContain(`finding ${id} ${region}`);
  });
});

describe('two cells of which one was deployed from another commit', () => {
  test('have a finding for the organization, and one for the code', async () => {
    const assembly = await changedAssembly();
    assembly.otherVersionIn('cell-b');
    const cells = await laptop({ guardians: true, assembly: assembly.directory, runsTheProduct: true });
    await cells.skip(185);
    const { bad } = await examined(cells);
    await cells.close();
    assembly.remove();

    expect(bad).toEqual(
      expect.arrayContaining(['finding organization-version both', 'finding code-version both']),
    );
  });
});
