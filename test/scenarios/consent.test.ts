import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { contactWrites, textsTo } from './customer-phones.ts';
import { type Laptop, laptop, withoutGuardians } from './laptop.ts';
import { operatorPresses } from './operator.ts';
import { signed } from './signed.ts';

let cloud: Laptop;
beforeAll(async () => {
  cloud = await laptop();
  await cloud.faults(withoutGuardians);
});
afterEach(() => over());
afterAll(() => cloud.close());

let number = 0;
let over: () => Promise<void>;

/** Seconds. */
const quarter = 900;

/** A new incident that An has acknowledged, and whose primary is confirmed. */
async function acknowledged() {
  number += 1;
  const alarm = { dedupKey: `db-${number}`, service: 'acme-shop', summary: `db-${number} hangs` };
  const { code } = (await cloud.alarm(alarm)).body;
  await cloud.reply('an', `${code} ja 240`);
  await operatorPresses(cloud, 'confirmed', {}, code);
  over = async () => {
    await cloud.reply('an', `${code} opgelost`);
    await cloud.skip(quarter); // a contact gets three SMS in this time, at most
  };
  const digitsIn = async (contact: string) => {
    const asked = (await textsTo(cloud, contact, `${code}: An `)).at(-1);
    return / (\d{4}) /.exec(asked ?? '')?.[1] ?? `none in ${asked}`;
  };
  return {
    code,
    /** An asks for consent. The result is the digits with which a contact answers. */
    async asks(action: string): Promise<string> {
      await cloud.reply('an', `consent ${code} ${action}`);
      return digitsIn('Joris');
    },
    /** What the incident shows of each request, oldest first. */
    async consents() {
      const { body } = await signed(cloud, 'GET', `/v1/incidents/${code}`);
      return body['consents'] as readonly Record<string, unknown>[];
    },
    anReads: async () => (await cloud.texts('an')).filter((text) => text.includes(code)).at(-1),
  };
}

describe('consent to a drastic action', () => {
  test('is asked of each contact in their own language; until one answers the incident shows none', async () => {
    const { code, asks, consents, anReads } = await acknowledged();
    const digits = await asks('restart the database');

    expect((await textsTo(cloud, 'Joris', code)).at(-1)).toBe(
      `${code}: An vraagt je akkoord: restart the database. Antwoord ${digits} ja of ${digits} nee.`,
    );
    expect((await textsTo(cloud, 'Katja', code)).at(-1)).toBe(
      `${code}: An bittet um Ihre Zustimmung: restart the database. Antworten Sie ${digits} ja oder ${digits} nein.`,
    );
    expect(await anReads()).toContain('Doe niets voor je het antwoord hebt');
    expect(await consents()).toMatchObject([
      { action: 'restart the database', answer: 'asked, no answer yet' },
    ]);
  });

  test('that a contact refuses is not given, and the engineer reads not to act; asked again, it may be granted', async () => {
    const { code, asks, consents, anReads } = await acknowledged();
    await contactWrites(cloud, 'Joris', `nee ${await asks('restart the database')}`);
    expect(await anReads()).toBe(`${code}: Joris gaat NIET akkoord. Doe dit niet: restart the database.`);

    await contactWrites(cloud, 'Katja', `${await asks('restart the database')} ja`);
    expect(await anReads()).toBe(
      `${code}: Katja gaat AKKOORD. Let op: Joris weigerde dit eerder. Het gaat om: restart the database.`,
    );
    expect(await consents()).toMatchObject([
      { answer: 'refused', who: 'Joris' },
      { answer: 'granted', who: 'Katja' },
    ]);
  });

  test('is given by nobody else: no contact of another customer, no stranger, no yes without the digits', async () => {
    const { asks, consents, anReads } = await acknowledged();
    const digits = await asks('restart the database');
    await cloud.stranger('+31611000003', `oui ${digits}`);
    await cloud.stranger('+31611999999', `yes ${digits}`);
    await contactWrites(cloud, 'Joris', 'ja');
    await contactWrites(cloud, 'Joris', `ja ${digits === '1234' ? '4321' : '1234'}`);

    expect(await consents()).toMatchObject([{ answer: 'asked, no answer yet', who: null }]);
    expect(await anReads()).toContain('Doe niets voor je het antwoord hebt');
    expect((await textsTo(cloud, 'Lucie')).at(-1)).toContain('Pas compris');
    expect((await textsTo(cloud, 'Joris')).at(-1)).toContain('Niet begrepen');
  });

  test('is not requested again after an automatic reply of a phone', async () => {
    const { asks } = await acknowledged();
    await asks('restart the database');
    const before = await textsTo(cloud, 'Joris');
    await contactWrites(cloud, 'Joris', 'Automatisch antwoord: ik ben aan het rijden');

    expect(await textsTo(cloud, 'Joris')).toEqual(before);
  });

  test('to one action is not consent to another', async () => {
    const { code, asks, consents, anReads } = await acknowledged();
    await asks('restart the database');
    await contactWrites(cloud, 'Joris', `${await asks('empty the cache')} ja`);

    expect(await anReads()).toBe(`${code}: Joris gaat AKKOORD. Je mag dit doen: empty the cache.`);
    expect(await consents()).toMatchObject([{ answer: 'asked, no answer yet' }, { answer: 'granted' }]);
  });

  test('is withdrawn by another contact’s no; a later yes changes nothing, and its sender reads so', async () => {
    const { code, asks, consents, anReads } = await acknowledged();
    const digits = await asks('restart the database');
    await contactWrites(cloud, 'Katja', `ja ${digits}`);
    await contactWrites(cloud, 'Joris', `nee ${digits}`);
    expect(await anReads()).toBe(`${code}: Joris gaat NIET akkoord. Doe dit niet: restart the database.`);

    await contactWrites(cloud, 'Katja', `ja ${digits}`);
    expect(await consents()).toMatchObject([{ answer: 'refused', who: 'Joris' }]);
    expect((await textsTo(cloud, 'Katja')).at(-1)).toContain('schon beantwortet');
  });
});

