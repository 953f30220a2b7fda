import type { WallClock } from './times/times.ts';

/** One thing that a message says, and which incident it says it about. */
export type Reply = Meaning & About;

/** Which incident is meant. It has a code, or is for all, or neither: then the caller finds the incident. */
export interface About {
  readonly code?: string | undefined;
  /** "Ja alles": all that this phone was paged for and that nobody has. */
  readonly isForAll?: true;
}

/** What a reply means. It has at most one of `minutes` and `until`. */
export type Meaning =
  /** Acknowledges the incident: for some minutes, until a time, or for as long as its severity says. */
  | { readonly kind: 'yes'; readonly minutes?: number | undefined; readonly until?: WallClock | undefined }
  /** Declines. `ask`: who should be asked instead, as in "vraag bram". */
  | { readonly kind: 'no'; readonly ask?: string | undefined }
  | { readonly kind: 'undo' }
  /** How much longer the repair takes, or when it will be done: exactly one of the two. */
  | { readonly kind: 'update'; readonly minutes?: number | undefined; readonly until?: WallClock | undefined }
  /** The problem is over. `note`: the cause and the repair, in the words of the engineer. */
  | { readonly kind: 'done'; readonly note?: string | undefined }
  | Question
  /** Pages management now. */
  | { readonly kind: 'boss' }
  | { readonly kind: 'serious' | 'notSerious' }
  /** Adds a responder, or the primary of a roster. The name is plain, and the caller knows who has it (`personNamed`). */
  | { readonly kind: 'add'; readonly whom: string }
  /** Hands the incident over: to whoever has that plain name, or to whoever is next. It counts once that person has said yes. */
  | { readonly kind: 'handOver'; readonly whom?: string | undefined }
  /** Asks the customer for consent to an action, in the words of the engineer. */
  | { readonly kind: 'consent'; readonly action: string }
  /** What management and the customer decided, in the words of the manager. */
  | { readonly kind: 'assessment'; readonly words: string }
  /** The sender is asked again. `maybe`: what they may have meant. The question is about that. */
  | { readonly kind: 'unclear'; readonly why: WhyUnclear; readonly maybe?: MaybeMeant | undefined };

/**
 * A question. It changes nothing: what the incident is about, who has it and who is asked, how it stands, the link in the
 * alarm, the numbers of the people on call, which incidents are open, and what can be answered.
 */
export interface Question {
  readonly kind: QuestionKind;
}

export type QuestionKind = 'info' | 'who' | 'status' | 'link' | 'numbers' | 'list' | 'help';

/** What an unclear reply may have meant: "A7K resolved? Reply A7K done". */
export type MaybeMeant = 'yes' | 'no' | 'undo' | 'update' | 'done' | 'boss' | 'add' | 'handOver' | 'consent';

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
