import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

/** Which nights to simulate, and how. */
export interface Options {
  readonly nights: number;
  /** The seed of the first night. Each next night has the next seed. */
  readonly seed: number;
  /** The number of processes that play at the same time. */
  readonly jobs: number;
  /** Prints what happened in each night. */
  readonly isVerbose: boolean;
  /** Stops at the first night that goes wrong, and does not look for a smaller one. */
  readonly untilWrong: boolean;
}

export const help = `npm run simulate -- [--nights 5000] [--seed <number>] [--jobs 2] [--verbose] [--until-wrong]

Plays nights that are drawn from a seed on the local cloud, and looks after each thing that happens whether every promise
holds. A night that goes wrong is printed with its seed, what was drawn, and what happened.

  --nights       how many; 5000 unless said
  --seed         of the first night, the next ones have the seeds after it; drawn unless said
  --jobs         processes at the same time; as many as there are processors, at most 4, unless said
  --verbose      prints what was drawn and what happened in each night
  --until-wrong  ends at the first night that goes wrong, and looks for no smaller one that does
  --help         prints this

A night again: npm run simulate -- --seed <its seed> --nights 1 --verbose`;

/** Reads the arguments. Returns a sentence when they are wrong. */
export function readOptions(args: readonly string[]): Options | 'help' | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        nights: { type: 'string', default: '5000' },
        seed: { type: 'string' },
        jobs: { type: 'string', default: String(Math.min(4, availableParallelism())) },
        verbose: { type: 'boolean', default: false },
        'until-wrong': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return 'help';
    const nights = whole('--nights', values.nights);
    return {
      nights,
      seed: values.seed === undefined ? Math.floor(Math.random() * 1e9) : whole('--seed', values.seed),
      jobs: Math.min(whole('--jobs', values.jobs), nights),
      isVerbose: values.verbose,
      untilWrong: values['until-wrong'],
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function whole(name: string, value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new Error(`${name} is a whole number from 1, got ${value}`);
}
