import { noWords, okWords, undoWords, yesWords } from './answer-words.ts';
import { askWords, hedgeWords, notWords } from './doubt-words.ts';
import {
  aboutWords,
  alreadyWords,
  atOnceWords,
  atWords,
  byeWords,
  byWords,
  clockWords,
  detailWords,
  forWords,
  futureWords,
  goodWords,
  greetingWords,
  isWords,
  matterWords,
  politeWords,
  selfWords,
  thanksWords,
  thingWords,
  untilWords,
  veryWords,
  withinWords,
} from './side-words.ts';
import {
  bossWords,
  closeWords,
  doneWords,
  etaWords,
  finishedWords,
  infoWords,
  moreWords,
  neededWords,
  neverMindWords,
  notSeriousWords,
  notYetWords,
  pageWords,
  readyWords,
  seriousWords,
  whoWords,
} from './status-words.ts';

/**
 * Words by which a phone tells its carrier to send no more messages. A message that begins with one may never reach us, and
 * the phone may get no message after it. No text of ours may contain one.
 *
 * Source: AWS End User Messaging SMS User Guide, "Required opt-out keywords"; then what carriers add to it.
 */
export const optOutWords: readonly string[] = [
  ...['arret', 'cancel', 'end', 'opt out', 'optout', 'quit', 'remove', 'stop', 'td', 'unsubscribe'],
  ...['stopall', 'stop all', 'revoke', 'stopp', 'unsub', 'uit', 'afmelden', 'abmelden', 'desabonner'],
];

/**
 * What a word or phrase does in a reply:
 * - `yes`, `ok`, `no`, `undo`, `done`, `info`, `who`, `boss`, `serious`, `notSerious`: the answers; an `ok` may be politeness;
 * - `finished`, `close`, `neverMind`: answers only with a code; `ready`, `more`, `needed`, `eta`, `notYet`, `future`: only with a time;
 * - `for`, `about`, `until`, `by`, `at`, `within`: say what the time after them is; `clock`: a time that we cannot use;
 * - `self`, `detail`, `greeting`, `thanks`, `thing`, `atOnce`, `matter`, `is`, `very`, `page`: may accompany some answers without changing them;
 * - `polite`, `bye`: may accompany most answers, but "yes please" asks somebody else, and "ok, good night" says goodbye; `good`: before a yes;
 * - `not`, `hedge`, `ask`, `optOut`: with one of these, nothing is clear.
 */
export type WordUse = keyof typeof replyWords | 'optOut';

/** Replies of one letter. A map, because an object also has a member `constructor`, which somebody may write. */
export const letters: ReadonlyMap<string, string> = new Map([
  ['y', 'yes'],
  ['j', 'ja'],
  ['n', 'no'],
  ['k', 'ok'],
]);

/** Words that only mean yes. An "ok" may follow them. After "looking" it would be good news. */
export const plainYes: readonly string[] =
  'yes, yep, yup, yeah, yea, ya, yes yes, ja, jaja, jep, jawohl, oui, ouais'.split(', ');

/** Words that only mean no. The reason may follow in any words. */
export const plainNo: readonly string[] =
  'no, nope, nah, nee, neen, nee hoor, neeje, non, nan, nein, nei'.split(', ');

/**
 * All words that are understood, by what they do: in small letters without accents, an apostrophe as a space, but "don't" as
 * "dont". Commas separate them. Any other word makes a yes unclear, so a word that contradicts a yes need not be listed: a
 * list only makes the reason known. No word here that acknowledges or ends an incident is also a name, because "Ben on it",
 * "Will has it" and "ok Jo" are about somebody else.
 */
export const replyWords = {
  yes: yesWords,
  ok: okWords,
  no: noWords,
  undo: undoWords,
  done: doneWords,
  finished: finishedWords,
  close: closeWords,
  ready: readyWords,
  notYet: notYetWords,
  more: moreWords,
  needed: neededWords,
  eta: etaWords,
  info: infoWords,
  who: whoWords,
  boss: bossWords,
  page: pageWords,
  serious: seriousWords,
  notSerious: notSeriousWords,
  neverMind: neverMindWords,
  self: selfWords,
  thing: thingWords,
  atOnce: atOnceWords,
  matter: matterWords,
  is: isWords,
  already: alreadyWords,
  future: futureWords,
  very: veryWords,
  detail: detailWords,
  for: forWords,
  about: aboutWords,
  until: untilWords,
  by: byWords,
  at: atWords,
  within: withinWords,
  clock: clockWords,
  greeting: greetingWords,
  good: goodWords,
  polite: politeWords,
  thanks: thanksWords,
  bye: byeWords,
  not: notWords,
  hedge: hedgeWords,
  ask: askWords,
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What each word and phrase does. */
export const usesOfWords: ReadonlyMap<string, WordUse> = new Map([
  ...Object.entries(replyWords).flatMap(([use, lines]) =>
    lines.flatMap((line) => line.split(', ').map((words) => [words, use as WordUse] as const)),
  ),
  ...optOutWords.map((words) => [words, 'optOut'] as const),
]);

/** All words and phrases. */
export const wordsAndPhrases: readonly string[] = [...usesOfWords.keys()];
