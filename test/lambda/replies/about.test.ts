import { describe, expect, test } from '@jest/globals';
import type { Reply } from '../../../domain/replies/reply.ts';
import { hour, minute, second } from '../../../domain/time/instant.ts';
import { aNight, numberOf } from '../a-night-of-sms.ts';

describe('an incident that another has taken, and 45 minutes later a page for the next', () => {
  async function twoIncidents() {
    const night = aNight();
    const a = await night.pages('bram', 'a');
    await night.writes('an', `${a} ja`);
    night.clock.now += 45 * minute;
    const b = await night.pages('bram', 'b');
    return { ...night, a, b };
  }

  test.each([
    ['opgelost', 'opgelost'],
    ['ja', 'ja'],
    ['nee', 'nee'],
    ['nog 30', 'nog 30'],
    ['boss', 'boss'],
  ])(
    '"%s" changes neither: the question names both with their customers, and the word',
    async (word, taught) => {
      const { writes, incident, a, b } = await twoIncidents();
      const before = [await incident(a), await incident(b)];

      expect(await writes('bram', word)).toEqual([
        `${b} ACME, ${a} ACME? Antwoord met de code erbij, zoals ${b} ${taught}.`,
      ]);
      expect([await incident(a), await incident(b)]).toEqual(before);
    },
  );

  test('says so in its page', async () => {
    const { lastPage, b } = await twoIncidents();

    expect(lastPage()).toBe(`${b} ACME b 03:55. Antwoord ${b} ja/nee`);
  });

  test('counts with its code', async () => {
    const { writes, incident, b } = await twoIncidents();
    await writes('bram', `${b} ja`);

    expect((await incident(b)).acknowledgement?.by).toBe('bram');
  });
});

describe('a reply out of our own queue', () => {
  test('is read against the pages of the moment when it was sent', async () => {
    const { pages, writes, incident, clock } = aNight();
    const a = await pages('bram', 'a');
    clock.now += 2 * minute;
    const b = await pages('bram', 'b');
    clock.now += minute;
    await writes('bram', 'ja', { sentAgo: 2 * minute });

    expect((await incident(a)).acknowledgement?.by).toBe('bram');
    expect((await incident(b)).acknowledgement).toBeUndefined();
  });

  test.each([
    ['ja', 'A7K ja'],
    ['opgelost', 'A7K opgelost'],
  ])('"%s" that was under way for more than 5 minutes is asked back', async (word, taught) => {
    const { pages, writes, incident, clock } = aNight();
    const a = await pages('bram', 'a');
    clock.now += 10 * minute;

    expect(await writes('bram', word, { sentAgo: 6 * minute })).toEqual([
      `${a} ACME? Antwoord met de code erbij, zoals ${taught.replace('A7K', a)}.`,
    ]);
    expect((await incident(a)).status).toBe('escalating');
  });
});

describe('a page at 3 am after an incident in the evening', () => {
  async function afterAnEvening() {
    const night = aNight();
    night.clock.now -= 5 * hour;
    const evening = await night.pages('bram', 'evening');
    await night.writes('bram', 'ja');
    await night.writes('bram', 'opgelost');
    night.clock.now += 5 * hour;
    const code = await night.pages('bram', 'night');
    return { ...night, evening, code };
  }

  test('says that it needs its code', async () => {
    const { lastPage, code } = await afterAnEvening();

    expect(lastPage()).toContain(`Antwoord ${code} ja/nee`);
  });

  test.each(['info', 'wie'])(
    '"%s" needs no code, and its answer teaches no word that takes',
    async (word) => {
      const { writes, code } = await afterAnEvening();
      const [answer = ''] = await writes('bram', word);

      expect(answer.startsWith(code)).toBe(true);
      expect(answer).not.toMatch(/\bja\b/);
    },
  );

  test('a bare yes is asked about the one that is open', async () => {
    const { writes, code } = await afterAnEvening();

    expect(await writes('bram', 'ja')).toEqual([
      `${code} ACME? Antwoord met de code erbij, zoals ${code} ja.`,
    ]);
  });

  test('says "reply yes/no" again after six hours', async () => {
    const { pages, clock, lastPage } = await afterAnEvening();
    clock.now += 7 * hour;
    await pages('bram', 'later');

    expect(lastPage()).toMatch(/\. Antwoord ja\/nee$/);
  });
});

