import * as z from 'zod/mini';
import { didYouMean } from './did-you-mean.ts';

/** The languages of pages and answers. */
export const languages = ['nl', 'fr', 'de', 'en'] as const;

/** The three roles, in the order in which the default ladder pages them. Each is filled at every moment. */
export const roles = ['primary', 'secondary', 'management'] as const;

/** How bad an incident is, worst first. */
export const severities = ['critical', 'high', 'low'] as const;

/** The id of something that other parts of the file refer to: a responder, a roster (which is a competence), a customer, a source. */
export const id = pattern(
  /^[a-z][a-z0-9-]{0,39}$/,
  'an id of at most 40 small letters, digits and dashes that starts with a letter, such as an',
);

/** A phone number that gets calls and SMS. */
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

/** A time on the wall clock of a time zone, to the minute. */
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

/** A name as people read it. It is short, because a page has 160 characters in all. */
export const name = pattern(/^\S(.{0,58}\S)?$/, 'a name of 1 to 60 characters without spaces around it');

/** The fingerprint of a key. The key is a secret and never in the file. */
export const keyHash = pattern(
  /^sha256:[0-9a-f]{64}$/,
  'sha256: and the 64 hexadecimal digits of the SHA-256 of the key',
);

/** An SNS topic, or a pattern of topics, in one account: anybody else can have topics too. */
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

/** A number of seconds in a policy. */
export function seconds(from: number, to: number) {
  const error = `must be a whole number of seconds from ${from} to ${to}`;
  return z.int({ error }).check(z.gte(from, { error }), z.lte(to, { error }));
}

/** The language of a person or a company. */
export const language = oneOf(languages).check(
  z.describe('The language in which this person or company is written and spoken to.'),
);

/** A number of minutes in a promise to a customer. */
export function minutes(from: number, to: number) {
  const error = `must be a whole number of minutes from ${from} to ${to}`;
  return z.int({ error }).check(z.gte(from, { error }), z.lte(to, { error }));
}

/** A list of limited length. */
export function list<Element extends z.ZodMiniType>(element: Element, from: number, to: number) {
  const error = `must be a list of ${from} to ${to}`;
  return z.array(element, { error }).check(z.minLength(from, { error }), z.maxLength(to, { error }));
}

/** A group of keys. An unknown key is an error, so that a misspelt key is not ignored. */
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

/** Asks the platform, which has the database of time zones. */
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
