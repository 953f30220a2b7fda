import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, theNight, withoutGuardians } from './laptop.ts';
import { operatorPresses } from './operator.ts';
import type { Accepted } from './requests.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };
const at = (seconds: number) => new Date(theNight + seconds * 1000).toISOString();
const firing = { ...diskFull, occurredAt: at(-60) };
const resolved = { ...diskFull, state: 'resolved' as const, occurredAt: at(-30) };
const firingAgain = { ...diskFull, occurredAt: at(-20) };

let cloud: Laptop;
let opened: Accepted['body'];
beforeEach(async () => {
  cloud = await laptop();
  ({ body: opened } = await cloud.alarm(firing));
});
afterEach(() => cloud.close());

/**
 * The driver tells the customer only after somebody has acknowledged. Otherwise an operator does, and the incident
 * waits.
 */
async function acknowledged() {
  await cloud.reply('an', 'ja 30');
}

/** Seconds from the end until the customer hears of it, so that it can be taken back. */
const customerHearsAfter = 125;

const over = expect.stringMatching(/voorbij|opgelost/);

describe('an incident that its source resolves', () => {
  test('is resolved, and its execution succeeds', async () => {
    await acknowledged();
    const { status, body } = await cloud.alarm(resolved);
    await cloud.skip(customerHearsAfter);

    expect(status).toBe(202);
    expect(body).toMatchObject({ incidentId: opened.incidentId, status: 'resolved' });
    expect(await cloud.executions()).toEqual([
      expect.objectContaining({ name: `${opened.incidentId}-1`, status: 'SUCCEEDED', state: 'Resolved' }),
    ]);
  });

  test('has no deadline any more, so no guardian looks at it', async () => {
    await acknowledged();
    await cloud.alarm(resolved);
    await cloud.skip(customerHearsAfter);

    const { item, timeline } = await cloud.incident(opened.incidentId);
    expect(item).toMatchObject({
      status: 'resolved',
      resolvedAt: theNight,
      deadline: undefined,
      isArchived: true,
    });
    expect(timeline).toContainEqual({ at: theNight, kind: 'resolved', by: 'source' });
  });

  test('is told once to everybody who was paged, and nobody is paged any more', async () => {
    await cloud.faults(withoutGuardians);
    await cloud.skip(310);
    const before = { an: await cloud.texts('an'), chloe: await cloud.texts('chloe') };
    await cloud.alarm(resolved);
    await cloud.skip(900);

    const told = async (who: 'an' | 'chloe') => (await cloud.texts(who)).slice(before[who].length);
    expect(await told('an')).toEqual([expect.stringContaining(opened.code)]);
    expect(await told('chloe')).toEqual([expect.stringContaining(opened.code)]);
    expect(await cloud.texts('dirk')).toEqual([]);
  });

  test('is told once to the responder who had acknowledged', async () => {
    await cloud.faults(withoutGuardians);
    await cloud.reply('an', 'ja 30');
    const before = (await cloud.texts('an')).length;
    await cloud.alarm(resolved);
    await cloud.alarm(resolved);
    await cloud.skip(1800);

    expect((await cloud.texts('an')).slice(before)).toEqual([over]);
  });

  test('is told through the other region when the own one refuses', async () => {
    await cloud.faults({ region: 'eu-central-1', service: 'sms', mode: 'refuse' });
    await cloud.alarm(resolved);

    expect((await cloud.phone('an')).messages.at(-1)).toMatchObject({ region: 'eu-west-2', text: over });
  });

  test('ends even when nobody can be told, and its timeline says so: an operator tells the customer', async () => {
    await acknowledged();
    await cloud.faults({ region: '*', service: 'sms', mode: 'refuse' }, withoutGuardians);
    await cloud.alarm(resolved);
    await cloud.skip(customerHearsAfter);
    await operatorPresses(cloud, 'done', { who: 'Joris' });

    const { item, timeline } = await cloud.incident(opened.incidentId);
    expect(item).toMatchObject({ status: 'resolved', deadline: undefined });
    expect(timeline).toContainEqual(expect.objectContaining({ kind: 'not told', to: 'an', notice: 'over' }));
  });
});

describe('an alarm that fires between the resolution and the end of the execution', () => {
  test('is not lost while people are still being told', async () => {
    await cloud.faults({ region: '*', service: 'sms', mode: 'hang' });
    await cloud.alarm(resolved);
    await cloud.skip(1);
    const again = await cloud.alarm(firingAgain);
    expect(again.body).toMatchObject({ incidentId: opened.incidentId, status: 'escalating' });

    await cloud.faults();
    const before = (await cloud.texts('an')).length;
    await cloud.skip(60);
    const texts = (await cloud.texts('an')).slice(before);
    expect(texts).toContainEqual(expect.stringMatching(`^${opened.code} ACME web-3 disk full`));
    expect((await cloud.incident(opened.incidentId)).incident.status).toBe('escalating');
  });

  test.each([1, 2, 3, 4])('is not lost in any order of the two (drawn from seed %d)', async (seed) => {
    await cloud.lockstep(seed);
    await cloud.together([resolved, firingAgain]);
    const { item, incident } = await cloud.incident(opened.incidentId);
    expect(incident.status).toBe('escalating');
    expect(item.deadline).toBeDefined();

    const before = (await cloud.texts('an')).length;
    await cloud.skip(60);
    expect((await cloud.texts('an')).length).toBeGreaterThan(before);
  });
});
