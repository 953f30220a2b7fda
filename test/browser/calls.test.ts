import { existsSync } from 'node:fs';
import { ConnectClient, StartOutboundVoiceContactCommand } from '@aws-sdk/client-connect';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { number, type RunningCloud, runningCloud } from '../local/running-cloud.ts';
import { synthesizedSmallApp } from '../local/small-app/small-app.ts';
import { addContactCenter } from '../local/small-app/voice.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const inChromium = executablePath === undefined ? describe.skip : describe;
const region = 'eu-central-1';

inChromium(`a call on the phones page in ${executablePath ?? 'no browser: none is installed here'}`, () => {
  let assembly: string;
  let browser: Browser;
  let local: RunningCloud;
  let page: Page;

  beforeAll(async () => {
    assembly = await synthesizedSmallApp();
    addContactCenter(assembly);
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    local = await runningCloud(assembly);
    page = await browser.newPage();
    await page.goto(local.cloud.url);
    await page.getByText('All phones are silent').waitFor();
    await call();
  });
  afterEach(async () => {
    await page.close();
    await local.cloud.close();
  });

  async function call() {
    const { InstanceId, FlowArn = '', Number: from } = local.cloud.outputs['small'] ?? {};
    const credentials = { accessKeyId: 'ME', secretAccessKey: 'me' };
    const client = new ConnectClient({ region, endpoint: local.cloud.url, credentials });
    await client.send(
      new StartOutboundVoiceContactCommand({
        InstanceId,
        ContactFlowId: FlowArn.split('/').at(-1),
        SourcePhoneNumber: from,
        DestinationPhoneNumber: number,
        Attributes: { where: 'db-3' },
      }),
    );
  }

  const card = () => page.getByRole('article', { name: 'an' });
  const button = (name: string) => card().getByRole('button', { name, exact: true });

  test('makes the phone ring, and the bar says whose', async () => {
    await button('Answer').waitFor();

    expect(await card().getAttribute('class')).toContain('calling');
    expect(await page.getByRole('link', { name: 'an is called' }).count()).toBe(1);
    expect(await button('1').count()).toBe(0);
  });

  test('is answered, and a key on the screen answers the question', async () => {
    await button('Answer').click();
    await card().getByText('Fire at db-3. Press a key').waitFor();
    await button('7').click();

    await card().getByText('Stored 7').waitFor();
    expect(await card().getByText('call, ended').count()).toBe(1);
    expect(await button('Hang up').count()).toBe(0);
  });

  test('is handled with the keyboard alone', async () => {
    await button('Answer').focus();
    await page.keyboard.press('Enter');
    await button('7').waitFor();
    await page.keyboard.press('5');

    await card().getByText('Stored 5').waitFor();
  });

  test('can be refused', async () => {
    await button('Hang up').click();

    await card().getByText('call, not answered').waitFor();
    expect(await card().getAttribute('class')).not.toContain('calling');
  });

  test('may go to the voicemail, which has no keypad to press', async () => {
    await button('Voicemail').click();
    await card().getByText('Fire at db-3. Press a key').waitFor();

    expect(await button('7').count()).toBe(0);
    expect((await local.state()).phones[0]?.calls[0]?.status).toBe('answered');
  });
});
