import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anOperator } from './an-operator.ts';
import { contactCenter } from './calls-in-hand.ts';
import { type Laptop, laptop, other, own, theNight, withoutGuardians } from './laptop.ts';
import { operatorPresses, screenOf } from './operator.ts';
import type { Accepted } from './requests.ts';
import { keysIn } from './spoken.ts';
import { pagesTo, secondsIn } from './what-came.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };
const linkDown = { dedupKey: 'edge-1', service: 'acme-edge', summary: 'edge-1 link down' };
const noSpace = { dedupKey: 'db-1', service: 'acme-db', summary: 'db-1 out of space' };

let cloud: Laptop;
const begin = async () => {
  cloud = await laptop();
  await cloud.faults(withoutGuardians);
};

const opened = async (alarm: typeof diskFull): Promise<Accepted['body']> => (await cloud.alarm(alarm)).body;
const timelineOf = async ({ incidentId }: Accepted['body']) => (await cloud.incident(incidentId)).timeline;
const stored = async ({ incidentId }: Accepted['body']) => (await cloud.incident(incidentId)).incident;

/** The queued task for reaching a person. */
const taskFor = async ({ code }: Accepted['body'], name: string) => {
  const task = (await cloud.tasks()).find((each) => each.name.startsWith(`${code} ACME: ${name}`));
  if (task === undefined) throw new Error(`no task to reach ${name}: ${JSON.stringify(await cloud.tasks())}`);
  return task;
};

/** The seconds of the night at which the contact center's number was called. */
const numberCalled = async () => (await cloud.calls(contactCenter)).map(({ at }) => secondsIn(at));

/** The seconds of the night at which people were paged by SMS for one incident. */
const paged = async (responder: string, { code }: Accepted['body']) =>
  (await pagesTo(cloud, responder)).filter(({ text }) => text.startsWith(code)).map(({ second }) => second);

const now = () => secondsIn(cloud.cloud.now());

describe('a page of the primary', () => {
  let incident: Accepted['body'];
  beforeAll(async () => {
    await begin();
    incident = await opened(diskFull);
  });
  afterAll(() => cloud.close());

  test('puts a task into the contact center’s queue at once: whom to reach, the number and a screen', async () => {
    const task = await taskFor(incident, 'An');
    const { text } = await anOperator(cloud).open(await screenOf(cloud));

    expect(task).toMatchObject({
      ...{ region: own, status: 'queued', at: theNight },
      name: `${incident.code} ACME: An bereiken en bevestigen`,
      description: diskFull.summary,
    });
    expect(task.references).toContainEqual({ name: 'Number', type: 'STRING', value: '+32470000001' });
    expect(text).toContain('An (nl): +32470000001');
    expect(text).toContain(`Alarm ${incident.code}. ACME: web-3 disk full 95%, sinds 03:10.`);
  });

  test('does not have the contact center’s number called once an operator has accepted the task', async () => {
    const task = await taskFor(incident, 'An');
    await cloud.skip(30);
    await cloud.faults(withoutGuardians, { kill: 'permanence-answer', afterCall: 3 });
    await cloud.accept(task);
    await cloud.skip(130);
    await cloud.reject(task);
    await cloud.accept(task, 'fien');
    await cloud.skip(130);

    expect(await numberCalled()).toEqual([]);
    expect((await timelineOf(incident)).filter(({ kind }) => kind === 'contact center has it')).toEqual([
      { at: theNight + 30_000, kind: 'contact center has it', task: 't1' },
    ]);
  });

  test('has its task withdrawn when the incident is resolved', async () => {
    await cloud.reply('an', 'opgelost');

    expect(await taskFor(incident, 'An')).toMatchObject({ status: 'ended' });
    expect(await timelineOf(incident)).toContainEqual(
      expect.objectContaining({ kind: 'contact center done', task: 't1', outcome: 'no longer needed' }),
    );
  });
});

