import { createHash } from 'node:crypto';
import jsonata from 'jsonata';

/** What the functions of Step Functions need from outside. */
export interface Surroundings {
  now(): number;
  random(): number;
}

/** The functions of JSONata 2.0.6 without `eval`, and those that Step Functions adds. */
export const functionNames: ReadonlySet<string> = new Set(
  [
    'sum count max min average string substring substringBefore substringAfter lowercase uppercase length trim pad',
    'match contains replace split join formatNumber formatBase formatInteger parseInteger number floor ceil round abs',
    'sqrt power boolean not map zip filter single reduce sift keys lookup append exists spread merge reverse each',
    'error assert type sort shuffle distinct base64encode base64decode encodeUrlComponent encodeUrl',
    'decodeUrlComponent decodeUrl toMillis fromMillis now millis partition range hash random uuid parse',
  ].flatMap((line) => line.split(' ')),
);

const hashes: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

const format = jsonata('$fromMillis($at, $picture, $zone)');

/** The functions that Step Functions adds to JSONata, and those that must use the cloud's clock and seed. */
export function functionsIn({ now, random }: Surroundings): Readonly<Record<string, unknown>> {
  return {
    eval: undefined,
    now: (picture?: string, zone?: string) => format.evaluate(undefined, { at: now(), picture, zone }),
    millis: () => now(),
    partition,
    range,
    hash,
    random: (seed?: number) => (seed === undefined ? random() : seeded(seed)()),
    uuid: () => uuid(random),
    parse: (text?: string) => (text === undefined ? undefined : JSON.parse(text)),
  };
}

function partition(values?: unknown, size?: number): unknown[] | undefined {
  const step = Math.trunc(size ?? 0);
  if (values === undefined || step < 1) return undefined;
  const all = Array.isArray(values) ? values : [values];
  const chunks = Array.from({ length: Math.ceil(all.length / step) }, (_, i) =>
    all.slice(i * step, (i + 1) * step),
  );
  return chunks.length === 0 ? undefined : chunks;
}

/** Both ends are included. A range of one number is that number, like every sequence of one in JSONata. */
function range(from?: number, to?: number, by?: number): number[] | number | undefined {
  if (from === undefined || to === undefined || by === undefined) return undefined;
  const [first, last, step] = [Math.trunc(from), Math.trunc(to), Math.trunc(by)];
  const length = Math.floor((last - first) / step) + 1;
  if (!Number.isFinite(length) || length < 1) return undefined;
  return length === 1 ? first : Array.from({ length }, (_, i) => first + i * step);
}

function hash(text?: string, algorithm?: string): string | undefined {
  if (text === undefined || algorithm === undefined) return undefined;
  const name = hashes[algorithm];
  if (name === undefined) {
    throw new Error(`$hash knows ${Object.keys(hashes).join(', ')}, but was given '${algorithm}'`);
  }
  return createHash(name).update(text).digest('hex');
}

/** The same seed gives the same numbers. They are not the numbers of AWS. */
function seeded(seed: number): () => number {
  let state = Math.trunc(seed) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A UUID of version 4 from the given random numbers. */
export function uuid(random: () => number): string {
  const hex = 'xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx';
  return hex.replace(/[xv]/g, (kind) => {
    const digit = Math.floor(random() * 16);
    return (kind === 'x' ? digit : 8 + (digit % 4)).toString(16);
  });
}
