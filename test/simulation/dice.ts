import { seededRandom } from '../../local/time/random.ts';

/** The random choices from which a night is drawn. The same seed gives the same night. */
export interface Dice {
  /** A whole number from the first to the second, both included. */
  between(least: number, most: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of them, each equally likely. */
  oneOf<T>(all: readonly T[]): T;
  /** One of them, as likely as its weight says. */
  weighted<T>(all: readonly (readonly [weight: number, value: T])[]): T;
  /** A list of so many drawn values. */
  times<T>(count: number, draw: (index: number) => T): readonly T[];
}

export function dice(seed: number): Dice {
  const random = seededRandom(seed);
  // Seeds are neighbouring numbers; their first draws must not be.
  for (let discarded = 0; discarded < 8; discarded++) random.next();
  return {
    between: (least, most) => least + random.below(most - least + 1),
    chance: (probability) => random.next() < probability,
    oneOf(all) {
      const drawn = all[random.below(all.length)];
      if (drawn === undefined) throw new Error('nothing to draw from');
      return drawn;
    },
    weighted(all) {
      let left = random.next() * all.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of all) {
        left -= weight;
        if (left < 0) return value;
      }
      const [last] = all.slice(-1);
      if (last === undefined) throw new Error('nothing to draw from');
      return last[1];
    },
    times: (count, draw) => Array.from({ length: count }, (_, index) => draw(index)),
  };
}
