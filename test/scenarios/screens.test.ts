import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { linkKey } from '../../aws/link-key.ts';
import { minute } from '../../domain/time/instant.ts';
import { seal } from '../../lambda/links/link-token.ts';
import { anOperator, boardLink } from './an-operator.ts';
import { type Laptop, laptop, other, own, theNight, withoutGuardians } from './laptop.ts';
import type { Accepted } from './requests.ts';
import { signed } from './signed.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };
const swap = { dedupKey: 'web-4-swap', service: 'acme-shop', summary: 'web-4 swap' };

let cloud: Laptop;
let opened: Accepted['body'];
async function begin(): Promise<void> {
  cloud = await laptop();
  ({ body: opened } = await cloud.alarm(diskFull));
  await cloud.skip(2);
}

const stored = async (id = opened.incidentId) => (await cloud.incident(id)).incident;
const acknowledger = async (id?: string) => (await stored(id)).acknowledgement?.by;

/** A link to a task, made as the drivers make it, and opened through a cell of the laptop. */
async function taskLink(region = own): Promise<string> {
  const credentials = { accessKeyId: 'somebody', secretAccessKey: 'of-the-account' };
  const secretName = 'permanence-link-key';
  const endpointUrl = cloud.cloud.url;
  const key = await linkKey({ region: own, otherRegion: other, secretName, endpointUrl }, credentials).read();
  const until = theNight + 60 * minute;
  const token = seal({ kind: 'task', incident: opened.incidentId, task: 't1', until }, key);
  return `${cloud.cloud.url}/${region}/s/${token}`;
}

describe('a signed link', () => {
  // All tests share one night: none of them changes anything.
  beforeAll(begin);
  afterAll(() => cloud.close());

  test('changes nothing when it is opened, however often and by whomever', async () => {
    const before = await cloud.incident(opened.incidentId);
    const scanner = anOperator(cloud);
    const links = [await taskLink(), await boardLink(cloud)];
    for (const method of ['GET', 'HEAD', 'GET', 'HEAD', 'GET'] as const) {
      const pages = await Promise.all(links.map((link) => scanner.open(link, method)));
      expect(pages.map(({ status }) => status)).toEqual([200, 200]);
    }

    expect(await cloud.incident(opened.incidentId)).toEqual(before);
    expect(scanner.cookie()).toBeUndefined();
  });

  test.each([
    ['altered', (link: string) => `${link.slice(0, -2)}${link.endsWith('AA') ? 'BA' : 'AA'}`],
    ['made up', (link: string) => link.replace(/s\/.*/, 's/eyJraW5kIjoiYm9hcmQifQ.AAAA')],
  ])('shows nothing about anybody when it is %s', async (_what, altered) => {
    const { status, text } = await anOperator(cloud).open(altered(await taskLink()));

    expect(status).toBe(403);
    expect(text).toContain('This link is not valid');
    expect(text).not.toMatch(/ACME|An\b|web-3/);
  });

  test('to a task cannot press a button of another task', async () => {
    const kim = anOperator(cloud, 'Kim');
    const page = await kim.open(await taskLink());
    const answered = await kim.press(page, 'confirmed', { press: `confirmed ${opened.incidentId}/t2` });

    expect(answered.status).toBe(403);
  });

  test('does nothing without a name, and asks for it', async () => {
    const kim = anOperator(cloud);
    const asked = await kim.press(await kim.open(await taskLink()), 'confirmed');

    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Wat is je naam?');
    expect(await acknowledger()).toBeUndefined();
  });

  test('refuses what no form of a screen sends', async () => {
    const kim = anOperator(cloud, 'Kim');
    const page = await kim.open(await taskLink());

    expect((await kim.press(page, 'confirmed', { press: 'resolve everything' })).status).toBe(400);
    expect((await kim.press(page, 'confirmed', { note: 'x'.repeat(70_000) })).status).toBe(400);
  });
});

