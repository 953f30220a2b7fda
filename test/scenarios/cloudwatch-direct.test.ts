import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { alarmKey } from '../../sources/raw-event.ts';
import { accountAlarm, alarmsTopic, intakeFunction } from './account-alarm.ts';
import { customerTopic } from './customer-topic.ts';
import { type Laptop, laptop, other, own, withoutGuardians } from './laptop.ts';
import { pagesTo } from './what-came.ts';

let night: Laptop;

beforeEach(async () => {
  night = await laptop();
});

afterEach(() => night.close());

const incidentOf = (arn: string) => night.incident(`${alarmKey({ source: 'cloudwatch', dedupKey: arn })}-1`);

const intakes = () => night.cloud.trace.filter(({ operation }) => operation === 'Invoke permanence-intake');

describe('an alarm of the account itself', () => {
  test.each([
    ['does nothing by itself', [], 1],
    ['publishes to the cell’s topic', [alarmsTopic], 2],
    ['calls the intake as its action', [intakeFunction], 2],
    ['does both', [alarmsTopic, intakeFunction], 3],
  ])('that %s: arrives once by each way, and is one incident and one page', async (_what, actions, ways) => {
    await night.faults(withoutGuardians);
    const alarm = await accountAlarm(night, actions);
    await alarm.becomes('ALARM');

    expect(intakes()).toHaveLength(ways);
    expect(intakes().filter(({ outcome }) => outcome !== 'answered')).toEqual([]);
    const pages = await pagesTo(night, 'an');
    expect(pages.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^\w{3} acme-db-1-disk: disk full 95% 03:10/),
    ]);
    expect(await incidentOf(alarm.arn)).toMatchObject({ alarms: 1 });
  });

  test('reaches the other cell by HTTPS as well, signed with SHA-256: it is still one incident and one page', async () => {
    await night.faults(withoutGuardians);
    const topic = await customerTopic(night, { name: 'permanence-alarms' });
    await topic.subscribe(other);
    const alarm = await accountAlarm(night, [topic.arn]);
    await alarm.becomes('ALARM');

    const regions = intakes().map(({ region }) => region);
    expect(regions.toSorted()).toEqual([own, own, other, other]);
    expect(await pagesTo(night, 'an')).toHaveLength(1);
    expect(await incidentOf(alarm.arn)).toMatchObject({ alarms: 1 });
  });

  test('is resolved when CloudWatch says OK', async () => {
    await night.faults(withoutGuardians);
    const alarm = await accountAlarm(night, [alarmsTopic]);
    await alarm.becomes('ALARM');
    await night.skip(30);
    await alarm.becomes('OK');

    const { incident } = await incidentOf(alarm.arn);
    expect(incident.status).toBe('resolved');
  });

  test('that the intake could not store in three tries is kept, handled by the guardian, and reported', async () => {
    await night.startGuardians();
    const alarm = await accountAlarm(night, [alarmsTopic]);
    await night.faults({ region: '*', service: 'table', mode: 'refuse' });
    await alarm.becomes('ALARM');
    await night.skip(185);
    await night.faults();
    await night.skip(110);

    const { incident } = await incidentOf(alarm.arn);
    expect(incident.status).toBe('escalating');
    const texts = (await pagesTo(night, 'an')).map(({ text }) => text);
    expect(texts.filter((text) => text.includes('acme-db-1-disk'))).not.toEqual([]);
    expect(texts.filter((text) => text.includes(`could not be taken in at once in ${own}`))).not.toEqual([]);
  });
});
