import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contactCenter } from './calls-in-hand.ts';
import { type Fault, type Laptop, laptop, other, own, withoutGuardians } from './laptop.ts';
import { keysIn, wrongKeyIn } from './spoken.ts';
import { secondsIn } from './what-came.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };
const allSms: Fault = { region: '*', service: 'sms', mode: 'refuse' };

let cloud: Laptop;
beforeEach(async () => {
  cloud = await laptop();
});
afterEach(() => cloud.close());

/** The times and regions of the calls to a phone. */
async function called(whom: string) {
  return (await cloud.calls(whom)).map(({ at, region }) => [secondsIn(at), region]);
}

async function statusOf(incidentId: string) {
  return (await cloud.incident(incidentId)).incident.status;
}

const spokenTo = async (whom: string) => (await cloud.calls(whom)).at(-1)?.spoken ?? [];

describe('SMS that both regions refuse', () => {
  beforeEach(() => cloud.faults(allSms, withoutGuardians));

  test('has the phones of the primary and the contact center ring within 10 s', async () => {
    await cloud.alarm(diskFull);
    await cloud.skip(10);

    for (const whom of ['an', contactCenter]) {
      const [[second] = [], ...more] = await called(whom);
      expect(second).toBeLessThanOrEqual(10);
      expect(more).toEqual([]);
    }
  });

  test('has secondary and management called in the same way, each when their step begins', async () => {
    await cloud.alarm(diskFull);
    await cloud.skip(601);

    expect(await called('an')).toEqual([
      [0, own],
      [180, own],
    ]);
    expect(await called('chloe')).toEqual([
      [300, own],
      [480, own],
    ]);
    expect(await called('dirk')).toEqual([[600, own]]);
    expect((await called(contactCenter)).map(([second]) => second)).toEqual(
      expect.arrayContaining([0, 300, 600]),
    );
  });

  test('is on the timeline: who was called, through which region, and Connect’s id of the call', async () => {
    const { body } = await cloud.alarm(diskFull);
    const [call] = await cloud.calls('an');

    expect((await cloud.incident(body.incidentId)).timeline).toContainEqual(
      expect.objectContaining({ kind: 'called', whom: 'an', region: own, contactId: call?.id }),
    );
  });
});

describe('a call to the primary', () => {
  let incidentId: string;
  beforeEach(async () => {
    await cloud.faults(allSms, withoutGuardians);
    incidentId = (await cloud.alarm(diskFull)).body.incidentId;
  });

  test('speaks the code letter by letter, the customer, what, when and two keys, and nothing before it is answered', async () => {
    expect(await spokenTo('an')).toEqual([]);
    const { incident } = await cloud.incident(incidentId);
    const { spoken } = await cloud.answer('an');

    const code = [...incident.code].join(', ');
    expect(spoken).toEqual([expect.stringContaining(`Alarm ${code}. ACME: web-3 disk full 95%, om 03:10.`)]);
  });

  test('is answered by the right key: the incident is acknowledged, and the call says so', async () => {
    const { yes } = keysIn(await cloud.answer('an'));
    const { spoken, status } = await cloud.press('an', yes);

    const { timeline, incident } = await cloud.incident(incidentId);
    expect(incident).toMatchObject({ status: 'acknowledged', acknowledgement: { by: 'an' } });
    expect(timeline).toContainEqual(
      expect.objectContaining({ kind: 'acknowledged', by: 'an', path: 'voice' }),
    );
    expect(spoken.at(-1)).toMatch(/^Je antwoord is opgeslagen\. .* staat op jouw naam/);
    expect(status).toBe('ended');
  });

  test('is declined by the other key: the secondary is called at once', async () => {
    const { no } = keysIn(await cloud.answer('an'));
    await cloud.skip(3);
    await cloud.press('an', no);

    expect((await cloud.incident(incidentId)).timeline).toContainEqual(
      expect.objectContaining({ kind: 'declined', by: 'an', path: 'voice' }),
    );
    expect(await called('chloe')).toEqual([[3, own]]);
  });

  test('with a wrong key changes nothing, and says so', async () => {
    const { spoken, status } = await cloud.press('an', wrongKeyIn(await cloud.answer('an')));

    expect(await statusOf(incidentId)).toBe('escalating');
    expect(spoken.at(-1)).toMatch('Er is niets opgeslagen');
    expect(status).toBe('ended');
  });

  test.each<[string, () => Promise<unknown>]>([
    ['nobody answers', async () => undefined],
    ['is answered, and no key is pressed', () => cloud.answer('an')],
    ['a voicemail answers', () => cloud.voicemail('an')],
    ['is hung up', () => cloud.hangUp('an')],
  ])('that %s takes nothing: the phone rings again at second 180', async (_what, act) => {
    await act();
    await cloud.skip(179);
    expect(await called('an')).toEqual([[0, own]]);
    expect((await cloud.calls('an'))[0]?.status).toBe('ended');
    expect((await spokenTo('an')).length).toBeLessThanOrEqual(2);

    await cloud.skip(1);
    expect(await called('an')).toEqual([
      [0, own],
      [180, own],
    ]);
    expect(await statusOf(incidentId)).toBe('escalating');
  });

  test('has other keys the next time', async () => {
    const pairs = new Set<string>();
    for (let round = 0; round < 3; round++) {
      const { yes, no } = keysIn(await cloud.answer('an'));
      expect(yes).not.toBe(no);
      pairs.add(`${yes}${no}`);
      await cloud.hangUp('an');
      await cloud.skip(900);
    }

    expect(pairs.size).toBeGreaterThan(1);
  });

  test('whose key the function cannot store says so, and the incident stays open', async () => {
    const { yes } = keysIn(await cloud.answer('an'));
    await cloud.faults(allSms, withoutGuardians, { region: '*', service: 'table', mode: 'refuse' });
    const { spoken } = await cloud.press('an', yes);
    await cloud.faults(allSms, withoutGuardians);

    expect(spoken.at(-1)).toMatch('Je antwoord kon niet worden opgeslagen');
    expect(await statusOf(incidentId)).toBe('escalating');
  });
});

