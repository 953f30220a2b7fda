import type { Night } from './night.ts';
import { nightInWords } from './night-words.ts';
import { playAlone, playNights } from './play-nights.ts';
import { shrink } from './shrink.ts';

/** A request to a process that plays nights: the seeds to play. */
export interface Chunk {
  readonly seeds: readonly number[];
  readonly isVerbose: boolean;
  readonly untilWrong: boolean;
}

/** Its messages: each night, and after a night that went wrong the smallest one that still does. */
export type WorkerMessage =
  | {
      readonly kind: 'played';
      readonly seed: number;
      readonly steps: number;
      readonly wrong: readonly string[];
      readonly lines: readonly string[];
    }
  | { readonly kind: 'smallest'; readonly lines: readonly string[] };

/** Plays the nights of a chunk. */
export async function* playChunk({ seeds, isVerbose, untilWrong }: Chunk): AsyncGenerator<WorkerMessage> {
  for await (const { night, wrong, story, steps } of playNights(seeds)) {
    const { seed } = night;
    const title = wrong.length === 0 ? [] : ['', `THE NIGHT OF SEED ${seed} WENT WRONG:`, ...indented(wrong)];
    const told = wrong.length > 0 || isVerbose ? [...nightInWords(night), ...story] : [];
    yield { kind: 'played', seed, steps, wrong, lines: [...title, ...told] };
    if (wrong.length > 0 && untilWrong) return;
    if (wrong.length > 0) yield { kind: 'smallest', lines: await smallestInWords(night, seeds[0] ?? seed) };
  }
}

/** How to play the night again, and the smallest night that still goes wrong. */
async function smallestInWords(night: Night, first: number): Promise<readonly string[]> {
  const { seed } = night;
  let last = await playAlone(night);
  if (last.wrong.length === 0) {
    const before = `npm run simulate -- --seed ${first} --nights ${seed - first + 1} --jobs 1`;
    return ['', `The night of seed ${seed} goes well alone; with those before it: ${before}`];
  }
  const { night: smallest, tries } = await shrink(night, async (smaller) => {
    const outcome = await playAlone(smaller);
    if (outcome.wrong.length > 0) last = outcome;
    return outcome.wrong.length > 0;
  });
  return [
    '',
    `The night of seed ${seed} again: npm run simulate -- --seed ${seed} --nights 1 --verbose`,
    `The smallest that goes wrong, of ${tries} that were tried:`,
    ...indented(last.wrong),
    ...nightInWords(smallest),
    ...last.story,
  ];
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

if (process.send !== undefined && process.argv.includes('--plays')) {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  process.on('disconnect', () => process.exit());
  process.on('message', (chunk: Chunk) => void play(chunk));
}

async function play(chunk: Chunk): Promise<void> {
  for await (const heard of playChunk(chunk)) process.send?.(heard);
  process.send?.('done');
}