describe('a contact center where nobody accepts anything', () => {
  let incident: Accepted['body'];
  beforeAll(async () => {
    await begin();
    incident = await opened(diskFull);
    await cloud.skip(899);
  });
  afterAll(() => cloud.close());

  test('has its number called a minute after the page, and again with each step', async () => {
    expect(await numberCalled()).toEqual([60, 360, 660]);
  });

  test('delays nothing: the ladder goes on as without it', async () => {
    expect(await paged('an', incident)).toEqual([0, 45]);
    expect((await cloud.calls('an')).map(({ at }) => secondsIn(at))).toEqual([90, 180]);
    expect(await paged('chloe', incident)).toEqual([300, 345]);
    expect(await paged('dirk', incident)).toEqual([600, 645]);
  });
});

describe('an operator', () => {
  beforeAll(begin);
  afterAll(() => cloud.close());

  test('who confirms the silent primary acknowledges in the primary’s name, and the timeline names the operator', async () => {
    const incident = await opened(diskFull);
    await cloud.skip(100);
    await operatorPresses(cloud, 'confirmed', { by: 'Olga' }, `${incident.code} ACME: An`);
    await cloud.skip(300);

    expect(await stored(incident)).toMatchObject({ status: 'acknowledged', acknowledgement: { by: 'an' } });
    expect(await timelineOf(incident)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'contact center done', outcome: 'confirmed', by: 'Olga' }),
        expect.objectContaining({ kind: 'acknowledged', by: 'an', path: 'contact center' }),
      ]),
    );
    expect((await cloud.texts('an')).at(-1)).toMatch(`${incident.code} staat op jouw naam tot 03:41`);
    expect(await paged('chloe', incident)).toEqual([]);
  });

  test('who cannot reach a primary who said yes ends the acknowledgement: the secondary is paged at once, and the primary is told', async () => {
    const incident = await opened(linkDown);
    await cloud.reply('farid', 'oui');
    expect(await stored(incident)).toMatchObject({
      status: 'acknowledged',
      acknowledgement: { by: 'farid' },
    });
    await cloud.skip(100);
    const from = now();
    await operatorPresses(cloud, 'next', { by: 'Olga' }, `${incident.code} ACME: Farid`);
    await cloud.skip(50);

    expect((await stored(incident)).status).toBe('escalating');
    expect(await paged('greta', incident)).toEqual([from, from + 45]);
    expect(await paged('farid', incident)).toHaveLength(1);
    expect((await cloud.texts('farid')).at(-1)).toMatch(
      new RegExp(`^${incident.code}: le centre de contact`),
    );
    expect(await timelineOf(incident)).toContainEqual(
      expect.objectContaining({ kind: 'not on it', responder: 'farid', by: 'Olga' }),
    );
    await cloud.reply('greta', `${incident.code} ja`);
  });

  test('has management paged while the ladder goes on', async () => {
    const incident = await opened(noSpace);
    await cloud.skip(20);
    const from = now();
    await operatorPresses(cloud, 'management', {}, `${incident.code} ACME: Greta`);
    await cloud.skip(281);

    expect(await paged('dirk', incident)).toEqual([from, from + 45]);
    expect(await paged('greta', incident)).toEqual([from - 20, from + 25]);
    expect(await paged('ines', incident)).toEqual([from + 280]);
    await cloud.reply('dirk', `${incident.code} ja`);
    expect(await stored(incident)).toMatchObject({ acknowledgement: { by: 'dirk' } });
  });

  test('who wants management after a yes has management paged, and the acknowledgement stays', async () => {
    const incident = await opened({ ...linkDown, dedupKey: 'edge-2' });
    await cloud.reply('farid', `${incident.code} oui`);
    await cloud.skip(60);
    const from = now();
    await operatorPresses(cloud, 'management', {}, `${incident.code} ACME: Farid`);
    await cloud.skip(50);

    expect(await paged('farid', incident)).toHaveLength(1);
    expect(await paged('dirk', incident)).toEqual([from, from + 45]);
    expect(await paged('greta', incident)).toEqual([]);
    expect(await stored(incident)).toMatchObject({ acknowledgement: { by: 'farid' } });
  });

  test('who presses in the same moment as another one either counts, or reads what the other has done', async () => {
    const incident = await opened({ ...diskFull, dedupKey: 'web-4-disk' });
    const link = await screenOf(cloud, `${incident.code} ACME: An`);
    const [kim, lou] = [anOperator(cloud, 'Kim'), anOperator(cloud, 'Lou')];
    const [first, second] = [await kim.open(link), await lou.open(link.replace(own, other))];
    const after = await Promise.all([kim.press(first, 'confirmed'), lou.press(second, 'confirmed')]);

    const done = (await timelineOf(incident)).filter(({ kind }) => kind === 'contact center done');
    expect(done).toHaveLength(1);
    expect(after.filter(({ text }) => text.includes('Iemand was je voor'))).toHaveLength(1);
    for (const { text } of after) expect(text).toMatch(/(Kim|Lou) heeft An gesproken/);
  });
});

