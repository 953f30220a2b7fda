import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Alarm } from '../../domain/alarm/alarm.ts';
import { readCloudWatch } from '../../sources/cloudwatch.ts';
import { alarmKey } from '../../sources/raw-event.ts';

const notices = JSON.parse(
  readFileSync(join(import.meta.dirname, 'contributors.json'), 'utf8'),
) as readonly Readonly<Record<string, unknown>>[];

const [first, second, firstIsWell] = notices.map(read);

function read(notice: Readonly<Record<string, unknown>> | undefined): Alarm {
  const arrival = { now: Date.UTC(2026, 10, 30, 2, 5), deliveryId: 'delivery-1', from: 'alarms' };
  const reading = readCloudWatch(JSON.stringify(notice), arrival);
  if (reading.kind !== 'alarm') throw new Error(reading.why);
  return reading.alarm;
}

/** The same change, as EventBridge tells it. */
function asEvent(notice: Readonly<Record<string, unknown>> | undefined) {
  const { AlarmArn, AlarmName, AWSAccountId, AlarmContributorId, AlarmContributorAttributes } = notice ?? {};
  return {
    ...{ resources: [AlarmArn], account: AWSAccountId },
    detail: {
      alarmName: AlarmName,
      alarmContributor: { id: AlarmContributorId, attributes: AlarmContributorAttributes },
      state: { value: notice?.['NewStateValue'], timestamp: notice?.['StateChangeTime'] },
    },
  };
}

describe('one alarm of CloudWatch over many hosts', () => {
  test('has an incident for each host', () => {
    expect(alarmKey(first as Alarm)).not.toBe(alarmKey(second as Alarm));
  });

  test('names the host in what people read, and finds its service by it', () => {
    expect(first?.summary).toBe('acme-fleet-memory i-0aaa: memory above 80% on any host');
    expect(first?.labels).toMatchObject({ InstanceId: 'i-0aaa' });
  });

  test('is well again for one host alone', () => {
    expect(firstIsWell?.state).toBe('resolved');
    expect(alarmKey(firstIsWell as Alarm)).toBe(alarmKey(first as Alarm));
  });

  test('is the same event of the same incident by each route', () => {
    const event = read(asEvent(notices[0]));

    expect(alarmKey(event)).toBe(alarmKey(first as Alarm));
    expect(event.eventId).toBe(first?.eventId);
  });
});

describe('an event of EventBridge about an alarm that is to be quiet', () => {
  const { detail, ...event } = asEvent(notices[0]);
  const quiet = (change: object, state: 'ALARM' | 'OK' = 'ALARM') => {
    const changed = { ...detail, ...change, state: { ...detail.state, value: state } };
    const arrival = { now: Date.UTC(2026, 10, 30, 2, 5), deliveryId: 'delivery-1', from: 'CloudWatch' };
    return readCloudWatch(JSON.stringify({ ...event, detail: changed }), arrival).kind;
  };

  test.each([
    [
      'is muted',
      { muteDetail: { mutedBy: 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm-mute-rule:night' } },
    ],
    ['has its actions switched off', { configuration: { actionsEnabled: false } }],
  ])('pages nobody when it %s, and is over all the same', (_what, change) => {
    expect(quiet(change)).toBe('nothing');
    expect(quiet(change, 'OK')).toBe('alarm');
    expect(quiet({})).toBe('alarm');
  });
});
