import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { alarmKey } from '../../sources/raw-event.ts';
import { accountAlarm } from './account-alarm.ts';
import { contactCenter } from './calls-in-hand.ts';
import { type Fault, type Laptop, laptop, other, own, withoutGuardians } from './laptop.ts';
import { pagesTo, secondsIn } from './what-came.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

const key = alarmKey({ source: 'native', integration: 'laptop', ...diskFull });

let night: Laptop;

beforeEach(async () => {
  night = await laptop({ guardians: true });
});

afterEach(() => night.close());

const table = (mode: string): Fault => ({ region: '*', service: 'table', mode });

const secondsOf = async (responder: string) => (await pagesTo(night, responder)).map(({ second }) => second);

const callsAt = async (responder: string) => (await night.calls(responder)).map(({ at }) => secondsIn(at));

const codesTo = async (responder: string) => [
  ...new Set((await pagesTo(night, responder)).map(({ text }) => text.split(' ')[0] ?? '')),
];

const stored = () => night.incident(`${key}-1`);

const pagesWithoutTable = async () =>
  (await night.executions()).filter(({ name }) => name.startsWith('without-table-'));

/**
 * The calls of a cold step function up to its SMS: the organization from four places, the incident from two, the SMS.
 */
const callsToSms = 7;

/**
 * The source sends again to both cells every 119 seconds, until this second of the night. One of these events comes
 * at second 595, when an execution has just handed over.
 */
async function sentAgainUntil(second: number): Promise<readonly number[]> {
  const statuses: number[] = [];
  while (secondsIn(night.cloud.now()) < second) {
    await night.skip(Math.min(119, second - secondsIn(night.cloud.now())));
    for (const region of [own, other]) statuses.push((await night.alarm(diskFull, region)).status);
  }
  return statuses;
}

describe('an alarm that neither region can store', () => {
  test('pages the primary, and the source is told to send again and that people are paged', async () => {
    await night.faults(table('refuse'));
    const { status, body } = await night.alarm(diskFull);

    expect(status).toBe(503);
    expect(body).toMatchObject({ detail: expect.stringMatching(/people are being paged.*send it again/i) });
    const texts = (await pagesTo(night, 'an')).map(({ text }) => text);
    expect(texts).toEqual([
      expect.stringMatching(/^(\w{4}) ACME web-3 disk full 95% 03:10\. Antwoord \1 ja\/nee$/),
    ]);
  });

  test('follows the ladder on time, and pages nobody twice however often and to whichever cell it is sent', async () => {
    await night.faults(table('refuse'), withoutGuardians);
    await night.alarm(diskFull);
    const statuses = await sentAgainUntil(1_000);

    expect([...new Set(statuses)]).toEqual([503]);
    expect(await codesTo('an')).toHaveLength(1);
    expect(await secondsOf('an')).toEqual([0, 45, 900, 945]);
    expect(await callsAt('an')).toEqual([90, 180, 990]);
    expect(await callsAt(contactCenter)).toEqual([60, 360, 660, 960]);
    expect(await secondsOf('chloe')).toEqual([300, 345]);
    expect(await secondsOf('dirk')).toEqual([600, 645]);
    const running = (await pagesWithoutTable()).filter(({ status }) => status === 'RUNNING');
    expect(running).toHaveLength(1);
  });

  test('is stored with its timeline as soon as the table is back, and from then on a normal execution drives it', async () => {
    await night.faults(table('refuse'));
    await night.alarm(diskFull);
    await night.skip(100);
    await night.faults();
    await night.skip(15);

    expect((await pagesWithoutTable()).map(({ status, state }) => ({ status, state }))).toEqual([
      { status: 'SUCCEEDED', state: 'Stored after all' },
    ]);
    const { incident, timeline, alarms } = await stored();
    expect([incident.code]).toEqual(await codesTo('an'));
    expect(alarms).toBe(1);
    expect(timeline.filter(({ kind }) => kind === 'paged').map(({ at }) => secondsIn(at))).toEqual([0, 45]);
    expect(timeline).toContainEqual(expect.objectContaining({ kind: 'stored after all' }));

    await night.skip(200);
    expect(await secondsOf('an')).toEqual([0, 45]);
    expect(await callsAt('an')).toEqual([90, 180]);
    expect(await secondsOf('chloe')).toEqual([300]);
  });

  test.each([
    ['tried again', 60],
    ['kept in the queue', 10],
  ])('is acknowledged by a yes that came while no table worked, and was %s', async (_how, second) => {
    await night.faults(table('refuse'));
    await night.alarm(diskFull);
    await night.skip(second);
    const [code] = await codesTo('an');
    await night.reply('an', `ja ${code}`);
    await night.skip(200 - second);
    await night.faults();
    await night.skip(100);

    expect((await stored()).incident).toMatchObject({
      status: 'acknowledged',
      acknowledgement: { by: 'an' },
    });
    await night.skip(100);
    expect(await secondsOf('chloe')).toEqual([]);
  });

  test('is the incident that the source’s next event joins, also by the code of the first page', async () => {
    await night.faults(table('refuse'));
    await night.alarm(diskFull);
    const [code] = await codesTo('an');
    await night.faults();
    const { status, body } = await night.alarm(diskFull);
    await night.skip(20);
    await night.reply('an', `ja ${code}`);

    expect(status).toBe(202);
    expect(body.incidentId).toBe(`${key}-1`);
    expect((await stored()).incident.acknowledgement?.by).toBe('an');
  });

  test('pages again when the table was back for only a moment', async () => {
    await night.faults(table('refuse'));
    await night.alarm(diskFull);
    await night.skip(20);
    await night.faults();
    await night.skip(15);
    await night.faults(table('refuse'));
    await night.skip(60);
    expect(await secondsOf('an')).toEqual([0]);

    await night.alarm(diskFull);
    expect(await secondsOf('an')).toEqual([0, 95]);
  });

  test('is paged again with the same code when the function dies after it sent the page', async () => {
    await night.faults(table('refuse'), { kill: 'permanence-step', afterCall: callsToSms });
    await night.alarm(diskFull);
    await night.skip(10);

    expect(await codesTo('an')).toHaveLength(1);
    expect(await secondsOf('an')).toEqual([0, expect.any(Number)]);
  });

  test('that is a resolution gets a 503 and nothing else: nobody is paged', async () => {
    await night.faults(table('refuse'));
    const { status } = await night.alarm({ ...diskFull, state: 'resolved' });
    await night.skip(60);

    expect(status).toBe(503);
    expect(await night.texts('an')).toEqual([]);
    expect(await pagesWithoutTable()).toEqual([]);
  });

  test('and came from CloudWatch without the gateway pages as well', async () => {
    await night.faults(table('refuse'));
    const alarm = await accountAlarm(night, []);
    await alarm.becomes('ALARM');
    await night.skip(200);

    expect(await codesTo('an')).toHaveLength(1);
    expect(await secondsOf('an')).toEqual([0, 45]);
  });
});
