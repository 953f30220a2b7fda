import * as z from 'zod/mini';
import { didYouMean } from './did-you-mean.ts';

/** Languages that pages are written and answers are understood in. */
export const languages = ['nl', 'fr', 'de', 'en'] as const;

/** The three roles that are filled at every moment, in the order in which they are asked by default. */
export const roles = ['primary', 'secondary', 'management'] as const;

/** How bad it is, worst first. */
export const severities = ['critical', 'high', 'low'] as const;

/** What is named elsewhere in the file: a responder, a roster (which is a competence), a customer, a source. */
export const id = pattern(
  /^[a-z][a-z0-9-]{0,39}$/,
  'an id of at most 40 small letters, digits and dashes that starts with a letter, such as an',
);

/** A phone that can be called and written to. */
export const phoneNumber = pattern(
  /^\+[1-9]\d{6,14}$/,
  "a phone number as E.164 writes it, in quotes, such as '+32470000001'",
);

/** A day of the calendar. */
export const calendarDay = z
  .string({ error: "must be a day, in quotes, such as '2026-01-05'" })
  .check(
    z.iso.date({ error: "must be a day that exists, such as '2026-01-05'" }),
    z.describe("A day such as '2026-01-05'."),
  );

/** A time on the clock on the wall of a time zone, to the minute. */
export const wallClockTime = pattern(
  /^([01]\d|2[0-3]):[0-5]\d$/,
  "a time from '00:00' to '23:59', in quotes, such as '09:00'",
);

/** A time zone by its name in the IANA database. */
export const timeZone = z.string({ error: 'must be a time zone such as Europe/Brussels' }).check(
  z.refine(isTimeZone, {
    error: (issue) => `must be a time zone such as Europe/Brussels${zoneMeant(issue.input)}`,
  }),
  z.describe('A time zone by its IANA name, such as Europe/Brussels.'),
);

/** A name as people read it. Short, because a page has 160 characters for everything. */
export const name = pattern(/^\S(.{0,58}\S)?$/, 'a name of 1 to 60 characters without spaces around it');

/** The fingerprint of a key; the key itself is a secret and never in the file. */
export const keyHash = pattern(
  /^sha256:[0-9a-f]{64}$/,
  'sha256: and the 64 hexadecimal digits of the SHA-256 of the key',
);

/** One topic of SNS, or those that are alike; of one account, since anybody can have topics. */
export const topicPattern = pattern(
  /^arn:aws[\w-]*:sns:[a-z0-9*-]+:\d{12}:[\w*?.-]{1,256}$/,
  "the ARN of a topic of SNS, where * stands for any characters, such as 'arn:aws:sns:*:111122223333:alarms'",
);

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, {
    error: ({ input }) => `must be one of ${words.join(', ')}${meant(input, words)}`,
  });
}

/** Seconds between two moments of a policy. */
export function seconds(from: number, to: number) {
  const error = `must be a whole number of seconds from ${from} to ${to}`;
  return z.int({ error }).check(z.gte(from, { error }), z.lte(to, { error }));
}

/** The language of a person or a company. */
export const language = oneOf(languages).check(
  z.describe('Which language this person or company is written and spoken to in.'),
);

/** Minutes of a promise to a customer. */
export function minutes(from: number, to: number) {
  const error = `must be a whole number of minutes from ${from} to ${to}`;
  return z.int({ error }).check(z.gte(from, { error }), z.lte(to, { error }));
}

/** A list with a limit, since everything has one. */
export function list<Element extends z.ZodMiniType>(element: Element, from: number, to: number) {
  const error = `must be a list of ${from} to ${to}`;
  return z.array(element, { error }).check(z.minLength(from, { error }), z.maxLength(to, { error }));
}

/** A group of keys. A key that is not known is an error: a misspelt one would otherwise be ignored in silence. */
export function group<const Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const allowed = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown ${issue.keys.map((key) => `key ${key}${didYouMean(key, allowed)}`).join(', ')}; allowed are ${allowed.join(', ')}`
        : `must have the keys ${allowed.join(', ')}`,
  });
}

function pattern(form: RegExp, allowed: string) {
  const error = `must be ${allowed}`;
  return z
    .string({ error })
    .check(z.regex(form, { error }), z.describe(`${allowed[0]?.toUpperCase()}${allowed.slice(1)}.`));
}

/** Asks the platform, which keeps the database of zones: no library is needed for the question. */
function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function zoneMeant(input: unknown): string {
  return meant(input, Intl.supportedValuesOf('timeZone'));
}

function meant(input: unknown, known: readonly string[]): string {
  return typeof input === 'string' ? didYouMean(input, known) : '';
}
