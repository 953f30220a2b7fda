import type { Browser, Page } from 'playwright-core';
import { type Laptop, laptop } from '../scenarios/laptop.ts';

/** The product on a laptop, and its page as a person in Ghent sees it. */
export interface Desk {
  readonly night: Laptop;
  readonly page: Page;
  /** Presses the button of a sample, and reads what came of it. */
  press(title: string): Promise<string>;
  /** What stands on the card of a phone: what came to it. */
  received(owner: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Starts the product, and opens its page in a browser. */
export async function desk(browser: Browser, options: Parameters<typeof laptop>[0] = {}): Promise<Desk> {
  const night = await laptop(options);
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    timezoneId: 'Europe/Brussels',
  });
  await page.goto(night.cloud.url);
  await page.getByText('All phones are silent').waitFor();
  /** All that follows at once has happened, and the page has heard of it. */
  const settled = async () => {
    await night.skip(1);
    const now = new Date(night.cloud.now()).toISOString();
    await page.waitForFunction((at) => document.querySelector('time')?.dateTime === at, now);
  };
  return {
    ...{ night, page },
    async press(title) {
      const button = page.getByRole('button', { name: title, exact: true });
      const card = page.getByRole('listitem').filter({ has: button });
      await button.click();
      await card.locator('.outcome.good, .outcome.bad').waitFor();
      await settled();
      return (await card.getByRole('status').textContent()) ?? '';
    },
    received: (owner) =>
      page.getByRole('article', { name: owner, exact: true }).locator('.message.in p').allTextContents(),
    async close() {
      await page.close();
      await night.close();
    },
  };
}

/** From the top of the page down to the tasks: a whole one is too long for a README. */
export async function takePicture(page: Page, path: string): Promise<void> {
  const { y = 0, height = 0 } = (await page.locator('#task-panel').boundingBox()) ?? {};
  const { width = 0 } = page.viewportSize() ?? {};
  await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height: y + height + 20 } });
}
