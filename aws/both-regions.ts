/** The own region's thing, and the other region's. */
export interface BothRegions<T> {
  readonly own: T;
  readonly other: T;
}

/**
 * Asks the own region and, when it gives no answer, the other.
 *
 * Rejects with the other's error, the own one's as its cause. `isAnswer` tells errors that are an answer (a failed
 * condition) and need no second region.
 */
export async function firstAnswer<T, R>(
  { own, other }: BothRegions<T>,
  ask: (one: T) => Promise<R>,
  isAnswer: (error: unknown) => boolean = () => false,
): Promise<R> {
  try {
    return await ask(own);
  } catch (error) {
    if (isAnswer(error)) throw error;
    return ask(other).catch((otherError: unknown) => {
      if (isAnswer(otherError)) throw otherError;
      throw new Error(`neither region answered: ${wordsOf(error)}; ${wordsOf(otherError)}`, { cause: error });
    });
  }
}

/** An error in one line, for a timeline or a log: name and message. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