describe('a key whose function is killed before it has stored it', () => {
  test('is not stored: the call says so, and the incident stays open', async () => {
    await cloud.faults(allSms, withoutGuardians);
    const { body } = await cloud.alarm(diskFull);
    const { yes } = keysIn(await cloud.answer('an'));
    await cloud.faults(allSms, withoutGuardians, { kill: 'permanence-call-answer', afterCall: 1 });
    await cloud.press('an', yes);

    expect((await spokenTo('an')).at(-1)).toMatch('Je antwoord kon niet worden opgeslagen');
    expect(await statusOf(body.incidentId)).toBe('escalating');
  });
});

describe('calls to people who speak other languages', () => {
  test('speak the language of each person, from the first word to the last', async () => {
    const untilGretaHasTheNetwork = 6 * 3600;
    const lastWordsTo = async (whom: string, key: 'yes' | 'no') =>
      (await cloud.press(whom, keysIn(await cloud.answer(whom))[key])).spoken.at(-1);
    await cloud.faults(allSms, withoutGuardians);
    await cloud.skip(untilGretaHasTheNetwork);

    await cloud.alarm({ ...diskFull, service: 'kessler-vpn' });
    expect(await lastWordsTo('greta', 'no')).toMatch(/^Ihre Antwort ist gespeichert/);
    expect(await lastWordsTo('harry', 'yes')).toMatch(/^Your answer is stored/);
    await cloud.alarm({ ...diskFull, dedupKey: 'web-4-disk' });
    expect(await lastWordsTo('an', 'no')).toMatch(/^Je antwoord is opgeslagen/);
    expect(await lastWordsTo('chloe', 'yes')).toMatch(/^Votre réponse est enregistrée/);
  });
});

describe('a call to the contact center', () => {
  test('says that SMS fails and whom to reach; its key is recorded, and acknowledges nothing', async () => {
    await cloud.faults(allSms, withoutGuardians);
    const { body } = await cloud.alarm(diskFull);
    const call = await cloud.answer(contactCenter);
    await cloud.press(contactCenter, keysIn(call).yes);

    expect(call.spoken[0]).toMatch(/Sms werkt niet\. Bel An op \+ 3 2 4 7/);
    const { timeline, incident } = await cloud.incident(body.incidentId);
    expect(timeline).toContainEqual(expect.objectContaining({ kind: 'contact center has it' }));
    expect(incident.status).toBe('escalating');
    expect((await spokenTo(contactCenter)).at(-1)).toBe('Opgeslagen. Dank je.');
  });
});

describe('Amazon Connect in the own region', () => {
  // The guardians publish for the other cell how to call through this region.
  beforeEach(() => cloud.startGuardians());

  test.each(['refuse', 'throttle', 'hang'])(
    'that does not accept the call (%s): the other region calls within 10 s',
    async (mode) => {
      await cloud.skip(61); // a guardian of each cell has run
      await cloud.faults(allSms, { region: own, service: 'voice', mode });
      const { body } = await cloud.alarm(diskFull);
      await cloud.skip(10);

      expect((await called('an')).map(([, region]) => region)).toEqual([other]);
      expect((await cloud.incident(body.incidentId)).timeline).toContainEqual(
        expect.objectContaining({ kind: 'call failed', whom: 'an', region: own }),
      );
      const { yes } = keysIn(await cloud.answer('an'));
      await cloud.press('an', yes);
      expect(await statusOf(body.incidentId)).toBe('acknowledged');
    },
  );

  test('and in the other region that refuse do not stop the ladder', async () => {
    await cloud.faults(allSms, withoutGuardians, { region: '*', service: 'voice', mode: 'refuse' });
    const { body } = await cloud.alarm(diskFull);
    await cloud.skip(200);
    await cloud.faults(allSms, withoutGuardians);
    await cloud.skip(101);

    expect(await called('an')).toEqual([]);
    expect(await called('chloe')).toEqual([[300, own]]);
    expect(await statusOf(body.incidentId)).toBe('escalating');
  });
});

describe('SMS that both regions accept and lose', () => {
  test('is followed by the call at second 90, and the contact center’s at 60', async () => {
    await cloud.faults({ region: '*', service: 'sms', mode: 'drop' }, withoutGuardians);
    const { body } = await cloud.alarm(diskFull);
    await cloud.skip(91);

    expect(await cloud.texts('an')).toEqual([]);
    expect(await called(contactCenter)).toEqual([[60, own]]);
    expect(await called('an')).toEqual([[90, own]]);
    await cloud.press('an', keysIn(await cloud.answer('an')).yes);
    expect(await statusOf(body.incidentId)).toBe('acknowledged');
  });
});

describe('two incidents of one person', () => {
  test('never ring one phone with two calls at once: the second call waits for the end of the first', async () => {
    await cloud.faults(allSms, withoutGuardians);
    await cloud.alarm(diskFull);
    const { body } = await cloud.alarm({ ...diskFull, dedupKey: 'web-4-disk' });
    await cloud.skip(89);
    expect(await called('an')).toEqual([[0, own]]);

    await cloud.skip(1);
    expect(await called('an')).toEqual([
      [0, own],
      [90, own],
    ]);
    expect((await cloud.incident(body.incidentId)).timeline).toContainEqual(
      expect.objectContaining({ kind: 'call put off', whom: 'an' }),
    );
  });
});
