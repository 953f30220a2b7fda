/** The phones page: a web page on which a person sees and uses all phones of the local cloud. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AwsAnswer } from '../../kernel/service.ts';
import type { Sample } from '../../samples/sample.ts';
import { type PageLink, shownLinks } from './page-links.ts';

/** What the page shows beside the phones. The starter of the cloud provides it. */
export interface PageFacts {
  /** The regions in the table of faults. @default - the regions in which something has happened */
  readonly regions?: readonly string[];
  /** What people must know before they begin, one line each. @default - nothing */
  readonly notice?: string;
  /** A command with which people can send the first alarm. @default - none is shown */
  readonly command?: string;
  /** What people can send with a button. @default - nothing */
  readonly samples?: readonly Sample[];
  /** Other pages, such as the API of each region. @default - none */
  readonly links?: readonly PageLink[];
}

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

const files = [
  'bar.css',
  'bell.js',
  'call-entry.js',
  'call-panel.js',
  'call.css',
  'cards.css',
  'cards.js',
  'clock.js',
  'cloud.js',
  'dom.js',
  'executions.js',
  'faults.js',
  'main.js',
  'page.css',
  'panels.css',
  'phone-card.js',
  'samples.css',
  'samples.js',
  'task-entry.js',
  'tasks.css',
  'tasks.js',
  'thread.css',
  'title.js',
];

/** Serves the phones page at `/`, and its files; undefined for any other path. */
export function phonesPage(path: string, facts: PageFacts = {}): AwsAnswer | undefined {
  if (path === '/') return answer('text/html; charset=utf-8', withFacts(text('index.html'), facts));
  const file = files.find((name) => path === `/${name}`);
  if (file === undefined) return undefined;
  return answer(contentTypes[file.slice(file.lastIndexOf('.') + 1)] ?? 'text/plain', text(file));
}

function text(file: string): string {
  return readFileSync(join(import.meta.dirname, file), 'utf8');
}

/** JSON for a script element. `<` is escaped, so that no content can end the element. */
function withFacts(page: string, { samples = [], links = [], ...facts }: PageFacts): string {
  const buttons = samples.map(({ id, title, hint }) => ({ id, title, hint }));
  const json = JSON.stringify({ ...facts, samples: buttons, links: shownLinks(links) }).replaceAll(
    '<',
    '\\u003c',
  );
  return page.replace('id="facts">{}', () => `id="facts">${json}`);
}

function answer(contentType: string, body: string): AwsAnswer {
  return { status: 200, headers: { 'content-type': contentType, 'cache-control': 'no-cache' }, body };
}
