import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, other, own, theNight, withoutGuardians } from './laptop.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

let cloud: Laptop;
beforeEach(async () => {
  cloud = await laptop();
});
afterEach(() => cloud.close());

const pages = async (responder: string) =>
  (await cloud.phone(responder)).messages.map(({ region, at }) => ({
    region,
    after: (at - theNight) / 1000,
  }));

describe("SMS through the cell's own region", () => {
  test.each(['refuse', 'throttle'])(
    'that fails at once (%s): the other region sends within 5 s',
    async (mode) => {
      await cloud.faults({ region: own, service: 'sms', mode });
      const { status } = await cloud.alarm(diskFull);
      await cloud.skip(5);

      expect(status).toBe(202);
      expect(await pages('an')).toEqual([{ region: other, after: expect.any(Number) }]);
    },
  );

  test('that hangs: the other region sends within 8 s', async () => {
    await cloud.faults({ region: own, service: 'sms', mode: 'hang' });
    await cloud.alarm(diskFull);
    await cloud.skip(8);

    expect(await pages('an')).toEqual([{ region: other, after: expect.any(Number) }]);
  });

  test('that loses an accepted SMS: the other region sends at second 45', async () => {
    await cloud.faults({ region: own, service: 'sms', mode: 'drop' });
    await cloud.alarm(diskFull);
    await cloud.skip(44);
    expect(await pages('an')).toEqual([]);

    await cloud.skip(4);
    expect(await pages('an')).toEqual([{ region: other, after: 45 }]);
  });

  test('the other region sends the same code at second 45, also when nothing fails', async () => {
    await cloud.alarm(diskFull);
    await cloud.skip(45);

    const [first, second, ...more] = await cloud.texts('an');
    expect(second).toBe(first);
    expect(more).toEqual([]);
    expect(await pages('an')).toEqual([
      { region: own, after: 0 },
      { region: other, after: 45 },
    ]);
  });
});

describe('SMS that both regions refuse', () => {
  beforeEach(() => cloud.faults({ region: '*', service: 'sms', mode: 'refuse' }, withoutGuardians));

  test('has the primary and the contact center called at once', async () => {
    const { body } = await cloud.alarm(diskFull);

    const { timeline } = await cloud.incident(body.incidentId);
    const ofPages = timeline.filter(({ kind }) => !/contact center|customer|opened/.test(kind));
    expect(ofPages).toEqual([
      expect.objectContaining({ kind: 'page failed', responder: 'an', region: own }),
      expect.objectContaining({ kind: 'page failed', responder: 'an', region: other }),
      { at: theNight, kind: 'sms failed totally', responder: 'an' },
      expect.objectContaining({ at: theNight, kind: 'called', whom: 'contact center', region: own }),
      expect.objectContaining({ at: theNight, kind: 'called', whom: 'an', region: own }),
    ]);
  });

  test('is on the timeline with the reason of each region', async () => {
    const { body } = await cloud.alarm(diskFull);

    const { timeline } = await cloud.incident(body.incidentId);
    const reasons = timeline.flatMap((entry) => (entry.kind === 'page failed' ? [entry.reason] : []));
    expect(reasons).toEqual([
      expect.stringContaining('eu-central-1 is switched off'),
      expect.stringContaining('eu-west-2 is switched off'),
    ]);
  });

  test('does not stop the ladder: the secondary is paged at second 300, once SMS works again', async () => {
    const { body } = await cloud.alarm(diskFull);
    await cloud.skip(200);
    await cloud.faults(withoutGuardians);
    await cloud.skip(100);

    expect(await pages('chloe')).toEqual([{ region: own, after: 300 }]);
    expect((await cloud.incident(body.incidentId)).incident.status).toBe('escalating');
  });

  test('for everybody does not stop the ladder: the next round begins', async () => {
    const { body } = await cloud.alarm(diskFull);
    await cloud.skip(900);

    const { timeline } = await cloud.incident(body.incidentId);
    const failedFor = timeline.flatMap((entry) =>
      entry.kind === 'sms failed totally' ? [entry.responder] : [],
    );
    expect(failedFor).toEqual(['an', 'chloe', 'dirk', 'an']);
  });
});
