import type { PlaceKind, VisitedPlace } from '../local/kernel/visits.ts';
import type { RunFile } from './lines-that-ran.ts';

/** Prints for each kind of place how many were entered, and then those that never were, with the reason where one is given. */
export function printPlaces(
  kinds: readonly PlaceKind[],
  places: readonly VisitedPlace[],
  reasons: Readonly<Record<string, string>>,
): void {
  for (const kind of kinds) {
    const all = places.filter((place) => place.kind === kind);
    printShare(kind, all.filter(({ times }) => times > 0).length, all.length);
  }
  for (const kind of kinds) {
    const never = places.filter((place) => place.kind === kind && place.times === 0);
    if (never.length > 0) console.log(`\n  never entered, ${kind}:`);
    for (const { name } of never) console.log(`    ${name}${name in reasons ? `: ${reasons[name]}` : ''}`);
  }
}

/** Prints for each folder how many of its lines ran, and then those of each file that never did. */
export function printLines(files: readonly RunFile[]): void {
  const folders = [...new Set(files.map(({ path }) => path.split('/')[0] ?? ''))].sort();
  for (const folder of folders) {
    const inFolder = files.filter(({ path }) => path.startsWith(`${folder}/`));
    const all = inFolder.reduce((sum, { lines }) => sum + lines, 0);
    const never = inFolder.reduce((sum, { neverRun }) => sum + neverRun.length, 0);
    printShare(folder, all - never, all);
  }
  console.log('\n  never run:');
  for (const { path, neverRun } of files.toSorted((a, b) => a.path.localeCompare(b.path))) {
    if (neverRun.length > 0) console.log(`    ${path}: ${inRanges(neverRun).join(', ')}`);
  }
}

/** Rounded down: 100 % means all. */
function printShare(name: string, part: number, all: number): void {
  const percent = all === 0 ? 100 : Math.floor((100 * part) / all);
  console.log(`  ${name.padEnd(20)} ${`${part} of ${all}`.padStart(12)}  ${String(percent).padStart(3)} %`);
}

function inRanges(lines: readonly number[]): readonly string[] {
  const starts = lines.filter((line) => !lines.includes(line - 1));
  const ends = lines.filter((line) => !lines.includes(line + 1));
  return starts.map((start, index) => (start === ends[index] ? `${start}` : `${start}-${ends[index]}`));
}
