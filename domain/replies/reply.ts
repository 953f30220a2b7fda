import type { WallClock } from './times/times.ts';

/** What a message from a phone means, and which incident it names. */
export type Reply = Meaning & { readonly code?: string | undefined };

/** What a message means. Of `minutes` and `until` there is at most one. */
export type Meaning =
  /** Takes the incident, for some minutes, until a time, or as long as its severity says. */
  | { readonly kind: 'yes'; readonly minutes?: number | undefined; readonly until?: WallClock | undefined }
  | { readonly kind: 'no' | 'undo' }
  /** How much longer it takes, or when it will be mended: exactly one of the two. */
  | { readonly kind: 'update'; readonly minutes?: number | undefined; readonly until?: WallClock | undefined }
  /** The problem is over. */
  | { readonly kind: 'done' }
  /** What is it about; who has it and who is asked; page management now. */
  | { readonly kind: 'info' | 'who' | 'boss' }
  | { readonly kind: 'serious' | 'notSerious' }
  /** Pages somebody as well. As it was written, in small letters without accents: the caller knows the names. */
  | { readonly kind: 'add'; readonly whom: string }
  /** Asks the customer for consent to an action, in the person's own words. */
  | { readonly kind: 'consent'; readonly action: string }
  /** What management and the customer make of it, in the person's own words. */
  | { readonly kind: 'assessment'; readonly words: string }
  /** Must be asked back. */
  | { readonly kind: 'unclear'; readonly why: WhyUnclear };

/** What a text says, and the codes that it names. */
export interface Saying {
  readonly said: Meaning;
  readonly codes: readonly string[];
}

/** Why a reply is not understood. */
export type WhyUnclear =
  /** No answer: nothing, only a code, only a number, only thanks, only "consent". */
  | 'noAnswer'
  /** A story, not an answer. */
  | 'tooLong'
  /** Somebody tapped a heart on a message, or quoted it. */
  | 'reaction'
  /** A phone or a mail server answered by itself: nobody has read anything. */
  | 'autoreply'
  /** The carrier may have taken it as "no more messages": the next page may not arrive. */
  | 'optOutWord'
  | 'question'
  /** An if, a but, a later, or "yes, it is solved". */
  | 'condition'
  /** Both yes and no, or any two answers. */
  | 'contradiction'
  | 'severalCodes'
  /** No time where there must be one, two of them, one that may mean two things, or not between 1 and 720 minutes. */
  | 'time'
  | 'unknownWords';
