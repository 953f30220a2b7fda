import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Fault, type Laptop, laptop, other, own, theNight, withoutGuardians } from './laptop.ts';
import type { Accepted } from './requests.ts';
import { pagesTo } from './what-came.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

let cloud: Laptop;
beforeEach(async () => {
  // The guardians of both cells have begun to sweep when the alarm arrives.
  cloud = await laptop({ guardians: true, startAt: theNight - 1000 });
  await cloud.skip(1);
});
afterEach(() => cloud.close());

/** Asserts that the primary is paged once within a minute of the 2xx, with the code that the source was told. */
async function expectPagedWithinAMinute({ status, body }: Accepted, from = 0) {
  expect(status).toBe(202);
  await cloud.skip(from + 44 - (cloud.cloud.now() - theNight) / 1000);
  if ((await pagesTo(cloud, 'an')).length === 0) await cloud.skip(16);
  const pages = await pagesTo(cloud, 'an');
  expect(pages).toEqual([expect.objectContaining({ text: expect.stringMatching(`^${body.code} ACME`) })]);
  expect(pages[0]?.second).toBeLessThanOrEqual(from + 60);
}

/** Asserts that an answer acknowledges the incident, whoever drives it. */
async function expectAnAnswerCounts({ body }: Accepted) {
  await cloud.reply('an', 'ja');
  await cloud.skip(30);
  await cloud.faults();
  const { incident, timeline } = await cloud.incident(body.incidentId);
  expect(incident.acknowledgement?.by).toBe('an');
  expect(timeline).toContainEqual(
    expect.objectContaining({ kind: 'told', to: 'an', notice: 'acknowledged' }),
  );
}

const workflow = (region: string, mode: string): Fault => ({ region, service: 'workflow', mode });

describe('a workflow that cannot be started', () => {
  test.each(['refuse', 'throttle', 'hang'])(
    'in the own region (%s) is started in the other cell',
    async (mode) => {
      await cloud.faults(workflow(own, mode));
      const accepted = (await cloud.answered(cloud.alarm(diskFull))).answer;

      expect(accepted.status).toBe(202);
      const [page] = await pagesTo(cloud, 'an');
      expect(page?.region).toBe(own);
      expect(page?.second).toBeLessThanOrEqual(5);
      expect(await cloud.executions()).toEqual([
        expect.objectContaining({ region: other, state: 'Await an answer' }),
      ]);
      await expectAnAnswerCounts(accepted);
    },
  );

  test.each(['refuse', 'throttle', 'hang'])(
    'in either region (%s): a guardian pages instead',
    async (mode) => {
      await cloud.faults(workflow('*', mode));
      const accepted = (await cloud.answered(cloud.alarm(diskFull))).answer;

      await expectPagedWithinAMinute(accepted);
      expect(await cloud.executions()).toEqual([]);
      await expectAnAnswerCounts(accepted);
    },
  );

  test('in either region does not stop the ladder', async () => {
    await cloud.faults(workflow('*', 'refuse'));
    await cloud.alarm(diskFull);
    await cloud.skip(960);

    const first = await Promise.all(
      ['an', 'chloe', 'dirk'].map(async (who) => (await pagesTo(cloud, who))[0]?.second),
    );
    expect(first).toEqual([expect.any(Number), expect.any(Number), expect.any(Number)]);
    const [primary = 0, secondary = 0, management = 0] = first;
    expect(secondary - primary).toBeGreaterThanOrEqual(290);
    expect(secondary - primary).toBeLessThanOrEqual(330);
    expect(management - secondary).toBeLessThanOrEqual(330);
    expect((await pagesTo(cloud, 'an')).at(-1)?.second).toBeGreaterThanOrEqual(900);
  });
});

describe('a workflow that was started', () => {
  test.each(['refuse', 'hang'])('and stops in the middle of a step (%s) is taken over', async (mode) => {
    await cloud.faults({ region: own, service: 'sms', mode: 'hang' });
    const accepted = await cloud.alarm(diskFull);
    await cloud.faults(workflow(own, mode));

    await expectPagedWithinAMinute(accepted);
    expect((await cloud.executions()).at(-1)).toMatchObject({
      region: other,
      name: `${accepted.body.incidentId}-2`,
    });
    await expectAnAnswerCounts(accepted);
  });

  test('and stops together with its region’s SMS is taken over by the other cell, which pages through its own region', async () => {
    await cloud.faults({ region: own, service: 'sms', mode: 'hang' });
    await cloud.alarm(diskFull);
    await cloud.faults(workflow(own, 'refuse'), { region: own, service: 'sms', mode: 'refuse' });
    await cloud.skip(90);

    const [page] = await pagesTo(cloud, 'an');
    expect(page?.region).toBe(other);
    expect(page?.second).toBeLessThanOrEqual(60);
  });

  test('and never begins is driven on by the next event of its alarm when no guardian runs', async () => {
    await cloud.faults(withoutGuardians);
    await cloud.skip(180);
    await cloud.faults(withoutGuardians, workflow(own, 'drop'));
    const { body } = await cloud.alarm(diskFull);
    await cloud.faults(withoutGuardians);
    await cloud.skip(20);
    expect(await pagesTo(cloud, 'an')).toEqual([]);

    const again = await cloud.alarm(diskFull);
    expect(again.body.incidentId).toBe(body.incidentId);
    expect(await pagesTo(cloud, 'an')).toHaveLength(1);
  });

  test('and never begins is taken over', async () => {
    await cloud.faults(workflow(own, 'drop'));
    const accepted = await cloud.alarm(diskFull);
    expect(await pagesTo(cloud, 'an')).toEqual([]);

    await expectPagedWithinAMinute(accepted);
    await expectAnAnswerCounts(accepted);
  });

  test('and stops while it waits for an answer is taken over before the next page is a minute late', async () => {
    await cloud.alarm(diskFull);
    await cloud.faults(workflow(own, 'hang'));
    await cloud.skip(105);

    expect((await pagesTo(cloud, 'an')).map(({ second }) => second)).toEqual([0, expect.any(Number)]);
  });

  test('and goes on after a takeover changes nothing any more', async () => {
    await cloud.faults(workflow(own, 'drop'));
    const { body } = await cloud.alarm(diskFull);
    await cloud.faults(workflow(own, 'hang'));
    await cloud.skip(40);
    const before = await pagesTo(cloud, 'an');
    await cloud.faults();
    await cloud.skip(4);

    expect(before).toHaveLength(1);
    expect(await pagesTo(cloud, 'an')).toEqual(before);
    expect((await cloud.incident(body.incidentId)).item.epoch).toBe(2);
  });
});

describe('the own region', () => {
  test('that stops before the page has left: the other cell pages', async () => {
    await cloud.faults({ region: own, service: 'sms', mode: 'hang' });
    const accepted = await cloud.alarm(diskFull);
    await cloud.faults({ region: own, service: '*', mode: 'refuse' });

    await expectPagedWithinAMinute(accepted);
    expect((await pagesTo(cloud, 'an'))[0]?.region).toBe(other);
    await expectAnAnswerCounts(accepted);
  });

  test('that hangs before the page has left: the other cell pages', async () => {
    await cloud.faults({ region: own, service: 'sms', mode: 'hang' });
    const accepted = await cloud.alarm(diskFull);
    await cloud.faults({ region: own, service: '*', mode: 'hang' });

    await expectPagedWithinAMinute(accepted);
    await expectAnAnswerCounts(accepted);
  });
});
