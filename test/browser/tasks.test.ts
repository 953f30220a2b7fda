import { existsSync } from 'node:fs';
import { ConnectClient, StartTaskContactCommand } from '@aws-sdk/client-connect';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type RunningCloud, runningCloud } from '../local/running-cloud.ts';
import { synthesizedSmallApp } from '../local/small-app/small-app.ts';
import { addTasks } from '../local/small-app/tasks.ts';
import { addContactCenter } from '../local/small-app/voice.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const inChromium = executablePath === undefined ? describe.skip : describe;
const region = 'eu-central-1';

inChromium(`a task on the phones page in ${executablePath ?? 'no browser: none is installed here'}`, () => {
  let assembly: string;
  let browser: Browser;
  let local: RunningCloud;
  let page: Page;

  beforeAll(async () => {
    assembly = await synthesizedSmallApp();
    addContactCenter(assembly);
    addTasks(assembly);
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    local = await runningCloud(assembly);
    page = await browser.newPage();
    await page.goto(local.cloud.url);
    await page.getByText('No task waits').waitFor();
    await ask('Confirm An');
    await task('Confirm An').waitFor();
  });
  afterEach(async () => {
    await page.close();
    await local.cloud.close();
  });

  async function ask(Name: string) {
    const { InstanceId, TaskFlowArn = '' } = local.cloud.outputs['small'] ?? {};
    const credentials = { accessKeyId: 'ME', secretAccessKey: 'me' };
    const client = new ConnectClient({ region, endpoint: local.cloud.url, credentials });
    const incident = { Type: 'URL', Value: `${local.cloud.url}/main.js` } as const;
    await client.send(
      new StartTaskContactCommand({
        ...{ InstanceId, Name, ContactFlowId: TaskFlowArn.split('/').at(-1) },
        Description: 'A7K ACME: db-3 disk full\nSpeak with An',
        References: { incident, number: { Type: 'STRING', Value: '+32470000001' } },
      }),
    );
  }

  const task = (name: string) => page.getByRole('listitem', { name });
  const button = (action: string) => page.getByRole('button', { name: `${action}: Confirm An` });
  const statuses = async () => (await local.state()).tasks.map(({ status }) => status);

  test('says what is to be done, and its links open beside the page', async () => {
    const words = (await task('Confirm An').textContent()) ?? '';
    expect(words).toContain('A7K ACME: db-3 disk full');
    expect(words).toContain('number: +32470000001');
    expect(words).toContain(`${region} · waits for an operator`);

    const [beside] = await Promise.all([
      page.context().waitForEvent('page'),
      task('Confirm An').getByRole('link', { name: 'incident' }).click(),
    ]);
    expect(beside.url()).toBe(`${local.cloud.url}/main.js`);
    expect(await task('Confirm An').isVisible()).toBe(true);
    await beside.close();
  });

  test('is counted in the bar and in the title as long as nobody has it', async () => {
    expect(await page.getByRole('link', { name: '1 task waits' }).count()).toBe(1);
    expect(await page.title()).toBe('(1) The phones');

    await button('Accept').click();
    await page.getByText('accepted by operator').waitFor();
    expect(await page.getByRole('link', { name: '1 task waits' }).count()).toBe(0);
    expect(await page.title()).toBe('The phones');
  });

  test('is accepted, put back and ended with the keyboard alone, under the operator’s name', async () => {
    await page.getByLabel('Operator').fill('els');
    await button('Accept').focus();
    await page.keyboard.press('Enter');
    await page.getByText('accepted by els').waitFor();
    expect(await task('Confirm An').evaluate((element) => element.contains(document.activeElement))).toBe(
      true,
    );

    await button('Reject').press('Enter');
    await task('Confirm An').getByText('waits for an operator').waitFor();
    await button('End').press('Enter');
    await page.locator('#ended-tasks').getByText('Confirm An').waitFor({ state: 'attached' });
    expect(await statuses()).toEqual(['ended']);
  });

  test('keeps its place, and what somebody reads of it, when others come and when the page is loaded again', async () => {
    await page.getByLabel('Operator').fill('els');
    await button('End').focus();
    await ask('Tell the customer');
    await task('Tell the customer').waitFor();

    expect(await button('End').evaluate((element) => element === document.activeElement)).toBe(true);
    await page.reload();
    await task('Confirm An').waitFor();
    expect(await page.getByLabel('Operator').inputValue()).toBe('els');
    expect(await page.locator('#open-tasks h3').allTextContents()).toEqual([
      'Confirm An',
      'Tell the customer',
    ]);
  });

  test('fits a narrow screen', async () => {
    await page.setViewportSize({ width: 400, height: 800 });

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
  });
});