describe('a yes that no operator confirms', () => {
  beforeAll(begin);
  afterAll(() => cloud.close());

  test('has the contact center’s number called after 300 s even where an operator accepted the task, and management paged after 600 s', async () => {
    const incident = await opened(diskFull);
    await cloud.accept(await taskFor(incident, 'An'));
    await cloud.reply('an', 'ja 60');
    await cloud.skip(601);

    expect(await numberCalled()).toEqual([300, 600]);
    expect((await cloud.calls(contactCenter)).length).toBe(2);
    expect(await paged('dirk', incident)).toEqual([600]);
    expect(await stored(incident)).toMatchObject({ status: 'acknowledged', acknowledgement: { by: 'an' } });
  });
});

describe('a region whose Connect takes no task', () => {
  beforeAll(async () => {
    cloud = await laptop({ guardians: true });
    await cloud.skip(125); // the guardians publish each cell's contact center for the other cell
  });
  afterAll(() => cloud.close());

  test('has it queued in the other region, and accepted there', async () => {
    await cloud.faults(withoutGuardians, { region: own, service: 'tasks', mode: 'refuse' });
    const incident = await opened(diskFull);
    const task = await taskFor(incident, 'An');
    await cloud.accept(task);
    await cloud.skip(61);
    await cloud.reply('an', 'ja');

    expect(task.region).toBe(other);
    expect(await numberCalled()).toEqual([]);
    expect(await timelineOf(incident)).toContainEqual(
      expect.objectContaining({ kind: 'task refused', task: 't1', region: own }),
    );
  });

  test('and neither does the other: the task is on the board only, and the number is called', async () => {
    await cloud.faults(withoutGuardians, { region: '*', service: 'tasks', mode: 'refuse' });
    const from = now();
    const incident = await opened(linkDown);
    await cloud.skip(61);

    expect((await cloud.tasks()).filter(({ name }) => name.startsWith(incident.code))).toEqual([]);
    expect(await numberCalled()).toEqual([from + 60]);
  });
});

describe('SMS that both regions refuse', () => {
  beforeAll(begin);
  afterAll(() => cloud.close());

  test('is what the operator hears who answers the call, with whom to reach; pressing the digit accepts the task', async () => {
    await cloud.faults(withoutGuardians, { region: '*', service: 'sms', mode: 'refuse' });
    const incident = await opened(diskFull);
    await cloud.skip(5);
    const call = await cloud.answer(contactCenter);
    await cloud.press(contactCenter, keysIn(call).yes);
    await cloud.skip(290);

    const code = [...incident.code].join(', ');
    expect(call.spoken[0]).toContain(
      `Alarm ${code}. ACME: web-3 disk full 95%, om 03:10. Sms werkt niet. Bel An op + 3 2 4 7 0 0 0 0 0 0 1.`,
    );
    expect(await numberCalled()).toEqual([0]);
    expect(await timelineOf(incident)).toContainEqual({
      ...{ at: theNight + 5_000, kind: 'contact center has it', task: 't1' },
    });
  });
});
