import type { WallClock } from './times/times.ts';

/** What a reply means, and the code of the incident that it names. */
export type Reply = Meaning & { readonly code?: string | undefined };

/** What a reply means. It has at most one of `minutes` and `until`. */
export type Meaning =
  /** Acknowledges the incident: for some minutes, until a time, or for as long as its severity says. */
  | { readonly kind: 'yes'; readonly minutes?: number | undefined; readonly until?: WallClock | undefined }
  | { readonly kind: 'no' | 'undo' }
  /** How much longer the repair takes, or when it will be done: exactly one of the two. */
  | { readonly kind: 'update'; readonly minutes?: number | undefined; readonly until?: WallClock | undefined }
  /** The problem is over. */
  | { readonly kind: 'done' }
  /** Asks for the details; asks who acknowledged it and who is paged; pages management now. */
  | { readonly kind: 'info' | 'who' | 'boss' }
  | { readonly kind: 'serious' | 'notSerious' }
  /** Adds a responder. The name is in small letters without accents, and the caller knows who has it. */
  | { readonly kind: 'add'; readonly whom: string }
  /** Asks the customer for consent to an action, in the words of the engineer. */
  | { readonly kind: 'consent'; readonly action: string }
  /** What management and the customer decided, in the words of the manager. */
  | { readonly kind: 'assessment'; readonly words: string }
  /** The sender is asked again. */
  | { readonly kind: 'unclear'; readonly why: WhyUnclear };

/** A text that was read: its meaning, and the codes that it names. */
export interface ReadText {
  readonly meaning: Meaning;
  readonly codes: readonly string[];
}

/** Why a reply is not understood. */
export type WhyUnclear =
  /** Not an answer: nothing, or only a code, a number, thanks or "consent". */
  | 'noAnswer'
  /** A story, not an answer. */
  | 'tooLong'
  /** Somebody tapped a heart on a message or quoted it. */
  | 'reaction'
  /** A phone or a mail server answered by itself. Nobody has read the page. */
  | 'autoreply'
  /** The carrier may have unsubscribed the phone, and then the next page does not arrive. */
  | 'optOutWord'
  | 'question'
  /** An if, a but, a later, or "yes, it is solved". */
  | 'condition'
  /** Both yes and no, or any two answers. */
  | 'contradiction'
  | 'severalCodes'
  /** A time is missing, doubled, ambiguous, or not between 1 and 720 minutes. */
  | 'time'
  | 'unknownWords';
