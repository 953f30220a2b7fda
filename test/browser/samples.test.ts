import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { anOperator } from '../scenarios/an-operator.ts';
import { other, own, withoutGuardians } from '../scenarios/laptop.ts';
import { type Desk, desk, takePicture } from './desk.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const inChromium = executablePath === undefined ? describe.skip : describe;
const where = executablePath ?? 'no browser: none is installed here';

/** Where the picture of the page goes, for whoever wants a new one: `PERMANENCE_SCREENSHOT=docs/phones.png`. */
const pictureFile = process.env['PERMANENCE_SCREENSHOT'];
const portOfTheReadme = 4600;

let browser: Browser;
beforeAll(async () => {
  if (executablePath === undefined) return;
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});
afterAll(() => browser?.close());

inChromium(`the samples of the phones page, pressed one by one in ${where}`, () => {
  let night: Desk;
  beforeAll(async () => {
    night = await desk(browser);
    await night.night.faults(withoutGuardians);
  });
  afterAll(() => night.close());

  test('“Disk full” pages An, who is on call for Linux; the same alarm by the other cell pages nobody again', async () => {
    const first = await night.press('Disk full');
    const [page = ''] = await night.received('An');
    expect(page).toMatch(/^\w{3} ACME web-3 disk full 95% 03:10\. Antwoord ja\/nee$/);
    expect(first).toBe(`202, incident ${page.slice(0, 3)}`);

    expect(await night.press('Disk full')).toBe(first);
    expect(await night.press('Disk full, other cell')).toBe(first);
    expect(await night.received('An')).toEqual([page]);
  });

  test('“Disk full: resolved” ends it, and An hears that it is over', async () => {
    const outcome = await night.press('Disk full: resolved');

    const [page = '', over] = await night.received('An');
    expect(outcome).toBe(`202, ${page.slice(0, 3)} resolved`);
    expect(over).toContain(`${page.slice(0, 3)} is voorbij`);
  });

  test('“CloudWatch: ALARM” reaches both cells over SNS, and An is paged once; “OK” tells that it is over', async () => {
    const before = (await night.received('An')).length;
    const outcome = await night.press('CloudWatch: ALARM');
    const code = outcome.slice(-3);
    expect(outcome).toBe(`both 202, incident ${code}`);
    expect((await night.received('An')).slice(before)).toEqual([
      expect.stringMatching(`^${code} ACME acme-web-5xx: .* 03:10`),
    ]);

    expect(await night.press('CloudWatch: OK')).toBe(`both 202, ${code} resolved`);
    expect((await night.received('An')).slice(before + 1)).toEqual([
      expect.stringContaining(`${code} is voorbij`),
    ]);
  });

  test('“CloudWatch: ALARM”, long after an operator has told the customer, opens the next incident', async () => {
    const kim = anOperator(night.night, 'Kim');
    const waiting = (await night.night.tasks()).filter(({ status }) => status === 'queued');
    for (const { references } of waiting) {
      const screen = references.find(({ type }) => type === 'URL')?.value ?? '';
      await kim.press(await kim.open(screen), 'done');
    }
    await night.night.skip(3600);
    const before = await night.received('An');
    const code = (await night.press('CloudWatch: ALARM')).slice(-3);

    expect(before.join()).not.toContain(code);
    expect((await night.received('An')).slice(before.length)).toEqual([
      expect.stringMatching(`^${code} ACME acme-web-5xx: .* 04:10`),
    ]);
    await night.press('CloudWatch: OK');
  });

  test('“Backup late” is held, and no phone rings', async () => {
    const cards = () => night.page.getByRole('main').getByRole('article').count();
    const before = { cards: await cards(), an: await night.received('An') };

    expect(await night.press('Backup late')).toMatch(/^202, \w{3} held$/);
    expect(await night.page.locator('#executions').getByText('Held until').count()).toBe(1);
    expect({ cards: await cards(), an: await night.received('An') }).toEqual(before);
  });

  test('“Slow database” pages Greta, in German', async () => {
    await night.press('Slow database');

    expect(await night.received('Greta')).toEqual([
      expect.stringMatching(/^\w{3} ACME db-3 slow, .* Antworten Sie ja\/nein$/),
    ]);
  });

  test.each([
    ['Unknown service', /^202, incident \w{3}$/, 'printer-7 on fire'],
    ['Unreadable', /^202, incident \w{3}, 1 warning$/, 'unreadable alarm from laptop'],
  ])('“%s” pages the default roster: An', async (title, outcome, text) => {
    expect(await night.press(title)).toMatch(outcome);

    expect((await night.received('An')).at(-1)).toContain(text);
  });

  test('“Payments down” pages An and, from the start, Dirk of operational management', async () => {
    await night.press('Payments down');

    expect((await night.received('An')).at(-1)).toContain('no payment');
    expect((await night.received('Dirk')).at(-1)).toContain('no payment');
  });

  test('all have had their turn', async () => {
    const outcomes = await night.page.locator('#samples').getByRole('status').allTextContents();

    expect(outcomes).toHaveLength(10);
    expect(outcomes.filter((outcome) => !outcome.includes('202'))).toEqual([]);
  });

  test('leave the newest message of each phone in sight', async () => {
    const below = await night.page
      .getByRole('log')
      .evaluateAll((threads) =>
        threads.map((thread) => thread.scrollHeight - thread.scrollTop - thread.clientHeight),
      );

    expect(Math.max(...below)).toBeLessThan(2);
  });

  test('fit a narrow window', async () => {
    await night.page.setViewportSize({ width: 360, height: 800 });

    expect(await night.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

inChromium(`a sample of the phones page in ${where}`, () => {
  let night: Desk;
  beforeAll(async () => {
    night = await desk(browser);
  });
  afterAll(() => night.close());

  test('over SNS says of each cell what it did, and reaches the one that was down when that is back', async () => {
    await night.night.faults({ region: other, service: 'api', mode: 'refuse' });
    expect(await night.press('CloudWatch: ALARM')).toMatch(
      /^eu-central-1: 202, incident \w{3}; eu-west-2: 503/,
    );

    await night.night.faults();
    expect(await night.press('CloudWatch: OK')).toMatch(/^both 202, \w{3} resolved$/);
  });

  test('is on the board of either cell, to which the page leads', async () => {
    await night.press('CloudWatch: ALARM'); // it fires again

    for (const region of [own, other]) {
      const link = night.page.getByRole('link', { name: `${region} operators’ board` });
      const [board] = await Promise.all([night.page.context().waitForEvent('page'), link.click()]);

      await board.getByRole('article').getByText('acme-web-5xx').waitFor();
      expect(board.url()).toContain(`${night.night.cloud.url}/${region}/s/`);
      await board.close();
    }
  });

  test('is pressed by keyboard, keeps the focus, and is sent once however often it is pressed meanwhile', async () => {
    const sent: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await night.page.route('**/local/samples/*', async (route) => {
      sent.push(route.request().url());
      await held;
      await route.continue();
    });
    const button = night.page.getByRole('button', { name: 'Disk full', exact: true });
    const outcome = night.page.getByRole('listitem').filter({ has: button }).getByRole('status');
    await button.focus();
    await night.page.keyboard.press('Enter');
    await outcome.getByText('Sending …').waitFor();
    expect(await button.isDisabled()).toBe(true);
    await night.page.keyboard.press('Enter');
    release();
    await outcome.getByText('202, incident').waitFor();

    expect(sent).toHaveLength(1);
    expect(await button.isDisabled()).toBe(false);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

inChromium(`the phones page in a night, in ${where}`, () => {
  let night: Desk;
  beforeAll(async () => {
    night = await desk(browser, { port: pictureFile === undefined ? 0 : portOfTheReadme });
  });
  afterAll(() => night.close());

  test('shows who has what, who is asked, what operators are to do, and what the cloud does', async () => {
    const { page } = night;
    await page.getByLabel('Operator').fill('Kim');
    await night.press('Disk full');
    await page.getByRole('button', { name: /^Accept: .* An / }).click();
    await page.getByRole('article', { name: 'An', exact: true }).getByRole('button', { name: 'ja' }).click();
    await night.night.skip(40);
    await night.press('Slow database');
    await night.night.skip(62);
    await night.press('CloudWatch: ALARM');

    expect((await night.received('An'))[1]).toMatch(/^\w{3} staat op jouw naam tot 03:40/);
    await page.getByRole('link', { name: 'Contact center is called' }).waitFor();
    await page.getByText('accepted by Kim').waitFor();
    await page.getByRole('link', { name: '2 tasks wait' }).waitFor();
    await page.locator('#executions').getByText('Acknowledged until').waitFor();
    await page.getByLabel('Time').selectOption('1');
    if (pictureFile !== undefined) await takePicture(page, pictureFile);
  });
});