describe('a request for consent that no contact has answered', () => {
  test('becomes a task of an operator after five minutes, who records whom they have spoken with', async () => {
    const { code, asks, consents, anReads } = await acknowledged();
    await asks('restart the database');
    await cloud.skip(299);
    expect((await cloud.tasks()).filter(({ name }) => name.includes(`${code} ACME: De klant`))).toEqual([]);

    await cloud.skip(1);
    const screen = await operatorPresses(
      cloud,
      'granted',
      { who: 'Katja' },
      `${code} ACME: De klant om akkoord`,
    );

    expect(screen).toContain('Katja geeft akkoord');
    expect(await consents()).toMatchObject([
      { answer: 'granted', who: 'Katja', recordedBy: { responder: null, name: 'Olga' } },
    ]);
    expect(await anReads()).toContain('Katja gaat AKKOORD');
  });

  test('counts as refused after an hour, whatever a contact answers later', async () => {
    const { code, asks, consents, anReads } = await acknowledged();
    const digits = await asks('restart the database');
    await cloud.skip(300);
    await operatorPresses(cloud, 'not reached', {}, `${code} ACME: De klant om akkoord`);
    await cloud.skip(3_300);

    expect(await anReads()).toBe(
      `${code}: GEEN akkoord, niemand heeft op tijd geantwoord. Doe dit niet: restart the database.`,
    );
    await contactWrites(cloud, 'Joris', `ja ${digits}`);
    expect(await consents()).toMatchObject([{ answer: 'expired', who: null }]);
    expect((await textsTo(cloud, 'Joris')).at(-1)).toContain('is vervallen');
  });

  test('may be decided by management once an operator has reached nobody: each contact reads the decision, and whose it is', async () => {
    const { code, asks, consents } = await acknowledged();
    await asks('restart the database');
    await cloud.skip(300);
    await operatorPresses(cloud, 'not reached', {}, `${code} ACME: De klant om akkoord`);
    const decided = { by: 'dirk', request: 'c1', answer: 'decided', reason: 'the data is at risk' };

    const { status } = await signed(cloud, 'POST', `/v1/incidents/${code}/consent`, { body: decided });

    expect(status).toBe(200);
    expect(await consents()).toMatchObject([
      { answer: 'decided', recordedBy: { responder: 'dirk' }, reason: 'the data is at risk' },
    ]);
    const told = `${code} Scheldewater Hosting: we konden je niet bereiken. Dirk heeft beslist: restart the database.`;
    expect((await textsTo(cloud, 'Joris')).at(-1)).toBe(told);
    expect((await textsTo(cloud, 'Katja')).at(-1)).toContain('Dirk hat entschieden: restart the database.');
  });

  test('ends with the incident', async () => {
    const { asks, consents } = await acknowledged();
    await asks('restart the database');
    await over();

    expect(await consents()).toMatchObject([{ answer: 'withdrawn' }]);
  });
});
