import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, other, own } from './laptop.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

let cloud: Laptop;
beforeEach(async () => {
  cloud = await laptop();
});
afterEach(() => cloud.close());

/**
 * The calls of a cold step function up to its SMS: claim, organization from three places, the stored code and page, two on
 * what the phone knows, and the SMS.
 */
const callsToSms = 9;

async function killedAfterSms() {
  await cloud.faults({ kill: 'permanence-step', afterCall: callsToSms });
  return cloud.alarm(diskFull);
}

describe('a reply', () => {
  test('that comes before the workflow waits counts', async () => {
    // The function dies after it sent the SMS, and the workflow has not yet tried again.
    const { body } = await killedAfterSms();
    expect(await cloud.texts('an')).toHaveLength(1);
    expect((await cloud.executions()).map(({ state }) => state)).toEqual(['SMS through the own region']);

    await cloud.reply('an', 'ja');
    await cloud.skip(10);

    expect((await cloud.incident(body.incidentId)).incident.status).toBe('acknowledged');
    expect((await cloud.executions()).map(({ state }) => state)).toContain('Acknowledged until');
    await cloud.skip(600);
    expect(await cloud.texts('chloe')).toEqual([]);
  });

  test('that comes after its wait has expired counts', async () => {
    const { body } = await cloud.alarm(diskFull);
    await cloud.skip(400);
    expect(await cloud.texts('chloe')).not.toEqual([]);

    await cloud.reply('an', `${body.code} ja`);

    expect((await cloud.incident(body.incidentId)).incident.acknowledgement?.by).toBe('an');
    expect((await cloud.texts('chloe')).at(-1)).toContain('An');
  });

  test('to the other cell wakes the execution where it runs', async () => {
    await cloud.faults({ region: own, service: 'sms', mode: 'refuse' });
    const { body } = await cloud.alarm(diskFull);
    expect((await cloud.phone('an')).messages.at(-1)?.region).toBe(other);

    await cloud.reply('an', 'ja');

    expect((await cloud.incident(body.incidentId)).incident.status).toBe('acknowledged');
    expect(await cloud.executions()).toEqual([
      expect.objectContaining({ region: own, state: 'Acknowledged until' }),
    ]);
  });

  test('that is delivered twice counts once, and is answered once', async () => {
    await cloud.faults({ region: '*', service: 'sms', mode: 'double' });
    const { body } = await cloud.alarm(diskFull);
    await cloud.reply('an', 'ja');
    await cloud.reply('an', 'info');

    const { timeline } = (await cloud.incident(body.incidentId)).incident;
    expect(timeline.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1);
    const answers = (await cloud.texts('an')).slice(1);
    expect(answers).toHaveLength(new Set(answers).size);
  });
});
