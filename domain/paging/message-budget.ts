import { hour, type Instant, minute } from '../time/instant.ts';

/**
 * What a text of ours is, as far as it depends on how many of them a number gets.
 *
 * `unasked`: a question back, or an answer to something that was not understood. Two machines would write these to each
 * other without end. `receipt`: the answer to a message that was understood. `customer`: news for a customer contact. `shift`: what is open when a shift begins.
 */
export type TextKind = 'unasked' | 'receipt' | 'customer' | 'shift';

/** A text that went to a number. */
export interface SentText {
  readonly kind: TextKind;
  readonly at: Instant;
  /** Names the text. The same text has the same digest. */
  readonly digest: string;
  /** Names what caused the text. When its function was killed it asks again, and gets the same answer. */
  readonly cause: string;
}

interface Budget {
  readonly count: number;
  readonly withinMs: number;
  /** The same text goes out once in that time. */
  readonly isSameOnce?: true;
  /**
   * When the function that answers was killed, the message comes again after this time at the soonest. Before that it is
   * the same message delivered twice.
   */
  readonly againAfterMs?: number;
}

/** Lambda tries a failed event again after a minute. */
const againAfterMs = 30_000;

/** How many texts of each kind a number gets. */
export const textBudgets: Readonly<Record<TextKind, Budget>> = {
  unasked: { count: 3, withinMs: hour, isSameOnce: true, againAfterMs },
  // A person gets an answer to each message. More messages than these in an hour come from a machine.
  receipt: { count: 20, withinMs: hour, againAfterMs },
  // One text a person, whatever the number of incidents that are open then.
  shift: { count: 1, withinMs: hour },
  customer: { count: 3, withinMs: 15 * minute },
};

/** Whether a text may go out. */
export type Allowance =
  | { readonly kind: 'send' }
  /** Not now: from `until` on it may. */
  | { readonly kind: 'later'; readonly until: Instant };

/**
 * Decides whether a number may be sent a text, by what it was sent before. This is the one place that decides it: a new
 * kind of text is a line in `textBudgets`.
 */
export function mayBeSent(sent: readonly SentText[], next: SentText): Allowance {
  const { count, withinMs, isSameOnce, againAfterMs = 0 } = textBudgets[next.kind];
  const before = sent.find((each) => isSame(each, next));
  if (before !== undefined) {
    const until = before.at + againAfterMs;
    return next.at < until ? { kind: 'later', until } : { kind: 'send' };
  }
  const lately = sent
    .filter(({ kind, at }) => kind === next.kind && at > next.at - withinMs)
    .sort((one, other) => one.at - other.at);
  const same = isSameOnce === true ? lately.findLast(({ digest }) => digest === next.digest) : undefined;
  const oldest = lately.length < count ? undefined : lately.at(-count);
  const inTheWay = same ?? oldest;
  return inTheWay === undefined ? { kind: 'send' } : { kind: 'later', until: inTheWay.at + withinMs };
}

/** What is remembered of a number after a text: all that a budget still counts. */
export function remembered(sent: readonly SentText[], next: SentText): readonly SentText[] {
  const others = sent.filter((each) => !isSame(each, next));
  return [...others, next].filter(({ kind, at }) => at > next.at - textBudgets[kind].withinMs);
}

function isSame(one: SentText, other: SentText): boolean {
  return one.kind === other.kind && one.digest === other.digest && one.cause === other.cause;
}
