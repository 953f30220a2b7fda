import type { Language } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import { clockTime } from './clock-time.ts';
import type { SpokenTexts } from './texts/shape.ts';
import { spokenTexts } from './texts/texts.ts';

/** What a call is about. */
export interface SpokenAlarm {
  readonly code: string;
  /** The customer's name; unknown services have none. */
  readonly customer?: string | undefined;
  readonly summary: string;
  readonly openedAt: Instant;
  /** Where the listener's clock hangs. */
  readonly timeZone: string;
  readonly language: Language;
}

/** The keys that answer a call: two different digits, drawn anew for each. */
export interface CallDigits {
  readonly yes: string;
  readonly no: string;
}

/** What the contact center is asked besides. */
export interface ForTheContactCenter {
  /** Names of those whom it is to reach; empty: everybody has said no. None: nobody need be reached. */
  readonly who: readonly string[] | undefined;
  /** What it is to do besides, in its language. @default - nothing */
  readonly toDo?: readonly string[];
  readonly smsFailsTotally: boolean;
}

/** Characters of what is wrong, and for whom: about eight seconds, so that two readings fit into a call. */
const maxAbout = 110;

/** Names that the contact center is told at most: a step asks one person, seldom two. */
const maxNames = 3;

/** Other things to do that it is told at most, and characters of each: the rest is on the board. */
const maxToDo = 2;
const maxToSay = 40;

/** What a responder hears: code, customer, what, when, and which keys to press. */
export function spokenToResponder(alarm: SpokenAlarm, digits: CallDigits): string {
  const words = spokenTexts[alarm.language];
  return `${spokenAlarm(alarm, words)} ${filled(words.answer, { ...digits })}`;
}

/** What the contact center hears: the alarm, that SMS fails, whom to reach. It has one key: it can take nothing. */
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

function whomToReach(who: readonly string[], words: SpokenTexts): string {
  const names = who.slice(0, maxNames).map(speakable).join(', ');
  return names === '' ? words.reachNobody : filled(words.reach, { who: names });
}

/** What is said after a key was pressed. */
export function spokenOutcome(
  outcome: Exclude<keyof SpokenTexts, 'alarm' | 'answer' | 'smsFails' | 'reach' | 'reachNobody' | 'confirm'>,
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
  return filled(words.alarm, { code: spelt(code), about: about.slice(0, maxAbout).trim(), time });
}

/** Letter by letter: `A, 7, K`. */
function spelt(code: string): string {
  return [...code].join(', ');
}

/** Without what a voice cannot say, or would take for markup. */
function speakable(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}\p{Zs}.,:;%/+'()-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function filled(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
