import { main } from '../../cli/permanence.ts';
import { type Laptop, other, own } from '../scenarios/laptop.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line against a laptop, and lets all happen that follows at once. */
export async function permanence(
  cloud: Laptop,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(args, {
    environment: {
      PERMANENCE_CELLS: [own, other].map((region) => `${cloud.cloud.url}/${region}`).join(),
      ...environment,
    },
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  });
  await cloud.skip(0);
  return { code, out: out.join('\n'), err: err.join('\n') };
}