describe('the operators’ board', () => {
  beforeEach(begin);
  afterEach(() => cloud.close());

  test('is opened by a link that is valid for twelve hours, in either cell', async () => {
    const { body } = await signed(cloud, 'POST', '/v1/board-link', { region: other });
    const link = String(body['url']);
    const kim = anOperator(cloud, 'Kim');

    expect(link).toContain(`${cloud.cloud.url}/${other}/s/`);
    expect(body['until']).toBe(new Date(cloud.cloud.now() + 12 * 60 * minute).toISOString());
    for (const address of [link, link.replace(other, own)]) {
      expect((await kim.open(address)).text).toContain(`${opened.code} ACME: An bereiken en bevestigen`);
    }
  });

  test('is not shown when its link has expired', async () => {
    const link = await boardLink(cloud);
    await signed(cloud, 'POST', `/v1/incidents/${opened.code}/resolve`, { body: { by: 'an' } });
    await cloud.faults(withoutGuardians);
    await cloud.skip(12 * 3600);
    const { status, text } = await anOperator(cloud).open(link);

    expect(status).toBe(410);
    expect(text).toContain('This link has expired');
    expect(text).not.toContain('ACME');
  });

  test('has one row for a responder, and one press confirms all their incidents, in both cells', async () => {
    const second = await cloud.alarm(swap, other);
    await cloud.skip(2);
    const kim = anOperator(cloud, 'Kim');
    const board = await kim.open(await boardLink(cloud));
    const after = await kim.press(board, 'confirmed');

    expect(board.html.match(/<article/g)).toHaveLength(1);
    expect(board.text).toContain('An bereiken en bevestigen: 2 incidenten');
    expect(await Promise.all([acknowledger(), acknowledger(second.body.incidentId)])).toEqual(['an', 'an']);
    expect(after.text).toMatch(
      new RegExp(`${opened.code} +03:10 Kim heeft An gesproken, die ermee bezig is. +An heeft het tot 03:40`),
    );
    expect(after.html).not.toContain('<article');
    expect(cloud.told.filter((line) => line.startsWith('REFUSED'))).toEqual([]);
  });

  test('shows a resolved incident until its customer has been told, with the text to read out', async () => {
    await cloud.faults({ region: '*', service: 'sms', mode: 'refuse' });
    await signed(cloud, 'POST', `/v1/incidents/${opened.code}/resolve`, { body: { by: 'an' } });
    await cloud.skip(122); // the end is told after the time for an undo
    const kim = anOperator(cloud, 'Kim');
    const board = await kim.open(await boardLink(cloud));
    const [, address = ''] = /href="([?]task=[^"]*)"/.exec(board.html) ?? [];
    const task = await kim.open(new URL(address, board.url).href);
    const after = await kim.press(task, 'done', { who: 'Joris' });

    expect(board.text).toContain(`${opened.code} ACME: De klant inlichten`);
    expect(task.text).toContain('Goedendag, je spreekt met Scheldewater Hosting. Het gaat over acme-shop');
    expect(task.html).toContain('<a href="tel:+31611000001">');
    expect(after.text).toContain('Kim heeft het gedaan');
    expect((await kim.open(await boardLink(cloud))).html).not.toContain('<article');
  });

  test('remembers the name that an operator gave in this browser', async () => {
    const kim = anOperator(cloud, 'Kim Ö');
    await kim.press(await kim.open(await boardLink(cloud)), 'accepted');

    expect(kim.cookie()).toBe('operator=Kim%20%C3%96');
    expect((await kim.open(await boardLink(cloud))).html).toContain('name="by" value="Kim Ö"');
    expect((await stored()).tasks).toMatchObject([{ accepted: { by: 'Kim Ö' } }]);
  });
});

describe('the screen of a task', () => {
  beforeEach(begin);
  afterEach(() => cloud.close());

  test('shows a second operator what the first has done, and who has acknowledged the incident', async () => {
    const kim = anOperator(cloud, 'Kim');
    await kim.press(await kim.open(await taskLink()), 'confirmed', { note: 'onderweg' });
    const second = await anOperator(cloud).open(await taskLink(other));

    expect(second.text).toContain('03:10 Kim heeft An gesproken, die ermee bezig is. “onderweg”');
    expect(second.text).toContain('An heeft het tot 03:40');
    expect(second.html).not.toContain('name="press"');
  });

  test('counts one of two presses at the same moment, and tells the other operator so', async () => {
    const [kim, lou] = [anOperator(cloud, 'Kim'), anOperator(cloud, 'Lou')];
    const [first, second] = [await kim.open(await taskLink()), await lou.open(await taskLink(other))];
    const pages = await Promise.all([kim.press(first, 'confirmed'), lou.press(second, 'confirmed')]);

    const { tasks, timeline } = await stored();
    expect(tasks).toMatchObject([{ ended: { outcome: 'confirmed' } }]);
    expect(timeline.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1);
    expect(pages.filter(({ text }) => text.includes('Iemand was je voor'))).toHaveLength(1);
  });

  test('counts a double click once', async () => {
    const kim = anOperator(cloud, 'Kim');
    const page = await kim.open(await taskLink());
    const pages = await Promise.all([kim.press(page, 'confirmed'), kim.press(page, 'confirmed')]);

    expect(pages.map(({ text }) => text.includes('Iemand was je voor'))).toEqual([false, false]);
    expect((await stored()).timeline.filter(({ kind }) => kind === 'contact center done')).toHaveLength(1);
  });

  test('has the secondary paged when the primary is not reached', async () => {
    const kim = anOperator(cloud, 'Kim');
    await kim.press(await kim.open(await taskLink()), 'next');
    await cloud.skip(2);

    expect(await cloud.texts('chloe')).toEqual([expect.stringContaining(opened.code)]);
  });
});

describe('a screen while something fails', () => {
  beforeEach(begin);
  afterEach(() => cloud.close());

  test.each([
    ['the own region’s secret', { region: own, service: 'secrets', mode: 'hang' }],
    ['the own region’s table', { region: own, service: 'table', mode: 'refuse' }],
  ])('is shown without %s, and what is pressed is stored', async (_what, fault) => {
    const link = await taskLink();
    await cloud.faults(fault);
    const kim = anOperator(cloud, 'Kim');
    const { answer: page } = await cloud.answered(kim.open(link));
    const { answer: after } = await cloud.answered(kim.press(page, 'confirmed'));
    await cloud.faults();

    expect(after.text).toContain('An heeft het tot');
    expect(await acknowledger()).toBe('an');
  });

  test('says that nothing may be stored when neither region answers', async () => {
    const link = await taskLink();
    await cloud.faults({ region: '*', service: 'secrets', mode: 'refuse' });
    const { status, text } = await anOperator(cloud).open(link);

    expect(status).toBe(503);
    expect(text).toContain('may not be stored');
  });
});
