import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { AwsAnswer } from './service.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The phones page: `/`, and the files beside it. Undefined for any other path. */
export function phonesPage(path: string): AwsAnswer | undefined {
  const folder = new URL('./phones/page/', import.meta.url);
  const name = path === '/' ? 'index.html' : path.slice(1);
  const type = types[extname(name)];
  if (type === undefined || !readdirSync(folder).includes(name)) return undefined;
  const headers = { 'content-type': type, 'cache-control': 'no-store' };
  return { status: 200, headers, body: readFileSync(new URL(name, folder)) };
}
