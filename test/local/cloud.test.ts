import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { number, type RunningCloud, runningCloud } from './running-cloud.ts';
import { synthesizedSmallApp } from './small-app/small-app.ts';

let assembly: string;
let local: RunningCloud;

beforeAll(async () => {
  assembly = await synthesizedSmallApp();
});
beforeEach(async () => {
  local = await runningCloud(assembly);
});
afterEach(() => local.cloud.close());

const start = Date.parse('2026-11-22T03:10:00Z');
const inbox = async () =>
  (await local.state()).phones[0]?.messages.filter(({ direction }) => direction === 'in') ?? [];
const statuses = async () => (await local.state()).executions.map(({ name, status }) => `${name} ${status}`);

describe('an alarm that comes in over the API', () => {
  test('sends an SMS to the phone, without any time passing on a clock that stands still', async () => {
    const answer = await local.alarm('a1');
    await local.skip(0);

    expect(answer.status).toBe(202);
    expect(await inbox()).toEqual([
      { direction: 'in', region: 'eu-central-1', text: 'a1 is burning. Reply yes', at: start },
    ]);
    expect(await statuses()).toEqual(['a1 RUNNING']);
  });

  test('is over when the person answers by SMS', async () => {
    await local.alarm('a1');
    await local.skip(60);
    await local.write('yes');
    await local.skip(0);

    expect(await statuses()).toEqual(['a1 SUCCEEDED']);
  });

  test('pages again each time the workflow has waited five minutes', async () => {
    await local.alarm('a1');
    await local.skip(1000);

    expect((await inbox()).map(({ at }) => (at - start) / 1000)).toEqual([0, 300, 600, 900]);
    expect(local.cloud.now()).toBe(start + 1_000_000);
  });
});

describe('faults', () => {
  test('let a region hang: that costs its time-out in virtual time, and then the other region is tried', async () => {
    await local.switchFaults({ region: 'eu-central-1', service: 'sms', mode: 'hang' });

    await local.alarm('a1');
    await local.skip(10);

    const [first] = await inbox();
    expect(first?.region).toBe('eu-west-2');
    expect((first?.at ?? 0) - start).toBeGreaterThanOrEqual(2_000);
    expect((first?.at ?? 0) - start).toBeLessThan(2_100);
  });

  test('let a region refuse: that costs no time at all', async () => {
    await local.switchFaults({ region: 'eu-central-1', service: 'sms', mode: 'refuse' });

    await local.alarm('a1');
    await local.skip(0);

    expect(await inbox()).toMatchObject([{ region: 'eu-west-2', at: start }]);
  });

  test('drop a message: it is accepted, and no phone gets it', async () => {
    await local.switchFaults({ region: '*', service: 'sms', mode: 'drop' });

    await local.alarm('a1');
    await local.skip(10);

    expect(await inbox()).toEqual([]);
    expect(await statuses()).toEqual(['a1 RUNNING']);
  });

  test('kill a function after its second call: both calls were made, and the workflow tries again', async () => {
    await local.alarm('a1');
    await local.switchFaults({ kill: 'pager', afterCall: 2 });
    await local.skip(0);
    const afterKill = await inbox();
    await local.skip(5);

    expect(afterKill).toHaveLength(1);
    expect(local.told).toContainEqual(expect.stringContaining('killed after call 2'));
    expect((await inbox()).map(({ at }) => at - start)).toEqual([0, 1000]);
    expect((await local.state()).faults).toEqual([]);
  });

  test('stop a region: it does nothing until it is back, and then it continues', async () => {
    await local.alarm('a1');
    await local.skip(0);
    await local.switchFaults({ region: 'eu-central-1', service: '*', mode: 'refuse' });

    const refused = await local.alarm('a2');
    await local.skip(900);
    const during = await inbox();
    await local.switchFaults();
    await local.skip(1);

    expect(refused.status).toBe(503);
    expect(during).toHaveLength(1);
    expect(await inbox()).toHaveLength(2);
  });

  test('are refused for an unknown service, with the names of the known ones', async () => {
    const answer = await local.request('PUT', '/local/faults', [
      { region: '*', service: 'pigeons', mode: 'hang' },
    ]);

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('sms, voice, tasks') });
  });
});

describe('lockstep', () => {
  const orderWith = async (seed: number) => {
    const one = await runningCloud(assembly);
    await one.request('PUT', '/local/schedule', { seed });
    const ids = ['a1', 'a2', 'a3', 'a4'];
    await Promise.all(ids.map((id) => one.alarm(id, ids.length)));
    await one.skip(0);
    const order = one.cloud.trace.map(({ operation, outcome }) => `${operation} ${outcome}`);
    const texts = (await one.state()).phones[0]?.messages.map(({ text }) => text);
    await one.cloud.close();
    return JSON.stringify({ order, texts });
  };

  test('gives the same order for the same seed, and another order for another seed', async () => {
    const first = await orderWith(1);

    expect(await orderWith(1)).toBe(first);
    expect(await orderWith(2)).not.toBe(first);
  });
});

describe('the trace', () => {
  test('counts the calls from the alarm to the SMS, one after the other', async () => {
    await local.alarm('a1');
    await local.skip(0);

    expect(local.cloud.trace.map(({ service, operation }) => `${service} ${operation}`)).toEqual([
      'lambda Invoke pager',
      'dynamodb UpdateItem',
      'states StartExecution',
      'lambda Invoke pager',
      'dynamodb UpdateItem',
      'sns Publish',
    ]);
  });
});

test('a port that is in use gives a clear error', async () => {
  const port = Number(new URL(local.cloud.url).port);

  await expect(runningCloud(assembly, { port })).rejects.toThrow(`port ${port} is in use`);
});

test('a phone without messages has nobody to answer', async () => {
  const answer = await local.write('yes');

  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ detail: `nobody has written to ${number} yet` });
});
