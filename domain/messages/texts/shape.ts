import type { CustomerPromise } from '../../incident/customer.ts';
import type { MayBeMeant, Notice, TaughtWord } from '../../incident/notice.ts';
import type { TaskAbout } from '../../incident/task.ts';

/** A page to an engineer, by SMS. */
export interface PageTexts {
  /** Stands last in a page that a word without its code answers. A page that a reply quotes is recognized by it. */
  readonly howToAnswer: string;
  /** To management: whom to call at the customer, with the language of that person. */
  readonly callCustomer: string;
  /** Stands last in any other page. */
  readonly howToAnswerWithCode: string;
}

/** Which text a notice is written with. */
export type NoticeKey =
  | Exclude<Notice['kind'], 'mayMean'>
  | 'overBy'
  | 'reopenedYours'
  | 'undoneYours'
  | 'undoneBy'
  | 'endUndoneYours'
  | 'endUndoneBy'
  | 'alreadyOverUndo'
  | 'alreadyOverLate'
  | 'notUnderstoodAbout'
  | `mayMean ${MayBeMeant}`;

/** A text for each notice. */
export type NoticeTexts = Readonly<Record<NoticeKey, string>>;

/** The words that a text teaches, each as one writes it after a code. */
export type TaughtWords = Readonly<Record<TaughtWord, string>>;

/** What is said in a call. Short, because a call at night is heard twice at most. */
export interface SpokenTexts {
  readonly alarm: string;
  /** How a responder answers. */
  readonly answer: string;
  /** To the contact center: that SMS fails in both regions. */
  readonly smsFails: string;
  /** To the contact center: whom it should reach. */
  readonly reach: string;
  /** Somebody whom it should reach, with their number. */
  readonly withNumber: string;
  readonly reachNobody: string;
  /** How the contact center says that it has heard. */
  readonly confirm: string;
  /** After the key: what became of it. */
  readonly acknowledged: string;
  readonly declined: string;
  readonly confirmed: string;
  readonly over: string;
  readonly wrongDigit: string;
  readonly notStored: string;
  readonly notConfirmed: string;
}

/** A page to oneself, which is about no incident. It is marked as a test. */
export interface TestTexts {
  readonly sms: string;
  readonly call: string;
  /** After the right key. */
  readonly heard: string;
}

/** What a customer can be told about. */
type CustomerTopic = 'copy' | 'incident' | 'again' | 'repairTime' | 'over' | 'wasAndIsOver' | 'decided';

/** What a customer is told. */
export interface CustomerTexts {
  /** By SMS, after the code and the company. */
  readonly sms: Readonly<Record<CustomerTopic, string>>;
  /** By an operator, who reads it out. */
  readonly spoken: Readonly<Record<CustomerTopic | 'hello' | 'more' | 'question', string>>;
  readonly next: Readonly<Record<'called' | 'acknowledged' | 'managed' | 'expected' | 'unknown', string>>;
  /** How many copies were counted instead of sent. */
  readonly folded: string;
}

/**
 * What became of a contact's answer. `late`: the request already has an answer, or has expired. `words`: an operator reads
 * what the contact wrote.
 */
export type ConsentReceipt = 'granted' | 'refused' | 'late' | 'unclear' | 'words';

/** The question for a customer's consent, how to answer it, and what follows an answer. */
export interface ConsentTexts {
  readonly asks: string;
  /** After the action: who refused it before. */
  readonly refusedBefore: string;
  readonly answer: string;
  readonly receipts: Readonly<Record<ConsentReceipt, string>>;
}

/** A title for each task; two for one whose responder was asked after another. */
export type TaskTitles = Readonly<
  Record<Exclude<TaskAbout['kind'] | CustomerPromise['about'], 'copy'> | 'ran out', string>
>;
