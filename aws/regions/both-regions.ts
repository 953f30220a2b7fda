import { connectMs } from '../../domain/timeouts.ts';

/** Two of the same kind: the own region's and the other region's. */
export interface BothRegions<T> {
  readonly own: T;
  readonly other: T;
}

/** How long a region that gave no answer is asked last. So a silent region costs its time-out once, not with each call. */
const mistrustMs = 10_000;

/** Until when the own region of each pair is asked last. The function's instance stores this. */
const mistrustedUntil = new WeakMap<BothRegions<unknown>, number>();

/**
 * Asks the own region, and the other when the own one gives no answer. For some time after that the other is asked first.
 *
 * Rejects with the later error, and the first one is its cause. `isAnswer` recognizes errors that are an answer, such as a
 * failed condition. They need no second region.
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

/** Both regions refused or were silent: the service has an outage, or the request is wrong. */
export class NeitherRegionAnswered extends Error {
  override readonly name = 'NeitherRegionAnswered';

  constructor(error: unknown, secondError: unknown) {
    super(`neither region answered: ${wordsOf(error)}; ${wordsOf(secondError)}`, { cause: error });
  }
}

/** The name and message of an error in one line, for a timeline or a log. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/**
 * The settings of a client that has an alternative: one attempt, and an error soon instead of a long wait.
 *
 * Without `throwOnRequestTimeout` the SDK only warns. Source: @smithy/types, NodeHttpHandlerOptions.
 */
export function failFast(requestTimeout: number) {
  return {
    maxAttempts: 1,
    requestHandler: { connectionTimeout: connectMs, requestTimeout, throwOnRequestTimeout: true },
  } as const;
}

/** Resolves as the work does, or rejects when the work takes longer than `ms`. The work itself goes on. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
