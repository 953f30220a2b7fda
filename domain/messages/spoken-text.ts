import type { PageReason } from '../incident/ladder.ts';
import type { Language } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import { reasonText } from './page-text.ts';
import type { SpokenTexts } from './texts/shape.ts';
import { spokenTexts } from './texts/texts.ts';
import { clockTime } from './times.ts';

/** What a call is about. */
export interface SpokenAlarm {
  readonly code: string;
  /** The customer's name. An unknown service has none. */
  readonly customer?: string | undefined;
  readonly summary: string;
  readonly openedAt: Instant;
  /** The listener's time zone. */
  readonly timeZone: string;
  readonly language: Language;
  /** To a responder: why they are called, with people by name. @default - they are the first */
  readonly reason?: PageReason | undefined;
}

/** The keys that answer a call: two different digits, drawn for each call. */
export interface CallDigits {
  readonly yes: string;
  readonly no: string;
}

/** Somebody whom the contact center should reach. */
export interface Reached {
  readonly name: string;
  readonly number?: string | undefined;
}

/** What else a call to the contact center says. */
export interface ForTheContactCenter {
  /** Those whom it should reach. Empty: everybody declined. Undefined: nobody needs to be reached. */
  readonly who: readonly Reached[] | undefined;
  /** What else it should do, in its language. @default - nothing */
  readonly toDo?: readonly string[];
  readonly smsFailsTotally: boolean;
}

/** Characters of what is wrong, with the customer: about eight seconds, so that a call can say it twice. */
const maxAbout = 110;

/** The most names that the contact center hears. A step pages one person, rarely two. */
const maxNames = 3;

/** The most other things to do that it hears, and the characters of each. The rest is on the board. */
const maxToDo = 2;
const maxToSay = 40;

/** What a responder hears: code, customer, what, when, why they are called, and which keys to press. */
export function spokenToResponder(alarm: SpokenAlarm, digits: CallDigits): string {
  const words = spokenTexts[alarm.language];
  const why = alarm.reason === undefined ? [] : [speakable(reasonText(alarm.reason, alarm))];
  return [spokenAlarm(alarm, words), ...why, filled(words.answer, { ...digits })].join(' ');
}

/** What the contact center hears: the alarm, that SMS fails, whom to reach. It has only one key, because it cannot acknowledge. */
export function spokenToContactCenter(
  alarm: SpokenAlarm,
  digits: CallDigits,
  { who, toDo = [], smsFailsTotally }: ForTheContactCenter,
): string {
  const words = spokenTexts[alarm.language];
  return [
    spokenAlarm(alarm, words),
    ...(smsFailsTotally ? [words.smsFails] : []),
    ...(who === undefined ? [] : [whomToReach(who, words)]),
    ...toDo.slice(0, maxToDo).map((each) => `${speakable(each).slice(0, maxToSay).trim()}.`),
    filled(words.confirm, { ...digits }),
  ].join(' ');
}

function whomToReach(who: readonly Reached[], words: SpokenTexts): string {
  const names = who
    .slice(0, maxNames)
    .map(({ name, number }) =>
      number === undefined
        ? speakable(name)
        : filled(words.withNumber, { name: speakable(name), number: digitByDigit(number) }),
    )
    .join(', ');
  return names === '' ? words.reachNobody : filled(words.reach, { who: names });
}

/** What the call says after a key. */
export function spokenOutcome(
  outcome: Exclude<
    keyof SpokenTexts,
    'withNumber' | 'alarm' | 'answer' | 'smsFails' | 'reach' | 'reachNobody' | 'confirm'
  >,
  code: string,
  language: Language,
): string {
  return filled(spokenTexts[language][outcome], { code: spelt(code) });
}

function spokenAlarm(
  { code, customer, summary, openedAt, timeZone }: SpokenAlarm,
  words: SpokenTexts,
): string {
  const what = speakable(summary);
  const about = customer === undefined ? what : `${speakable(customer)}: ${what}`;
  const time = clockTime(openedAt, timeZone);
  return filled(words.alarm, {
    code: spelt(code),
    about: about.slice(0, maxAbout).trim(),
    time,
  });
}

/** A number as people write it down while they listen: `+32 4 70 ...` would be read as one large number. */
function digitByDigit(number: string): string {
  return [...number].join(' ');
}

/** Letter by letter: `A, 7, K`. */
function spelt(code: string): string {
  return [...code].join(', ');
}

/** The text without characters that a voice cannot say or would read as markup. */
function speakable(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}\p{Zs}.,:;%/+'()-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function filled(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
