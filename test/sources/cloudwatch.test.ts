import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maxRawLength } from '../../domain/alarm/alarm.ts';
import { type CloudWatchArrival, readCloudWatch } from '../../sources/cloudwatch.ts';
import {
  actionEvent,
  compositeAlarm,
  metricAlarm,
  metricMathAlarm,
  stateChangeEvent,
} from './cloudwatch-messages.ts';

const changedAt = Date.parse('2026-02-02T12:06:35.472Z');
const arrival: CloudWatchArrival = { now: changedAt + 500, deliveryId: 'delivery-1', from: 'aws' };

const reading = (message: unknown, more: Partial<CloudWatchArrival> = {}) =>
  readCloudWatch(typeof message === 'string' ? message : JSON.stringify(message), { ...arrival, ...more });

function alarmIn(message: unknown, more: Partial<CloudWatchArrival> = {}) {
  const read = reading(message, more);
  if (read.kind !== 'alarm') throw new Error(read.why);
  return read.alarm;
}

const inState = (value: string, more: object = {}) => ({
  ...stateChangeEvent,
  detail: { ...stateChangeEvent.detail, state: { ...stateChangeEvent.detail.state, value, ...more } },
});

describe('an alarm of CloudWatch', () => {
  test('is known by its ARN, with account, region and dimensions to route it by', () => {
    expect(alarmIn(metricAlarm)).toEqual({
      source: 'cloudwatch',
      links: [],
      dedupKey: metricAlarm.AlarmArn,
      eventId: expect.stringMatching(/^[0-9a-f]{32}$/),
      state: 'firing',
      occurredAt: changedAt,
      summary: 'web-5xx: 5xx above 10',
      account: '123456789012',
      region: 'eu-west-1',
      alarmName: 'web-5xx',
      labels: { ApiName: 'web' },
      raw: JSON.stringify(metricAlarm),
      warnings: [],
    });
  });

  test.each([
    ['metric math, over a topic', metricMathAlarm],
    ['an event of EventBridge', stateChangeEvent],
    ['an alarm action', actionEvent],
    [
      'dimensions in capitals',
      { ...metricAlarm, Trigger: { Dimensions: [{ Name: 'ApiName', Value: 'web' }] } },
    ],
  ])('is the same alarm and the same event as %s', (_form, message) => {
    const { raw: _, ...same } = alarmIn(metricAlarm);

    expect(alarmIn(message)).toMatchObject(same);
  });

  test('that is made of others has no description and no metric: its reason says what is wrong', () => {
    expect(alarmIn(compositeAlarm)).toMatchObject({
      dedupKey: compositeAlarm.AlarmArn,
      summary: expect.stringMatching(/^svc: arn:aws:cloudwatch:.* transitioned to ALARM/),
      labels: {},
    });
  });

  test.each([null, '', '  ', undefined, 7])('with the description %j is paged with its reason', (given) => {
    expect(alarmIn({ ...metricAlarm, AlarmDescription: given }).summary).toMatch(
      /^web-5xx: Threshold Crossed/,
    );
  });

  test('whose name has colons and spaces is named in full', () => {
    const AlarmArn = 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:db: disk full';

    expect(alarmIn({ ...metricAlarm, AlarmArn }).alarmName).toBe('db: disk full');
  });

  test('that is over resolves; whatever it was before', () => {
    expect(alarmIn({ ...metricAlarm, NewStateValue: 'OK', OldStateValue: 'ALARM' }).state).toBe('resolved');
    expect(alarmIn({ ...metricAlarm, NewStateValue: 'OK', OldStateValue: 'INSUFFICIENT_DATA' }).state).toBe(
      'resolved',
    );
  });

  test('changes twice: two events of one alarm', () => {
    const first = alarmIn(metricAlarm);
    const later = alarmIn({ ...metricAlarm, StateChangeTime: '2026-02-02T12:06:35.473+0000' });
    const over = alarmIn({ ...metricAlarm, NewStateValue: 'OK' });

    expect(new Set([first, later, over].map(({ eventId }) => eventId)).size).toBe(3);
    expect(new Set([first, later, over].map(({ dedupKey }) => dedupKey)).size).toBe(1);
  });

  test('that says no time counts as of now, and says so', () => {
    expect(alarmIn({ ...metricAlarm, StateChangeTime: 'yesterday' })).toMatchObject({
      eventId: 'delivery-1',
      occurredAt: arrival.now,
      warnings: [{ place: 'StateChangeTime' }],
    });
  });

  test('that is too large for the table is stored cut off', () => {
    const { raw, warnings } = alarmIn({ ...metricAlarm, NewStateReason: 'é'.repeat(maxRawLength) });

    expect(Buffer.byteLength(raw)).toBeLessThanOrEqual(maxRawLength);
    expect(warnings).toHaveLength(1);
  });
});

