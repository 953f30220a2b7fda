import { describe, expect, test } from '@jest/globals';
import { incidentOf } from '../../../aws/table/incident-item.ts';
import type { Alarm } from '../../../domain/alarm/alarm.ts';
import { acknowledge } from '../../../domain/answers/acknowledge.ts';
import { resolve } from '../../../domain/escalation/resolve.ts';
import { hour, minute, second } from '../../../domain/time/instant.ts';
import { accept } from '../../../lambda/alarms/accept.ts';
import { readyCodes } from '../../../lambda/alarms/codes.ts';
import { changeIncident } from '../../../lambda/incidents/change-incident.ts';
import { readNativeAlarm } from '../../../sources/native.ts';
import { alarmKey } from '../../../sources/raw-event.ts';
import { tenPastThree } from '../../domain/an-incident.ts';
import { faulty } from '../faults.ts';
import { inMemoryCell, outside } from '../in-memory-cell.ts';

const disk = { dedupKey: 'disk', service: 'acme-shop', summary: 'disk full 95%' };

/** A laptop's intake, with a clock that is put forward. */
function anIntake() {
  const clock = { now: tenPastThree };
  const world = outside();
  const cell = inMemoryCell({ now: () => clock.now, outside: world });
  const codes = readyCodes(cell.codes);
  let requests = 0;
  const read = (body: object, integration = 'laptop'): Alarm =>
    readNativeAlarm(JSON.stringify({ ...disk, ...body }), {
      ...{ now: clock.now, integration },
      requestId: `request-${++requests}`,
    });
  return {
    ...{ cell, clock, read, world },
    posts: (body: object = {}, integration?: string) => accept(cell, codes, read(body, integration)),
    incident: async (body: object = {}) => {
      const item = await cell.incidents.read(alarmKey(read(body)));
      return item && incidentOf(item);
    },
  };
}

/** A time as the clock of a source gives it. */
const at = (afterMs: number) => ({ occurredAt: new Date(tenPastThree + afterMs).toISOString() });

describe('one key of several senders', () => {
  test('is an incident for each service, and a `resolved` of one leaves the other', async () => {
    const { posts, incident } = anIntake();
    const shop = await posts();
    const vpn = await posts({ service: 'kessler-vpn' });
    await posts({ state: 'resolved' });

    expect(vpn.code).not.toBe(shop.code);
    expect((await incident())?.status).toBe('resolved');
    expect((await incident({ service: 'kessler-vpn' }))?.status).toBe('escalating');
  });

  test('is an incident for each integration', async () => {
    const { posts } = anIntake();

    expect((await posts({}, 'other')).code).not.toBe((await posts()).code);
  });
});

describe('the clock of a source', () => {
  test('may be slow: an alarm that comes after the resolution pages', async () => {
    const { posts, clock } = anIntake();
    await posts();
    clock.now += minute;
    await posts({ state: 'resolved' });
    clock.now += minute;

    expect(await posts(at(-95 * second))).toMatchObject({ status: 'escalating' });
  });

  test('may be slow, also where a person had resolved the incident', async () => {
    const { posts, clock, cell, read } = anIntake();
    await posts(at(-hour));
    clock.now += minute;
    const ref = { key: alarmKey(read({})), generation: 1 };
    await changeIncident(cell, ref, (seen, now) => ({
      kind: 'changed',
      incident: resolve(seen, 'an', now),
    }));
    clock.now += minute;

    expect(await posts(at(-hour - second))).toMatchObject({ status: 'escalating' });
  });

  test('is not compared with another clock: a `resolved` without a time ends what fired by a fast clock', async () => {
    const { posts } = anIntake();
    await posts(at(2 * hour));

    expect(await posts({ state: 'resolved' })).toMatchObject({ status: 'resolved' });
  });
});

