import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, withoutGuardians } from '../scenarios/laptop.ts';
import { permanence, type Ran } from './the-command-line.ts';

let cloud: Laptop;
beforeAll(async () => {
  cloud = await laptop();
});
afterAll(() => cloud.close());

const run = (...args: string[]): Promise<Ran> => permanence(cloud, args);
const shown = async (code: string) => (await run('show', code)).out;

let number = 0;

/** An incident of its own that An has, and what she says about it. */
async function acknowledged() {
  number += 1;
  const alarm = { dedupKey: `disk-${number}`, service: 'acme-shop', summary: `disk ${number} full` };
  const { code } = (await cloud.alarm(alarm)).body;
  const says = (command: string, ...args: string[]) => run(command, code, ...args, '--as', 'an');
  await says('acknowledge', '--minutes', '240');
  return { code, says };
}

// First, while no other incident is open: time is skipped here.
describe('a decision without the customer', () => {
  test('is for management alone, and only when the customer cannot be reached', async () => {
    const { code, says } = await acknowledged();
    await says('consent', 'restart the database');
    const decide = (as: string) =>
      run('consent', code, '--request', 'c1', '--decide', 'the data is at risk', '--as', as);

    expect((await decide('an')).err).toContain('now that is Dirk (dirk)');
    expect((await decide('dirk')).err).toContain('from 03:25 on');

    await cloud.faults(withoutGuardians);
    await cloud.skip(900);
    await cloud.faults();
    expect((await decide('dirk')).out).toMatch(/decided by Dirk Mon 23 Nov 03:25: the data is at risk$/);
    await says('resolve');
  });
});

describe('permanence update', () => {
  test('makes the acknowledgement last until the repair is expected', async () => {
    const { code, says } = await acknowledged();
    const { out } = await says('update', '90');

    expect(out).toMatch(/^... {2}acknowledged {2}An until Mon 23 Nov 04:55/);
    expect(await shown(code)).toMatch(/^mended by +Mon 23 Nov 04:55$/m);
  });
});

describe('permanence escalate', () => {
  test('asks management as well, whoever has acknowledged it', async () => {
    const { code, says } = await acknowledged();
    const { out } = await says('escalate');

    expect(out).toContain('An until Mon 23 Nov 07:25; asked: Dirk');
    expect((await cloud.texts('dirk')).at(-1)).toContain(code);
  });

  test.each([
    ['bram', 'Bram', 'bram'],
    ['network', 'Farid', 'farid'],
    ['Chloé', 'Chloé', 'chloe'],
  ])('asks a colleague, or the primary of another roster: %s', async (whom, name, id) => {
    const { code, says } = await acknowledged();
    const { out } = await says('escalate', '--whom', whom);

    expect(out).toContain(`asked: ${name}`);
    expect((await cloud.texts(id)).at(-1)).toContain(code);
  });
});

describe('permanence hand-over', () => {
  test.each([
    ['the colleague who is named', ['bram'], 'Bram', 'bram'],
    ['whoever is on call now', [], 'Chloé', 'chloe'],
  ])('asks %s, and changes nothing until they say yes', async (_, to, name, id) => {
    const { code, says } = await acknowledged();
    const { out } = await says('hand-over', ...to);

    expect(out).toContain(`An until Mon 23 Nov 07:25; asked: ${name}`);
    expect((await cloud.texts(id)).at(-1)).toContain(code);
  });
});

describe('permanence serious and assess', () => {
  test('bring in both engineers and management, and record what was decided with the customer', async () => {
    const { code, says } = await acknowledged();
    await says('serious');
    expect(await shown(code)).toMatch(/^who +An until .*; asked: Chloé, Dirk$/m);
    expect(await shown(code)).toMatch(/^serious +since Mon 23 Nov 03:25, by An; not assessed yet$/m);

    await run('assess', code, 'may be down until 06:00', '--as', 'dirk');
    expect(await shown(code)).toMatch(/^serious +since .*, by An; Dirk: may be down until 06:00$/m);

    await says('serious', '--not');
    expect(await shown(code)).not.toMatch(/^serious /m);
  });
});

describe('permanence consent', () => {
  test('asks the customer, and shows that nobody has answered until somebody has', async () => {
    const { code, says } = await acknowledged();
    const asked = await says('consent', 'restart the database');
    expect(asked.out.split('\n')[1]).toMatch(/^c1 {2}restart the database \(An\) {2}asked, no answer yet$/);

    const granted = await says('consent', '--request', 'c1', '--granted-by', 'Joris');
    expect(granted.out).toContain('granted by Joris to An Mon 23 Nov 03:25');
    expect(await shown(code)).toMatch(/^c1 {2}restart the database \(An\) {2}granted by Joris/m);

    const late = await says('consent', '--request', 'c1', '--refused-by', 'Katja');
    expect(late).toMatchObject({
      code: 1,
      err: expect.stringContaining('c1 is granted since 03:25, by Joris'),
    });
  });

  test('is shown as none when it was refused or withdrawn', async () => {
    const { code, says } = await acknowledged();
    await says('consent', 'restart the database');
    await says('consent', 'drop the cache');
    await says('consent', '--request', 'c1', '--refused-by', 'Katja');
    await says('consent', '--request', 'c2', '--withdraw');

    const text = await shown(code);
    expect(text).toMatch(/^c1 .* no consent: refused by Katja to An/m);
    expect(text).toMatch(/^c2 .* no consent: withdrawn by An/m);
  });
});

describe('a command that is called wrongly', () => {
  test.each([
    [['update', 'A7K'], '<minutes> is missing'],
    [['update', 'A7K', 'soon', '--as', 'an'], 'from 1 to 720'],
    [['assess', 'A7K', '--as', 'an'], '<words> is missing'],
    [['consent', 'A7K', '--as', 'an'], 'either an action'],
    [['consent', 'A7K', '--request', 'c1', '--as', 'an'], 'exactly one of'],
    [['consent', 'A7K', '--request', 'c1', '--withdraw', '--decide', 'x', '--as', 'an'], 'exactly one of'],
    [['consent', 'A7K', 'restart', 'it', '--as', 'an'], 'it is too much'],
    [['report', '--month', 'november'], 'such as 2026-11'],
  ])('says what is allowed, and asks no cell: %j', async (args, words) => {
    const { code: exit, out, err } = await run(...args);

    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(words);
  });
});