describe('an old alarm, which does not say its ARN', () => {
  const { AlarmArn: _, ...old } = metricAlarm;
  const silent = { ...old, AlarmActions: [] };

  test('is in the region of its topic', () => {
    const topicArn = 'arn:aws:sns:eu-west-1:123456789012:alarms';

    expect(alarmIn(silent, { topicArn })).toMatchObject({
      dedupKey: metricAlarm.AlarmArn,
      region: 'eu-west-1',
    });
  });

  test('is in the region of what it acts on', () => {
    expect(alarmIn(old).dedupKey).toBe(metricAlarm.AlarmArn);
  });

  test('is known by account and name where nothing says the region', () => {
    expect(alarmIn(silent)).toMatchObject({
      dedupKey: '123456789012: web-5xx',
      region: undefined,
      alarmName: 'web-5xx',
    });
  });
});

describe('an alarm without data', () => {
  const silent = { ...metricAlarm, NewStateValue: 'INSUFFICIENT_DATA' };

  test('is nothing, as long as the organization does not want otherwise', () => {
    expect(reading(silent).kind).toBe('nothing');
    expect(reading(silent, { insufficientData: 'ignore' }).kind).toBe('nothing');
  });

  test('fires where the organization wants to hear of it', () => {
    expect(alarmIn(silent, { insufficientData: 'firing' })).toMatchObject({
      state: 'firing',
      summary: 'web-5xx: no data',
    });
  });
});

describe('an alarm whose actions another one suppresses', () => {
  const suppressed = { actionsSuppressedBy: 'Alarm', actionsSuppressedReason: 'maintenance' };

  test('is nothing, though EventBridge tells of it', () => {
    expect(reading(inState('ALARM', suppressed))).toEqual({
      kind: 'nothing',
      why: "the alarm's actions are suppressed by Alarm",
    });
  });

  test('still resolves when it is over', () => {
    expect(alarmIn(inState('OK', suppressed)).state).toBe('resolved');
  });

  test('fires once it is not suppressed any more', () => {
    expect(alarmIn(inState('ALARM')).state).toBe('firing');
  });
});

describe('an alarm that steers scaling', () => {
  const scaling = {
    ...stateChangeEvent,
    resources: ['arn:aws:cloudwatch:eu-west-1:123456789012:alarm:TargetTracking-table/x-AlarmLow-1'],
  };

  test('is nothing when EventBridge tells of it, since that tells of every alarm', () => {
    expect(reading(scaling).kind).toBe('nothing');
  });

  test('fires when somebody sends it on purpose', () => {
    expect(alarmIn({ ...metricAlarm, AlarmArn: scaling.resources[0] }).state).toBe('firing');
  });
});

describe('what is no change of an alarm', () => {
  test.each(['', 'disk full!', '[]', 'null', '{}', '{"AlarmName":"x"}', '{"detail":{}}', '{"alarmData":{}}'])(
    'such as %j pages as unreadable',
    (body) => {
      expect(alarmIn(body)).toMatchObject({
        source: 'cloudwatch',
        dedupKey: expect.stringMatching(/^unreadable from aws: [0-9a-f]{64}$/),
        eventId: 'delivery-1',
        state: 'firing',
        occurredAt: arrival.now,
        summary: 'unreadable alarm from aws',
        raw: body,
      });
    },
  );

  test('is paged with the subject that it came under', () => {
    expect(alarmIn('oops', { subject: 'the backup failed' }).summary).toBe(
      'unreadable alarm from aws: the backup failed',
    );
  });

  test('never makes the reader throw, whatever it is', () => {
    const any = fc.oneof(fc.string(), fc.json());
    const strange = fc
      .record({ name: fc.constantFrom(...Object.keys(metricAlarm)), value: fc.jsonValue() })
      .map(({ name, value }) => JSON.stringify({ ...metricAlarm, [name]: value }));
    const strangeDetail = fc
      .record({ name: fc.constantFrom('state', 'configuration', 'alarmName'), value: fc.jsonValue() })
      .map(({ name, value }) => JSON.stringify({ ...stateChangeEvent, detail: { [name]: value } }));

    fc.assert(
      fc.property(fc.oneof(any, strange, strangeDetail), (body) => {
        expect(['alarm', 'nothing']).toContain(reading(body).kind);
      }),
    );
  });
});
