import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, other, own, theNight, withoutGuardians } from './laptop.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };
const at = (seconds: number) => new Date(theNight + seconds * 1000).toISOString();

let cloud: Laptop;
beforeEach(async () => {
  cloud = await laptop();
});
afterEach(() => cloud.close());

describe('an alarm', () => {
  test('pages the primary of the right competence once, through the own region', async () => {
    const { status, body } = await cloud.alarm(diskFull);

    expect(status).toBe(202);
    expect(await cloud.texts('an')).toEqual([`${body.code} ACME web-3 disk full 95% 03:10. Antwoord ja/nee`]);
    expect((await cloud.phone('an')).messages[0]?.region).toBe(own);
  });

  test('of another competence pages another primary, in that person’s language', async () => {
    const { body } = await cloud.alarm({ dedupKey: 'vpn', service: 'kessler-vpn', summary: 'vpn down' });

    expect(await cloud.texts('an')).toEqual([]);
    const texts = await Promise.all(['farid', 'greta', 'harry'].map((responder) => cloud.texts(responder)));
    expect(texts.flat()).toHaveLength(1);
    expect(texts.flat()[0]).toMatch(new RegExp(`^${body.code} Kessler vpn down`));
  });

  test('that fires again joins its incident and pages nobody a second time', async () => {
    const first = await cloud.alarm(diskFull);
    await cloud.skip(5);
    const second = await cloud.alarm(diskFull);

    expect(second.body.incidentId).toBe(first.body.incidentId);
    expect(await cloud.texts('an')).toHaveLength(1);
    expect((await cloud.incident(first.body.incidentId)).alarms).toBe(2);
  });

  test('that is delivered twice is stored once', async () => {
    const event = { ...diskFull, occurredAt: at(-1) };
    const { body } = await cloud.alarm(event);
    await cloud.alarm(event, other);

    expect((await cloud.incident(body.incidentId)).alarms).toBe(1);
  });

  test('of a service that nobody knows goes to the default roster, and the contact center is asked to tell the customer', async () => {
    const { status, body } = await cloud.alarm({ ...diskFull, service: 'no-such-thing' });

    expect(status).toBe(202);
    expect(await cloud.texts('an')).toHaveLength(1);
    const { timeline } = await cloud.incident(body.incidentId);
    expect(timeline).toContainEqual(
      expect.objectContaining({
        kind: 'contact center asked',
        about: { kind: 'look', why: 'unknown service' },
      }),
    );
  });
});

describe('a critical alarm', () => {
  test('pages the primary and operational management at once', async () => {
    await cloud.alarm({ ...diskFull, service: 'acme-payments' });

    expect(await cloud.texts('an')).toHaveLength(1);
    expect(await cloud.texts('dirk')).toHaveLength(1);
    expect(await cloud.texts('chloe')).toEqual([]);
  });
});

describe('a low alarm', () => {
  test("is held until the customer's morning, and pages then", async () => {
    const { body } = await cloud.alarm({ ...diskFull, service: 'harbour-backups' });
    expect(body.status).toBe('held');
    expect(await cloud.texts('an')).toEqual([]);
    const { incident } = await cloud.incident(body.incidentId);
    expect(new Date(incident.held?.until ?? 0).toISOString()).toBe('2026-11-23T08:00:00.000Z');

    await cloud.faults(withoutGuardians);
    await cloud.skip((incident.held?.until ?? 0) / 1000 - theNight / 1000);
    // The handover of the linux roster is at 09:00 in Brussels, so An is still on call then.
    expect(await cloud.texts('an')).toHaveLength(1);
  });

  test('pages nobody in the morning when its source resolves it at night', async () => {
    await cloud.faults(withoutGuardians);
    const canWait = { ...diskFull, service: 'harbour-backups' };
    await cloud.alarm(canWait);
    await cloud.skip(60);
    await cloud.alarm({ ...canWait, state: 'resolved' });

    await cloud.skip(12 * 3600);

    expect(await cloud.texts('an')).toEqual([]);
  });
});

describe('events that come late or out of order', () => {
  test('an event that is not newer than the resolution never pages', async () => {
    await cloud.alarm({ ...diskFull, occurredAt: at(-60) });
    await cloud.alarm({ ...diskFull, state: 'resolved', occurredAt: at(-30) });
    const before = (await cloud.texts('an')).length;
    const late = await cloud.alarm({ ...diskFull, occurredAt: at(-40) });

    expect(late.status).toBe(202);
    expect(late.body.status).toBe('resolved');
    expect(await cloud.texts('an')).toHaveLength(before);
  });

  test('a resolution that is older than the last firing does not resolve the incident', async () => {
    const { body } = await cloud.alarm({ ...diskFull, occurredAt: at(-60) });
    await cloud.alarm({ ...diskFull, occurredAt: at(-20) });
    const late = await cloud.alarm({ ...diskFull, state: 'resolved', occurredAt: at(-40) });

    expect(late.body).toMatchObject({ incidentId: body.incidentId, status: 'escalating' });
  });

  test('a first firing that a newer `resolved` has outrun pages nobody, and is over', async () => {
    const resolved = await cloud.alarm({ ...diskFull, state: 'resolved', occurredAt: at(-30) });
    expect(resolved).toMatchObject({ status: 202, body: { incidentId: null } });

    const late = await cloud.alarm({ ...diskFull, occurredAt: at(-60) });
    expect(late).toMatchObject({ status: 202, body: { status: 'resolved' } });
    expect(await cloud.texts('an')).toHaveLength(0);
  });

  test('a firing within 10 minutes reopens the incident: the responder who has it hears that, and keeps it', async () => {
    await cloud.faults(withoutGuardians);
    const first = await cloud.alarm(diskFull);
    await cloud.skip(10);
    await cloud.reply('an', 'nee');
    await cloud.reply('chloe', 'oui');
    await cloud.skip(60);
    await cloud.alarm({ ...diskFull, state: 'resolved' });
    const before = (await cloud.texts('chloe')).length;

    await cloud.skip(300);
    const again = await cloud.alarm(diskFull);

    expect(again.body).toMatchObject({ incidentId: first.body.incidentId, code: first.body.code });
    expect((await cloud.texts('chloe')).slice(before)).toEqual([
      expect.stringMatching(`^${first.body.code} est de nouveau ouvert`),
    ]);
    expect((await cloud.incident(first.body.incidentId)).item).toMatchObject({ epoch: 2, generation: 1 });
  });

  test('a later firing opens the next incident of its key, with a code of its own', async () => {
    await cloud.faults(withoutGuardians);
    const first = await cloud.alarm(diskFull);
    await cloud.reply('an', 'ja');
    await cloud.skip(10);
    await cloud.alarm({ ...diskFull, state: 'resolved' });
    await cloud.skip(660);
    const again = await cloud.alarm(diskFull);

    expect(again.body.incidentId).toBe(first.body.incidentId.replace(/-1$/, '-2'));
    expect(again.body.code).not.toBe(first.body.code);
    expect((await cloud.incident(first.body.incidentId)).incident.status).toBe('resolved');
  });
});