describe('an event that comes again', () => {
  test('opens nothing after the resolution, also from a fast clock', async () => {
    const { posts, clock } = anIntake();
    await posts(at(2 * hour));
    clock.now += minute;
    await posts({ state: 'resolved' });
    clock.now += minute;

    expect(await posts(at(2 * hour))).toMatchObject({ status: 'resolved' });
  });

  test('pages when the function died that had stored it, after the resolution', async () => {
    const { cell, posts, clock, read, world } = anIntake();
    await posts(at(0));
    clock.now += minute;
    await posts({ state: 'resolved' });
    clock.now += second;
    const late = read(at(-minute));
    const gate = faulty({ of: ({ operation }) => operation === 'GetItem', when: 'before', how: 'fail' });
    const dying = inMemoryCell({ now: cell.now, outside: world, gate });
    await expect(accept(dying, readyCodes(cell.codes), late)).rejects.toThrow('GetItem');
    clock.now += minute;

    expect(await posts(at(-minute))).toMatchObject({ status: 'escalating' });
  });
});

describe('a `resolved` that comes before its alarm', () => {
  test('wins: nothing stays open that nobody ends, and nobody is paged or owed anything', async () => {
    const { posts, incident } = anIntake();
    await posts({ state: 'resolved', ...at(30 * second) });

    expect(await posts(at(0))).toMatchObject({ status: 'resolved' });
    expect(await incident()).toMatchObject({ notices: [], paged: [] });
    expect((await incident())?.promises.filter(({ kept }) => kept === undefined)).toEqual([]);
  });

  test('wins over a repetition too, and not over the next alarm', async () => {
    const { posts } = anIntake();
    await posts({ state: 'resolved', ...at(30 * second) });
    await posts(at(0));

    expect(await posts(at(0))).toMatchObject({ status: 'resolved' });
    expect(await posts(at(minute))).toMatchObject({ status: 'escalating' });
  });
});

describe('an alarm that fires again and again', () => {
  test('is counted, with the last time, and writes the incident no more', async () => {
    const { posts, clock, cell, read } = anIntake();
    await posts(at(0));
    for (let count = 1; count <= 4; count++) {
      clock.now += second / 2;
      await posts(count % 2 === 0 ? at(count) : {});
    }
    const key = alarmKey(read({}));

    expect(await cell.alarms.firings(key, tenPastThree, clock.now)).toEqual({
      ...{ count: 5, lastAt: clock.now, isAtLeast: false },
    });
    expect((await cell.alarms.firings(key, tenPastThree, clock.now - 1)).count).toBe(4);
    expect((await cell.incidents.read(key))?.revision).toBe(1);
  });

  test('keeps what its first event says beside its summary', async () => {
    const { posts, incident } = anIntake();
    await posts({ details: { used: 95 }, links: ['https://runbooks.example/disk'] });

    expect(await incident()).toMatchObject({
      details: { used: '95' },
      links: [{ href: 'https://runbooks.example/disk' }],
    });
  });
});

describe('an event of a worse severity', () => {
  test('pages at once what was held until the morning', async () => {
    const { posts, incident } = anIntake();
    expect(await posts({ severity: 'low' })).toMatchObject({ status: 'held' });

    expect(await posts({ severity: 'critical', summary: 'disk full 99%' })).toMatchObject({
      status: 'escalating',
    });
    const worse = await incident();
    expect(worse).toMatchObject({ summary: 'disk full 99%', ladder: { worse: 'critical' } });
    expect(worse?.held).toBeUndefined();
    expect(worse).toMatchObject({ route: { severity: 'critical' }, major: { by: 'severity' } });
  });

  test('tells the one who has it, and leaves it with them', async () => {
    const { posts, incident, cell, read } = anIntake();
    await posts({ severity: 'high' });
    const ref = { key: alarmKey(read({})), generation: 1 };
    await changeIncident(cell, ref, (seen, now) => ({
      kind: 'changed',
      incident: acknowledge(seen, { by: 'an', path: 'sms', minutes: 60 }, now),
    }));
    await posts({ severity: 'critical' });

    const worse = await incident();
    expect(worse).toMatchObject({ status: 'acknowledged', major: { by: 'severity' } });
    expect(worse?.notices).toContainEqual({
      to: 'an',
      notice: expect.objectContaining({ kind: 'nowCritical' }),
    });
  });

  test('is heard once, and one that is not worse changes nothing', async () => {
    const { posts, cell, read } = anIntake();
    await posts({ severity: 'low' });
    await posts({ severity: 'high' });
    const revision = async () => (await cell.incidents.read(alarmKey(read({}))))?.revision;
    const before = await revision();
    await posts({ severity: 'high' });
    await posts({ severity: 'low' });
    await posts({});

    expect(await revision()).toBe(before);
  });
});