describe('whoever holds an incident', () => {
  test('that they took by its code, without having been paged, ends it by a bare word', async () => {
    const { pages, writes, incident } = aNight();
    const code = await pages('bram', 'a');
    await writes('chloe', `${code} oui`);
    await writes('chloe', 'résolu');

    expect((await incident(code)).status).toBe('resolved');
  });

  test('for more than six hours ends it by a bare word, and is never told that they have nothing', async () => {
    const { pages, writes, incident, clock } = aNight();
    const code = await pages('bram', 'a');
    await writes('bram', 'ja 600');
    clock.now += 8 * hour;
    await writes('bram', 'opgelost');

    expect((await incident(code)).status).toBe('resolved');
  });

  test('does not give it back by a "nee" to the page of another', async () => {
    const { pages, writes, incident, clock } = aNight();
    const a = await pages('bram', 'a');
    await writes('bram', 'ja');
    clock.now += 10 * minute;
    await pages('bram', 'b');
    await writes('bram', 'nee');

    expect((await incident(a)).acknowledgement?.by).toBe('bram');
  });
});

const bothYes = (...codes: readonly string[]) => codes.map((code): Reply => ({ kind: 'yes', code }));

describe('several at once', () => {
  async function threePages() {
    const night = aNight();
    const codes = [];
    for (const name of ['a', 'b', 'c']) {
      codes.push(await night.pages('bram', name));
      night.clock.now += 20 * second;
    }
    const [a = '', b = '', c = ''] = codes;
    return { ...night, a, b, c };
  }

  test('"ja alles" takes all that nobody has, and one text names their codes', async () => {
    const { writes, says, incident, a, b, c } = await threePages();
    await writes('an', `${b} ja`);
    const told = await says('bram', [{ kind: 'yes', isForAll: true }]);

    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`${c}, ${a} staan op jouw naam`);
    expect((await incident(a)).acknowledgement?.by).toBe('bram');
    expect((await incident(b)).acknowledgement?.by).toBe('an');
    expect((await incident(c)).acknowledgement?.by).toBe('bram');
  });

  test('"A, B ja" takes the two, and the driver does not confirm them once more', async () => {
    const { says, incident, drives, a, b, c } = await threePages();
    const told = await says('bram', bothYes(a, b));

    expect(told).toHaveLength(1);
    expect((await incident(a)).acknowledgement?.by).toBe('bram');
    expect((await incident(b)).acknowledgement?.by).toBe('bram');
    expect((await incident(c)).acknowledgement).toBeUndefined();
    expect((await drives(a)).filter(({ to }) => to === numberOf('bram'))).toEqual([]);
  });

  test('delivered twice is confirmed once; handled again after a minute, once more: the function may have died', async () => {
    const { says, clock, a, b } = await threePages();
    const first = await says('bram', bothYes(a, b), 'same');

    expect(first).toHaveLength(1);
    expect(await says('bram', bothYes(a, b), 'same')).toEqual([]);
    clock.now += minute;
    expect(await says('bram', bothYes(a, b), 'same')).toEqual(first);
  });
});

describe('two yeses in one moment', () => {
  test('both count, and nobody is told who has it and then asked for the code', async () => {
    const { pages, writes, incident, drives, clock } = aNight();
    const code = await pages('bram', 'a');
    await pages('an', 'a', { eventId: 'again' });
    await writes('an', 'ja');
    clock.now += second;
    await drives(code);

    expect(await writes('bram', 'ja')).toEqual([]);
    expect((await incident(code)).acknowledgement?.by).toBe('bram');
    expect((await drives(code)).map(({ text }) => text).join()).toContain('in plaats van An');
  });

  test('an "ok" some minutes after another took it may be a thank-you, and is asked', async () => {
    const { pages, writes, incident, clock } = aNight();
    const code = await pages('bram', 'a');
    await writes('an', `${code} ja`);
    clock.now += 3 * minute;

    expect(await writes('bram', 'ok')).toEqual([
      `${code}: An heeft het tot 03:40. Overnemen? Antwoord ${code} ja.`,
    ]);
    expect((await incident(code)).acknowledgement?.by).toBe('an');
  });
});

describe('a question', () => {
  test('who has it after everybody declined says when the next one is asked', async () => {
    const { pages, writes, drives, clock } = aNight();
    const code = await pages('an', 'a');
    await drives(code);
    for (const who of ['an', 'chloe', 'dirk']) {
      await writes(who, `${code} nee`);
      clock.now += second;
      await drives(code);
    }

    expect(await writes('an', 'wie')).toEqual([
      expect.stringMatching(
        new RegExp(`^${code}: niemand heeft het. De volgende oproep vertrekt om 03:\\d\\d.$`),
      ),
    ]);
  });
});
