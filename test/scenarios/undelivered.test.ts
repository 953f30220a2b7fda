import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { alarmKey } from '../../sources/raw-event.ts';
import { accountAlarm, alarmsTopic } from './account-alarm.ts';
import { type ChangedAssembly, changedAssembly } from './changed-assembly.ts';
import { type Laptop, laptop, theNight } from './laptop.ts';
import { pagesTo } from './what-came.ts';

describe('a message that AWS could not hand to a function', () => {
  let assembly: ChangedAssembly;
  let night: Laptop;
  let arn: string;
  beforeAll(async () => {
    assembly = await changedAssembly();
    // Only the guardian's schedule may invoke its function: SNS and EventBridge put their messages into the queues.
    assembly.propertiesOf('AWS::Lambda::Permission', { Principal: 'batch.amazonaws.com' });
    night = await laptop({ assembly: assembly.directory, startAt: theNight - 1000, guardians: true });
  });
  afterAll(async () => {
    await night.close();
    assembly.remove();
  });

  test('is handled by the guardian: an alarm is one incident, whichever way it came', async () => {
    const alarm = await accountAlarm(night, [alarmsTopic]);
    arn = alarm.arn;
    await alarm.becomes('ALARM');
    expect(night.told.filter((line) => line.includes('lies in the queue'))).toEqual([
      'A message lies in the queue permanence-alarms-undelivered',
      'A message lies in the queue permanence-alarms-undelivered',
    ]);

    await night.skip(80);

    const texts = (await pagesTo(night, 'an')).map(({ text }) => text);
    const codes = texts.filter((text) => text.includes('acme-db-1-disk')).map((text) => text.slice(0, 3));
    expect(new Set(codes).size).toBe(1);
    expect(texts).toContainEqual(expect.stringContaining('2 alarms could not be taken in at once'));
  });

  test('is handled by the guardian: an answer has its usual effect', async () => {
    const page = (await pagesTo(night, 'an')).find(({ text }) => text.includes('acme-db-1-disk'));
    await night.reply('an', `${page?.text.slice(0, 3)} ja`);
    await night.skip(120);

    const { incident } = await night.incident(`${alarmKey({ source: 'cloudwatch', dedupKey: arn })}-1`);
    expect(incident.acknowledgement?.by).toBe('an');
    expect(night.told.filter((line) => line.includes('permanence-replies-undelivered'))).not.toEqual([]);
  });
});
