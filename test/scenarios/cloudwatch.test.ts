import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { alarmKey } from '../../sources/raw-event.ts';
import {
  alarmArn,
  type CustomerTopic,
  cloudWatchPath,
  customerTopic,
  stateChange,
} from './customer-topic.ts';
import { type Laptop, laptop, other, own, withoutGuardians } from './laptop.ts';
import { pagesTo } from './what-came.ts';

const incidentId = `${alarmKey({ source: 'cloudwatch', dedupKey: alarmArn })}-1`;

let night: Laptop;

let topic: CustomerTopic;

beforeEach(async () => {
  night = await laptop();
  await night.faults(withoutGuardians);
  topic = await customerTopic(night);
});

afterEach(() => night.close());

const calls = (operation: string) => night.cloud.trace.filter((one) => one.operation === operation);

const written = () =>
  night.cloud.trace.filter(
    ({ service, operation }) => service === 'dynamodb' && !/^(Get|Query)/.test(operation),
  );

describe('a topic that is subscribed by HTTPS to both cells', () => {
  beforeEach(async () => {
    await topic.subscribe(own);
    await topic.subscribe(other);
  });

  test('is confirmed by both cells, each asking SNS itself', () => {
    expect(calls('GetCertificate').map(({ outcome }) => outcome)).toEqual(['answered', 'answered']);
    expect(calls('ConfirmSubscription').map(({ outcome }) => outcome)).toEqual(['answered', 'answered']);
  });

  test('sends an alarm to both cells: one incident and one page, in the customer’s name', async () => {
    await topic.publish(stateChange(night, 'ALARM'));

    const pages = await pagesTo(night, 'an');
    expect(pages.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^\w{3} ACME acme-web-5xx: 5xx above 10 03:10/),
    ]);
    const { incident, alarms } = await night.incident(incidentId);
    expect(incident).toMatchObject({ status: 'escalating', source: 'cloudwatch' });
    expect(alarms).toBe(1);
  });

  test('replays an old alarm: nobody is paged for what is long over', async () => {
    const old = stateChange(night, 'ALARM');
    await topic.publish(old);
    await night.skip(60);
    await topic.publish(stateChange(night, 'OK', 'ALARM'));
    await night.skip(3600);
    const heard = await night.texts('an');

    await topic.publish(old);

    expect((await night.incident(incidentId)).incident.status).toBe('resolved');
    expect(await night.texts('an')).toEqual(heard);
  });

  test('resolves the incident when the alarm is OK, and everybody who was paged is told', async () => {
    await topic.publish(stateChange(night, 'ALARM'));
    await night.skip(60);
    await topic.publish(stateChange(night, 'OK', 'ALARM'));
    await night.skip(5);

    const { incident } = await night.incident(incidentId);
    expect(incident.status).toBe('resolved');
    expect((await night.texts('an')).at(-1)).toContain(incident.code);
    expect(await pagesTo(night, 'an')).toHaveLength(2);
  });

  test('opens nothing when a new alarm is OK for the first time', async () => {
    await topic.publish(stateChange(night, 'OK', 'INSUFFICIENT_DATA'));

    await expect(night.incident(incidentId)).rejects.toThrow('no incident');
    expect(await night.texts('an')).toEqual([]);
  });

  test('stores nothing of an alarm without data, as the organization wants', async () => {
    const before = written().length;
    await topic.publish(stateChange(night, 'INSUFFICIENT_DATA'));

    expect(written()).toHaveLength(before);
    expect(await night.texts('an')).toEqual([]);
  });

  test('reaches people through the other cell while the API of the own one is down', async () => {
    await night.faults(withoutGuardians, { region: own, service: 'api', mode: 'refuse' });
    await topic.publish(stateChange(night, 'ALARM'));

    expect(await pagesTo(night, 'an')).toMatchObject([{ second: 0, region: other }]);
  });

  test('is accepted 20 seconds later when no cell answered at first, since SNS tries again after a 5xx', async () => {
    await night.faults(withoutGuardians, { region: '*', service: 'functions', mode: 'refuse' });
    await topic.publish(stateChange(night, 'ALARM'));
    expect(await night.texts('an')).toEqual([]);

    await night.faults(withoutGuardians);
    await night.skip(20);

    expect(await pagesTo(night, 'an')).toMatchObject([{ second: 20 }]);
  });

  test('may publish any text: what is no alarm is paged as unreadable', async () => {
    await topic.publish({ hello: 'world' }, 'the backup failed');

    expect(await night.texts('an')).toEqual([
      expect.stringContaining('unreadable alarm from aws: the backup failed'),
    ]);
  });
});

describe('a message that does not prove that it comes from a topic of the organization', () => {
  const notification = (more = {}) => ({
    Type: 'Notification',
    MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
    TopicArn: topic.arn,
    Message: JSON.stringify(stateChange(night, 'ALARM')),
    Timestamp: '2026-11-23T02:10:00.000Z',
    SignatureVersion: '1',
    Signature: Buffer.from('forged').toString('base64'),
    SigningCertURL: `https://sns.${own}.amazonaws.com/SimpleNotificationService-${'0123456789abcdef'.repeat(2)}.pem`,
    ...more,
  });
  const post = (body: object, path = cloudWatchPath) =>
    night.request('POST', path, { body: JSON.stringify(body) });

  test.each([
    ['a forged signature', {}, 'The signature is not right.'],
    [
      'a topic of somebody else',
      { TopicArn: 'arn:aws:sns:eu-central-1:999999999999:alarms' },
      '999999999999',
    ],
    ['a certificate from elsewhere', { SigningCertURL: 'https://evil.test/c.pem' }, 'no certificate of SNS'],
  ])('is refused for %s with 403, stored nowhere, and pages nobody', async (_what, more, detail) => {
    const answer = await post(notification(more));
    await night.skip(0);

    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ title: 'Not permitted', detail: expect.stringContaining(detail) });
    expect(written()).toEqual([]);
    expect(await night.texts('an')).toEqual([]);
  });

  test('is answered 503 while its certificate cannot be fetched: nobody can check it now', async () => {
    await night.faults(withoutGuardians, { region: { from: other, to: own }, service: '*', mode: 'hang' });
    const body = JSON.stringify(notification());
    const pending = night.request('POST', cloudWatchPath, { region: other, body });

    const { answer } = await night.answered(pending);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
  });

  test('is refused for an unknown key with 401, and no certificate is fetched for it', async () => {
    const answer = await post(notification(), '/v1/integrations/cloudwatch/no-such-key');

    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ title: 'Unknown integration key' });
    expect(calls('GetCertificate')).toEqual([]);
  });

  test('does not make a cell confirm a subscription of somebody else’s topic', async () => {
    const strange = { TopicArn: 'arn:aws:sns:eu-central-1:999999999999:alarms', Token: 't' };
    const answer = await post(
      notification({ ...strange, Type: 'SubscriptionConfirmation', SubscribeURL: 'https://sns.x.test/' }),
    );

    expect(answer.status).toBe(403);
    expect(calls('ConfirmSubscription')).toEqual([]);
  });
});

test('a body with the right key that is no message of SNS is paged as unreadable', async () => {
  const answer = await night.request('POST', cloudWatchPath, { body: 'disk full!' });
  await night.skip(0);

  expect(answer.status).toBe(202);
  expect(await night.texts('an')).toEqual([expect.stringContaining('unreadable alarm from aws')]);
});
