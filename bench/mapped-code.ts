/** Where a piece of a bundle comes from: from this character on, up to the next piece. */
export interface Piece {
  readonly offset: number;
  readonly source: string;
  /** Counted from 1. */
  readonly line: number;
}

interface SourceMap {
  readonly sources: readonly string[];
  readonly mappings: string;
}

/** Reads a source map. Source: ECMA-426, "Source map format specification". */
export function piecesOf(code: string, map: string): readonly Piece[] {
  const { sources, mappings } = JSON.parse(map) as SourceMap;
  const lineStarts = [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const pieces: Piece[] = [];
  let [source, line] = [0, 0];
  for (const [row, group] of mappings.split(';').entries()) {
    let column = 0;
    for (const segment of group.split(',')) {
      const [columns = 0, toSource, toLine = 0] = numbersIn(segment);
      column += columns;
      if (toSource === undefined) continue;
      source += toSource;
      line += toLine;
      pieces.push({ offset: (lineStarts[row] ?? 0) + column, source: sources[source] ?? '', line: line + 1 });
    }
  }
  return pieces;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Each number has its sign in the lowest bit and 5 bits a character, of which the sixth bit says that another follows. */
function numbersIn(segment: string): readonly number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const character of segment) {
    const digit = digits.indexOf(character);
    value += (digit & 31) << shift;
    shift += 5;
    if ((digit & 32) !== 0) continue;
    numbers.push((value & 1) === 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}
