import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { synthesize } from '../../cli/laptop/synthesize.ts';
import { anOperator, boardLink } from '../scenarios/an-operator.ts';
import { exampleFile } from '../scenarios/example.ts';
import { type Laptop, laptop } from '../scenarios/laptop.ts';

/**
 * Takes the picture of the operators' board for the documents: of the example organization, whose operators speak English
 * here. `npx tsx test/browser/board-picture.ts docs/board.png`
 */
const [file = 'board.png'] = process.argv.slice(2);
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const folder = mkdtempSync(join(tmpdir(), 'permanence-board-'));
const organizationFile = join(folder, 'organization.yaml');
const [before = '', after = ''] = readFileSync(exampleFile, 'utf8').split('contactCenter:');
writeFileSync(organizationFile, `${before}contactCenter:${after.replace('language: nl', 'language: en')}`);
const synthesized = await synthesize(organizationFile);
rmSync(folder, { recursive: true });
if (synthesized.kind === 'failed') throw new Error(synthesized.message);

const night = await laptop({ assembly: synthesized.assembly });
await aBusyHour(night);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1000, height: 600 } });
await page.goto(await boardLink(night));
await page.getByLabel('Your name').fill('Kim');
await page.screenshot({ path: file, fullPage: true });
await browser.close();
await night.close();
console.log(`Wrote ${file}`);
process.exit(0);

/** One of each thing that operators are asked: to tell a customer, to ask one, to reach a primary, to find something out. */
async function aBusyHour(laptop: Laptop): Promise<void> {
  await laptop.alarm({
    dedupKey: 'web-3',
    service: 'lumen-website',
    summary: 'orders fail, 500 on checkout',
  });
  await laptop.reply('an', 'ja 45');
  await laptop.alarm({ dedupKey: 'erp', service: 'kessler-erp', summary: 'erp-1 answers in 40 s' });
  await laptop.reply('greta', 'ja 45');
  await laptop.reply('an', 'consent: restore last night’s backup');
  const kim = anOperator(laptop, 'Kim');
  let board = await kim.open(await boardLink(laptop));
  while (board.html.includes('value="confirmed ')) board = await kim.press(board, 'confirmed');
  await laptop.skip(360);
  await laptop.alarm({ dedupKey: 'web-7', service: 'acme-shop', summary: 'web-7 disk full 95%' });
  await laptop.alarm({ dedupKey: 'web-8', service: 'acme-shop', summary: 'web-8 disk full 97%' });
  await laptop.alarm({ dedupKey: 'printer', service: 'office', summary: 'printer-7 on fire' });
  await laptop.skip(20);
}
