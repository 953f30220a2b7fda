/** The own region's thing, and the other region's. */
export interface BothRegions<T> {
  readonly own: T;
  readonly other: T;
}

/** For how long a region that gave no answer is asked last: a silent one costs its time-out once, not with each call. */
const mistrustMs = 10_000;

/** Of each pair, until when its own region is asked last. Remembered as long as the function's instance lives. */
const mistrustedUntil = new WeakMap<BothRegions<unknown>, number>();

/**
 * Asks the own region and, when it gives no answer, the other; the other first while the own one is mistrusted.
 *
 * Rejects with the later error, the first one as its cause. `isAnswer` tells errors that are an answer (a failed
 * condition) and need no second region.
 */
export async function firstAnswer<T, R>(
  both: BothRegions<T>,
  ask: (one: T) => Promise<R>,
  isAnswer: (error: unknown) => boolean = () => false,
): Promise<R> {
  const isOwnFirst = Date.now() >= (mistrustedUntil.get(both) ?? 0);
  const [first, second] = isOwnFirst ? [both.own, both.other] : [both.other, both.own];
  try {
    return await ask(first);
  } catch (error) {
    if (isAnswer(error)) throw error;
    if (isOwnFirst) mistrustedUntil.set(both, Date.now() + mistrustMs);
    else mistrustedUntil.delete(both);
    return ask(second).catch((secondError: unknown) => {
      if (isAnswer(secondError)) throw secondError;
      throw new NeitherRegionAnswered(error, secondError);
    });
  }
}

/** Both regions refused, or were silent: the outage of a service, or of what we ask of it. */
export class NeitherRegionAnswered extends Error {
  override readonly name = 'NeitherRegionAnswered';

  constructor(error: unknown, secondError: unknown) {
    super(`neither region answered: ${wordsOf(error)}; ${wordsOf(secondError)}`, { cause: error });
  }
}

/** An error in one line, for a timeline or a log: name and message. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
