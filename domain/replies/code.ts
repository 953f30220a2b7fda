import { invariant } from '../invariant.ts';
import { readsAsTime } from './times/time-units.ts';

/** Eight digits and 24 letters: without 0, O, 1 and I, which are easily confused. */
export const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** How long a code is: 3 characters, or 4 once half of the short codes are in use. */
export type CodeLength = 3 | 4;

const digits = '23456789';
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Codes in a block. One instance of the intake reserves one block at a time. A block has one code for each digit. */
const blockSize = digits.length;

/** How far a place moves from one code of a block to the next, so that no two codes share a character in one place. */
const steps: Readonly<Record<string, number>> = { [digits]: 1, [letters]: 3 };

/**
 * Whether a text is a code that the product can give out: 3 or 4 capitals and digits, at least one of each.
 *
 * A code of letters alone would read as a word ("yes", "end", "het"), phones would correct its spelling, or it would say
 * something rude. Digits alone read as minutes, and so does `30M`, which is no code either.
 */
export function isCode(text: string): boolean {
  return /^(?=.*[2-9])(?=.*[A-HJ-NP-Z])[2-9A-HJ-NP-Z]{3,4}$/.test(text) && !readsAsTime(text);
}

/** How many blocks there are of codes of a length. */
export function blockCount(length: CodeLength): number {
  return shapesOf(length).reduce((count, shape) => count + blocksOfShape(shape), 0);
}

/** The name of the block that a code belongs to: `3-0042`, the length of its codes and its index. */
export function blockOf(code: string): string {
  const length = code.length === 3 ? 3 : 4;
  const places = [...code];
  const shapes = shapesOf(length);
  const own = shapes.findIndex((shape) => shape.every((symbols, i) => symbols.includes(places[i] ?? '?')));
  const shape = shapes[own];
  invariant(shape !== undefined && places.length === length, `${code} is not a code`);

  const turn = digits.indexOf(places[axisOf(shape)] ?? '');
  const before = shapes.slice(0, own).reduce((count, other) => count + blocksOfShape(other), 0);
  const within = shape.reduce((index, symbols, i) => {
    if (i === axisOf(shape)) return index;
    const moved = symbols.indexOf(places[i] ?? '') - turn * (steps[symbols] ?? 1);
    return index * symbols.length + (((moved % symbols.length) + symbols.length) % symbols.length);
  }, 0);
  return `${length}-${String(before + within).padStart(4, '0')}`;
}

/** The codes of a block: 5 to 8, no two with the same character in the same place. */
export function codesOfBlock(block: string): readonly string[] {
  const [, length, digitsOfIndex] = /^([34])-(\d{4,6})$/.exec(block) ?? [];
  invariant(digitsOfIndex !== undefined, `a block of codes is named like 3-0042, not ${block}`);
  let index = Number(digitsOfIndex);
  for (const shape of shapesOf(length === '3' ? 3 : 4)) {
    if (index < blocksOfShape(shape)) return codesOfShape(shape, index).filter(isCode);
    index -= blocksOfShape(shape);
  }
  return [];
}

/** Which characters each place of a code can hold: digits or letters. */
type Shape = readonly string[];

/** All shapes with at least one place for digits and one for letters. */
function shapesOf(length: CodeLength): readonly Shape[] {
  const masks = Array.from({ length: 2 ** length - 2 }, (_, i) => i + 1);
  return masks.map((mask) => Array.from({ length }, (_, i) => ((mask >> i) & 1 ? digits : letters)));
}

function blocksOfShape(shape: Shape): number {
  return shape.reduce((product, symbols) => product * symbols.length, 1) / blockSize;
}

/** The place that numbers the codes within a block. */
function axisOf(shape: Shape): number {
  return shape.indexOf(digits);
}

function codesOfShape(shape: Shape, index: number): string[] {
  const bases: number[] = [];
  let rest = index;
  for (let i = shape.length - 1; i >= 0; i--) {
    const radix = shape[i]?.length ?? 1;
    const isAxis = i === axisOf(shape);
    bases[i] = isAxis ? 0 : rest % radix;
    if (!isAxis) rest = Math.floor(rest / radix);
  }
  return Array.from(digits, (_, turn) =>
    shape
      .map((symbols, i) => symbols[((bases[i] ?? 0) + turn * (steps[symbols] ?? 1)) % symbols.length])
      .join(''),
  );
}
