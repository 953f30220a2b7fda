import { type SeededRandom, seededRandom } from '../time/random.ts';
import type { Quiet } from './quiet.ts';

/**
 * Makes the order of what happens at the same time a matter of the seed alone: everything that could overtake
 * something else takes a turn, and turns are given one at a time, when nothing goes on but waiting for one.
 */
export interface Lockstep {
  /** From now on, in the order drawn from this seed; undefined: as it comes. */
  use(seed: number | undefined): void;
  isOn(): boolean;
  /**
   * Resolves when it is this one's turn; at once where there is no lockstep. The rank tells waiting ones apart, so it
   * must not depend on the order of arrival.
   */
  turn(rank: Rank): Promise<void>;
  /** Resolves when all is quiet and no turn is waited for. */
  quiet: Quiet;
}

/** What comes from outside is told apart by its content; the rest by the invocation and the call's number in it. */
export type Rank =
  | { readonly kind: 'request'; readonly content: string }
  | { readonly kind: 'call'; readonly invocation: number; readonly call: number };

interface Turn {
  readonly rank: Rank;
  readonly go: () => void;
}

/** Requests that are sent together reach the port one after the other: so long after the last of them, all are here. */
const arrivalMs = 5;

export function lockstep(quiet: Quiet): Lockstep {
  let random: SeededRandom | undefined;
  let turns: Turn[] = [];
  const idlers: (() => void)[] = [];
  let isGiving = false;
  let lastArrivalAt = Number.NEGATIVE_INFINITY;

  const release = (turn: Turn) => {
    turns = turns.filter((other) => other !== turn);
    turn.go();
  };
  const giveTurns = async () => {
    isGiving = true;
    while (turns.length > 0 && random !== undefined) {
      const count = turns.length;
      await delay(lastArrivalAt + arrivalMs - performance.now());
      await quiet();
      if (turns.length !== count || random === undefined) continue;
      const drawn = turns.toSorted(byRank)[random.below(count)];
      if (drawn !== undefined) release(drawn);
      await new Promise((resolve) => setImmediate(resolve));
    }
    isGiving = false;
    for (const turn of turns) release(turn);
    for (const wake of idlers.splice(0)) wake();
  };
  return {
    use(seed) {
      random = seed === undefined ? undefined : seededRandom(seed);
    },
    isOn: () => random !== undefined,
    turn: (rank) =>
      new Promise((go) => {
        if (random === undefined) return go();
        if (rank.kind === 'request') lastArrivalAt = performance.now();
        turns.push({ rank, go });
        if (!isGiving) void giveTurns();
      }),
    async quiet() {
      for (;;) {
        if (isGiving) await new Promise<void>((wake) => idlers.push(wake));
        const blocked = await quiet();
        if (!isGiving) return blocked;
      }
    },
  };
}

function byRank({ rank: a }: Turn, { rank: b }: Turn): number {
  if (a.kind === 'call' && b.kind === 'call') return a.invocation - b.invocation || a.call - b.call;
  if (a.kind === 'request' && b.kind === 'request')
    return a.content < b.content ? -1 : Number(a.content > b.content);
  return a.kind === 'request' ? -1 : 1;
}

async function delay(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}
