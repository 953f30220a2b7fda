import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { phoneOf, promisesTo, readBy } from './customer-phones.ts';
import { type Laptop, laptop, withoutGuardians } from './laptop.ts';
import { operatorPresses, screenOf } from './operator.ts';
import type { Accepted, NativeAlarm } from './requests.ts';

const webDisk = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };
const certificate = { dedupKey: 'certificate', service: 'lumen-website', summary: 'certificate expired' };
const erpSlow = { dedupKey: 'erp', service: 'kessler-erp', summary: 'erp answers in 40 s' };
const vpnDown = { dedupKey: 'vpn', service: 'kessler-vpn', summary: 'vpn down' };

let cloud: Laptop;
async function begin(): Promise<void> {
  cloud = await laptop();
  await cloud.faults(withoutGuardians);
}

type Opened = Accepted['body'];
const open = async (alarm: NativeAlarm): Promise<Opened> => (await cloud.alarm(alarm)).body;

/** Opens an incident that is acknowledged for the whole night, so that nobody else is paged. */
async function openFor(responder: string, alarm: NativeAlarm): Promise<Opened> {
  const opened = await open(alarm);
  await cloud.reply(responder, `${opened.code} ja 240`);
  await operatorPresses(cloud, 'confirmed', {}, 'bereiken en bevestigen');
  return opened;
}

/** The open tasks of the contact center for an incident. */
async function tasksOf({ code }: Opened): Promise<readonly string[]> {
  const open = (await cloud.tasks()).filter(({ status }) => status !== 'ended');
  return open
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${code} `) || name.startsWith(`${code}:`));
}

const toTell = ({ code }: Opened, customer: string) => `${code} ${customer}: De klant inlichten`;
const tells = (incident: Opened, customer: string, who: string) =>
  operatorPresses(cloud, 'done', { who }, toTell(incident, customer));
const screen = async (titled: string) => (await fetch(await screenOf(cloud, titled))).text();
const promises = ({ code }: Opened) => promisesTo(cloud, code);

// Each describe plays one night, in order.
describe('a customer whom operators inform', () => {
  let erp: Opened;
  let vpn: Opened;
  beforeAll(async () => {
    await begin();
    [erp, vpn] = [await openFor('greta', erpSlow), await openFor('farid', vpnDown)];
    await cloud.skip(300);
  });
  afterAll(() => cloud.close());

  test('has a task with the number, and the text to read out in the customer’s language', async () => {
    const shown = await screen(toTell(erp, 'Kessler'));

    expect(shown).toContain('Matthias (de): <a href="tel:+31611000004">');
    expect(shown).toContain(
      'Guten Tag, hier ist Scheldewater Hosting. Es geht um kessler-erp, Vorfall ' +
        `${erp.code}. Es gibt eine Störung seit 03:10. Ein Techniker kümmert sich darum.`,
    );
  });

  test('counts as told once an operator says so, and with whom they have spoken', async () => {
    await tells(erp, 'Kessler', 'Matthias');

    expect((await promises(erp))[0]).toMatchObject({
      about: 'incident',
      told: ['Matthias'],
      isBroken: false,
    });
    expect(await tasksOf(erp)).toEqual([]);
  });

  test('is told the expected repair time by a task at once', async () => {
    await cloud.reply('greta', `${erp.code} eta 4:30`);

    expect(await screen(toTell(erp, 'Kessler'))).toContain('Voraussichtlich behoben: 04:30.');
    await tells(erp, 'Kessler', 'Matthias');
    expect((await promises(erp))[1]).toMatchObject({ about: 'repair time', told: ['Matthias'] });
  });

  test('whom nobody tells has a broken promise: management and the responder who acknowledged hear it, once', async () => {
    await cloud.skip(1_500);

    const broken = `${vpn.code}: Kessler is niet op tijd ingelicht. Neem zelf contact op.`;
    expect(await cloud.texts('dirk')).toEqual([broken]);
    expect((await cloud.texts('farid')).at(-1)).toContain(`${vpn.code}: Kessler`);
    expect((await promises(vpn))[0]).toMatchObject({ about: 'incident', isBroken: true, told: [] });
  });

  test('can still be told after that, and gets no SMS', async () => {
    await tells(vpn, 'Kessler', 'Matthias');

    expect((await promises(vpn))[0]).toMatchObject({ isBroken: true, told: ['Matthias'] });
    expect((await phoneOf(cloud, 'Matthias')).messages).toEqual([]);
  });
});

describe('what no SMS tells a customer', () => {
  beforeAll(() => begin());
  afterAll(() => cloud.close());

  test('becomes an operator’s task when both regions refuse the SMS', async () => {
    const lumen = await open(certificate);
    await cloud.faults(withoutGuardians, { region: '*', service: 'sms', mode: 'refuse' });
    await cloud.reply('an', 'ja 240');
    expect(await tasksOf(lumen)).toContain(`${toTell(lumen, 'Lumen')}: storing`);

    await tells(lumen, 'Lumen', 'Lucie');
    await cloud.faults(withoutGuardians);
    const { timeline } = await cloud.incident(lumen.incidentId);
    expect(timeline).toContainEqual(expect.objectContaining({ kind: 'customer not told', who: 'Lucie' }));
    expect((await promises(lumen))[0]).toMatchObject({ about: 'incident', told: ['Lucie'] });
    expect(await readBy(cloud, 'Lucie', lumen.code)).toEqual([]);
  });

  test('becomes an operator’s task when nobody knows whose service it is', async () => {
    const unknown = await open({ dedupKey: 'blog', service: 'blog', summary: 'blog down' });

    expect(await tasksOf(unknown)).toContain(`${unknown.code}: Uitzoeken wat dit is: onbekende dienst`);
    expect(await promises(unknown)).toEqual([]);
    await cloud.reply('an', `${unknown.code} opgelost`);
    expect(await tasksOf(unknown)).toEqual([`${unknown.code}: Uitzoeken wat dit is: onbekende dienst`]);
  });

  test('is told by SMS when the alarm was resolved before anybody acknowledged', async () => {
    const acme = await open(webDisk);
    await cloud.skip(60);
    await cloud.alarm({ ...webDisk, state: 'resolved' });
    await cloud.skip(305);

    expect(await readBy(cloud, 'Joris', acme.code)).toEqual([
      'alarm bij acme-shop, 03:10: web-3 disk full 95%.',
      expect.stringContaining('03:11'),
    ]);
    expect((await promises(acme)).at(-1)).toMatchObject({ about: 'solution', isBroken: false });
    expect(await tasksOf(acme)).toEqual([]);
  });
});
