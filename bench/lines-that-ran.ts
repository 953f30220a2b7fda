import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { bundleOptions } from '../lib/constructs/functions/function-code.ts';
import type { RanCode } from '../test/scenarios/code-that-ran.ts';
import { type Piece, piecesOf } from './mapped-code.ts';

/** A file of the product's own with the lines that the bundles took from it. */
export interface RunFile {
  /** From the root: `domain/escalation/ladder.ts`. */
  readonly path: string;
  readonly lines: number;
  /** No piece of them ran in any thread. */
  readonly neverRun: readonly number[];
}

const folders = ['lambda', 'domain', 'aws', 'sources'];

/** How far the functions' own code ran, line by line. What no bundle takes in is not counted. */
export function linesThatRan(assembly: string, ran: readonly RanCode[]): readonly RunFile[] {
  const lines = new Map<string, Map<number, boolean>>();
  const bundles = mappedBundles();
  for (const pieces of bundles.values()) note(lines, pieces, () => false);
  for (const [asset, ranges] of rangesByAsset(ran)) {
    const code = readFileSync(join(assembly, asset, 'index.mjs'), 'utf8');
    const pieces = bundles.get(code);
    if (pieces === undefined)
      throw new Error(`${asset} is no bundle of these sources: they have changed since`);
    const flags = new Uint8Array(code.length);
    for (const [from, end] of ranges) flags.fill(1, from, end);
    note(lines, pieces, ({ offset }) => flags[offset] === 1);
  }
  return [...lines].map(([path, ofFile]) => ({
    path,
    lines: ofFile.size,
    neverRun: [...ofFile].flatMap(([line, hasRun]) => (hasRun ? [] : [line])).sort((a, b) => a - b),
  }));
}

/** The bundles by their code, built once more as they are, with maps beside them. */
function mappedBundles(): ReadonlyMap<string, readonly Piece[]> {
  const { outputFiles } = buildSync({ ...bundleOptions(), sourcemap: 'external' });
  const textOf = (path: string) => outputFiles.find((file) => file.path === path)?.text ?? '';
  const scripts = outputFiles.filter(({ path }) => path.endsWith('.js'));
  return new Map(
    scripts.map(({ path, text }) => [
      text,
      piecesOf(text, textOf(`${path}.map`)).filter(({ source }) =>
        folders.includes(source.split('/')[0] ?? ''),
      ),
    ]),
  );
}

/** Of each bundle, what ran in one thread or another. */
function rangesByAsset(ran: readonly RanCode[]): ReadonlyMap<string, RanCode['ranges']> {
  const byAsset = new Map<string, RanCode['ranges'][number][]>();
  for (const { asset, ranges } of ran) {
    const all = byAsset.get(asset) ?? [];
    for (const range of ranges) all.push(range);
    byAsset.set(asset, all);
  }
  return byAsset;
}

function note(
  lines: Map<string, Map<number, boolean>>,
  pieces: readonly Piece[],
  hasRun: (piece: Piece) => boolean,
): void {
  for (const piece of pieces) {
    const ofFile = lines.get(piece.source) ?? new Map<number, boolean>();
    ofFile.set(piece.line, ofFile.get(piece.line) === true || hasRun(piece));
    lines.set(piece.source, ofFile);
  }
}
