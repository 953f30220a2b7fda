import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { boardLink } from '../scenarios/an-operator.ts';
import { type Laptop, laptop } from '../scenarios/laptop.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const inChromium = executablePath === undefined ? describe.skip : describe;
const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

inChromium(`the operators’ board in ${executablePath ?? 'no browser: none is installed here'}`, () => {
  let browser: Browser;
  let cloud: Laptop;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    cloud = await laptop();
    await cloud.alarm(diskFull);
    await cloud.skip(2);
  });
  afterEach(async () => {
    await context.close();
    await cloud.close();
  });

  async function openBoard(javaScriptEnabled = true): Promise<void> {
    complaints = [];
    context = await browser.newContext({ javaScriptEnabled });
    page = await context.newPage();
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    await page.clock.install();
    await page.goto(await boardLink(cloud));
  }

  const rows = () => page.getByRole('article');
  const confirm = () => page.getByRole('button', { name: 'An is ermee bezig' });
  const name = () => page.getByLabel('Je naam');

  test('confirms at a press, says who has it, and breaks none of its own rules', async () => {
    await openBoard();
    await name().fill('Kim');
    await confirm().click();

    await page.getByText('An heeft het tot 03:40').waitFor();
    expect(await rows().count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('shows what comes in by itself, and leaves a name half typed alone', async () => {
    await openBoard();
    await name().fill('Ki');
    await cloud.alarm({ ...diskFull, dedupKey: 'web-4', summary: 'web-4 swap' });
    await cloud.skip(2);
    await page.clock.runFor(12_000);

    await page.getByText('An bereiken en bevestigen: 2 incidenten').waitFor();
    expect(await name().inputValue()).toBe('Ki');
  });

  test('says so when it cannot show what comes in', async () => {
    await openBoard();
    await cloud.faults({ region: '*', service: 'api', mode: 'refuse' });
    await page.clock.runFor(12_000);

    await page.getByText('wat er staat is oud').waitFor();
  });

  test('does nothing at Enter in the field of the name', async () => {
    await openBoard();
    await name().fill('Kim');
    await name().press('Enter');
    await page.getByRole('link', { name: 'Details en notitie' }).click();

    await page.getByText('Niemand heeft deze taak').waitFor();
  });

  test('works without a script', async () => {
    await openBoard(false);
    await name().fill('Kim');
    await confirm().click();

    await page.getByText('An heeft het tot 03:40').waitFor();
  });
});
