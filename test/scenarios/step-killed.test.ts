import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, other, own, theNight } from './laptop.ts';
import type { Accepted } from './requests.ts';
import { signed } from './signed.ts';
import { callsOf, pagesTo, upTo } from './what-came.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

/**
 * The number of calls of each function, one after the other, when it is cold and the organization is in the table.
 */
const calls = { intake: 7, firstPage: 8, answer: 9 };

let cloud: Laptop;
beforeEach(async () => {
  // The guardians of both cells have begun to sweep when the alarm arrives.
  cloud = await laptop({ guardians: true, startAt: theNight - 1000 });
  await cloud.skip(1);
  await cloud.stopGuardians();
});
afterEach(() => cloud.close());

const killed = (name: string, afterCall: number) => ({ kill: `permanence-${name}`, afterCall });

/** Asserts that a kill happened: the cloud's own record shows it. */
function expectKilled(name: string) {
  expect(cloud.cloud.trace).toContainEqual(
    expect.objectContaining({ operation: `Invoke permanence-${name}`, outcome: 'Runtime.ExitError' }),
  );
}

/** Asserts that the primary was paged by then, each time with the code that the source was told. */
async function expectPaged({ body }: Pick<Accepted, 'body'>, withinSeconds = 60) {
  const pages = await pagesTo(cloud, 'an');
  expect(pages[0]?.second).toBeLessThanOrEqual(withinSeconds);
  for (const { text } of pages) expect(text).toMatch(new RegExp(`^${body.code} ACME web-3 disk full`));
}

async function expectAcknowledgedBy(responder: string, { body }: Pick<Accepted, 'body'>) {
  const { incident, timeline } = await cloud.incident(body.incidentId);
  expect(incident).toMatchObject({ status: 'acknowledged', acknowledgement: { by: responder } });
  expect(timeline.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1);
  expect(timeline).toContainEqual(
    expect.objectContaining({ kind: 'told', to: responder, notice: 'acknowledged' }),
  );
}

test('the kills below cover each call', async () => {
  await cloud.alarm(diskFull);
  await cloud.reply('an', 'ja');

  expect(callsOf(cloud, 'permanence-intake')[0]).toHaveLength(calls.intake);
  expect(callsOf(cloud, 'permanence-step')[0]).toHaveLength(calls.firstPage);
  expect(callsOf(cloud, 'permanence-answer')[0]).toHaveLength(calls.answer);
});

describe('the step function', () => {
  test.each(upTo(calls.firstPage))('killed after call %i of the first page still pages', async (call) => {
    await cloud.faults(killed('step', call));
    const accepted = await cloud.alarm(diskFull);
    await cloud.skip(30);

    expectKilled('step');
    await expectPaged(accepted);
    await cloud.reply('an', 'ja');
    await cloud.skip(30);
    await expectAcknowledgedBy('an', accepted);
  });

  test('killed each time is given up by the workflow, and a guardian takes over', async () => {
    await cloud.startGuardians();
    await cloud.faults(killed('step', 1), killed('step', 1), killed('step', 1));
    const accepted = await cloud.alarm(diskFull);
    await cloud.skip(60);

    expect((await cloud.executions()).map(({ status }) => status)).toEqual(['FAILED', 'RUNNING']);
    await expectPaged(accepted);
    await cloud.reply('an', 'ja');
    await cloud.skip(30);
    await expectAcknowledgedBy('an', accepted);
  });

  test.each([1, 2, 3])('killed after call %i when an answer wakes it loses nothing', async (call) => {
    const accepted = await cloud.alarm(diskFull);
    await cloud.skip(10);
    await cloud.faults(killed('step', call));
    await cloud.reply('an', 'ja 20');
    await cloud.skip(50);

    expectKilled('step');
    await expectAcknowledgedBy('an', accepted);
    await cloud.skip(20 * 60);
    expect((await pagesTo(cloud, 'an')).length).toBeGreaterThan(1);
    expect(await pagesTo(cloud, 'chloe')).toEqual([]);
  });

  test('killed as it begins to wait is woken in time', async () => {
    const accepted = await cloud.alarm(diskFull);
    await cloud.skip(10);
    // The notice hangs in the own region. The next invocation after it is the one that begins to wait.
    await cloud.faults({ region: own, service: 'sms', mode: 'hang' });
    await cloud.reply('an', 'ja 20');
    await cloud.faults(killed('step', 1));
    await cloud.skip(50);

    expectKilled('step');
    await expectAcknowledgedBy('an', accepted);
    expect((await cloud.executions()).at(-1)).toMatchObject({
      status: 'RUNNING',
      state: 'Acknowledged until',
    });
    await cloud.skip(20 * 60);
    expect((await pagesTo(cloud, 'an')).length).toBeGreaterThan(1);
  });
});

describe('the intake', () => {
  test.each(upTo(calls.intake))(
    'killed after call %i leaves one incident and one page, once the source has sent again to the other cell',
    async (call) => {
      await cloud.faults(killed('intake', call));
      const first = await cloud.alarm(diskFull, own);
      expect(first.status).toBeGreaterThanOrEqual(500);
      const second = await cloud.alarm(diskFull, other);
      await cloud.skip(44);

      expect(second.status).toBe(202);
      await expectPaged(second);
      expect(await pagesTo(cloud, 'an')).toHaveLength(1);
      expect(second.body.incidentId).toMatch(/-1$/);
      const ofOneIncident = `${second.body.incidentId}-`;
      for (const { name } of await cloud.executions()) expect(name.startsWith(ofOneIncident)).toBe(true);
      const named = await signed(cloud, 'GET', `/v1/incidents/${second.body.code}`);
      expect(named.body).toMatchObject({ incidentId: second.body.incidentId });
    },
  );
});

describe('the answer function', () => {
  test.each(upTo(calls.answer))('killed after call %i loses no answer', async (call) => {
    const accepted = await cloud.alarm(diskFull);
    await cloud.skip(10);
    await cloud.faults(killed('answer', call));
    await cloud.reply('an', 'ja');
    await cloud.skip(60);

    expectKilled('answer');
    await expectAcknowledgedBy('an', accepted);
  });

  test('killed twice counts the answer at the topic’s third delivery', async () => {
    const accepted = await cloud.alarm(diskFull);
    await cloud.skip(10);
    await cloud.faults(killed('answer', 1), killed('answer', 1));
    await cloud.reply('an', 'ja');
    await cloud.skip(180);

    await expectAcknowledgedBy('an', accepted);
  });
});
