import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { phonesPage } from '../../local/phones/page/phones-page.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const inChromium = executablePath === undefined ? describe.skip : describe;
const region = 'eu-central-1';

interface FakeMessage {
  readonly direction: 'in' | 'out';
  readonly region: string;
  readonly text: string;
  readonly at: number;
}

/** A cloud of which only the outside is there: what the page shows, and what it sends. */
const cloud = {
  messages: [] as FakeMessage[],
  faults: [] as unknown[],
  sent: [] as { readonly path: string | undefined; readonly body: unknown }[],
};

function state() {
  const an = { number: '+32470000001', owner: 'an', kind: 'responder', language: 'nl', calls: [] };
  const bram = { number: '+32470000002', owner: 'bram', kind: 'responder', language: 'fr', calls: [] };
  return {
    now: Date.parse('2026-11-23T03:10:00Z'),
    speed: 0,
    phones: [
      { ...an, messages: cloud.messages },
      { ...bram, messages: [] },
    ],
    tasks: [],
    faults: cloud.faults,
    executions: [{ arn: 'arn', region, name: '9c1f4e-1-1', status: 'RUNNING', state: 'Await an answer' }],
  };
}

function message(text: string, direction: 'in' | 'out' = 'in') {
  cloud.messages = [...cloud.messages, { direction, region, text, at: Date.parse('2026-11-23T03:10:00Z') }];
}

inChromium(`the phones page in ${executablePath ?? 'no browser: none is installed here'}`, () => {
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const answer = phonesPage(request.url ?? '', {
        ...{ regions: [region], command: 'curl it' },
        notice: 'Day 0: nothing is granted yet',
      });
      if (answer !== undefined) {
        response.writeHead(answer.status, answer.headers);
        response.end(answer.body);
        return;
      }
      if (request.url !== '/local/state') {
        cloud.sent.push({ path: request.url, body: JSON.parse(Buffer.concat(chunks).toString()) });
      }
      response.end(JSON.stringify(state()));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });
  beforeEach(async () => {
    Object.assign(cloud, { messages: [], faults: [], sent: [] });
    await page?.close();
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.getByText('All phones are silent').waitFor();
  });

  const answered = (ending: string, action: () => Promise<unknown>) =>
    Promise.all([page.waitForResponse((response) => response.url().endsWith(ending)), action()]);

  test('says what people must know before they begin', async () => {
    expect(await page.getByText('Day 0: nothing is granted yet').isVisible()).toBe(true);
  });

  test('makes the phone ring that gets a page', async () => {
    message('A7K ACME db-3 disk full');

    const card = page.getByRole('article', { name: 'an' });
    await card.getByText('A7K ACME db-3 disk full').waitFor();
    expect(await card.getAttribute('class')).toBe('phone news rings');
    expect(await page.getByRole('link', { name: 'an: 1 new' }).count()).toBe(1);
    expect(await page.getByRole('article').count()).toBe(1);
  });

  test('answers yes in the language of the phone', async () => {
    message('A7K ACME db-3 disk full');

    await answered('messages', () => page.getByRole('button', { name: 'ja', exact: true }).click());

    expect(cloud.sent).toEqual([{ path: '/local/phones/%2B32470000001/messages', body: { text: 'ja' } }]);
    expect(await page.getByRole('article', { name: 'an' }).getAttribute('class')).toBe('phone');
  });

  test('leaves alone what somebody is typing while messages come in', async () => {
    message('first');
    await page.getByLabel('Reply from an').pressSequentially('ja, 30');

    message('second');
    await page.getByText('second').waitFor();
    await page.keyboard.type(' min');
    await answered('messages', () => page.keyboard.press('Enter'));

    expect(cloud.sent).toMatchObject([{ body: { text: 'ja, 30 min' } }]);
  });

  test('switches a fault without touching those that it cannot show', async () => {
    cloud.faults = [{ kill: 'step', afterCall: 2 }];
    await page.getByText('1 switched').waitFor();
    await page.locator('summary', { hasText: 'Faults' }).click();

    await answered('faults', () => page.getByLabel(`sms in ${region}`).selectOption('refuse'));

    expect(cloud.sent).toEqual([
      {
        path: '/local/faults',
        body: [
          { kill: 'step', afterCall: 2 },
          { region, service: 'sms', mode: 'refuse' },
        ],
      },
    ]);
  });

  test('skips time', async () => {
    await answered('clock', () => page.getByRole('button', { name: '5 min', exact: true }).click());

    expect(cloud.sent).toEqual([{ path: '/local/clock', body: { advanceSeconds: 300 } }]);
  });

  test('fits a narrow screen', async () => {
    await page.setViewportSize({ width: 400, height: 800 });
    message('A7K ACME db-3 disk full 95% 03:10. Antwoord ja/nee');
    await page.getByRole('article').waitFor();

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
  });
});
