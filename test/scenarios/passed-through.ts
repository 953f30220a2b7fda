import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cloud } from '../../local/cloud.ts';
import type { VisitedPlace } from '../../local/kernel/visits.ts';
import { type RanCode, watchThreads } from './code-that-ran.ts';

/** The variable with a folder in which the scenarios store what they pass through. Without it they store nothing. */
export const passedThroughFolder = 'PASSED_THROUGH_FOLDER';

/** What one laptop passed through. */
export interface PassedThrough {
  readonly places: readonly VisitedPlace[];
  readonly code: readonly RanCode[];
}

/** Watches a laptop from before its start, for `npm run passed-through`, and closes it. */
export function watchPassing(): { close(cloud: Cloud): Promise<void> } | undefined {
  const folder = process.env[passedThroughFolder];
  if (folder === undefined) return undefined;
  const threads = watchThreads();
  return {
    async close(cloud) {
      const kept: PassedThrough = { places: cloud.visits(), code: await threads.ran() };
      await cloud.close();
      threads.end();
      writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(kept));
    },
  };
}

/** What was stored, for each laptop. */
export function keptIn(folder: string): readonly PassedThrough[] {
  return readdirSync(folder).map(
    (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as PassedThrough,
  );
}
