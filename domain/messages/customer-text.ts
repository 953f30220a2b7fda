import type { CustomerNews } from '../customers/update.ts';
import type { Language } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import { type Alphabet, inOnePart, minAboutUnits, type Written } from './one-part.ts';
import { customerTexts } from './texts/texts.ts';
import { dayAndTime } from './times.ts';

/** Who reads the text, and when. */
export interface CustomerReader {
  readonly language: Language;
  /** The customer's time zone. Times are as its clocks show them. */
  readonly timeZone: string;
  readonly now: Instant;
}

/** Septets of a code: twice the length of the longest code. */
const maxCode = 8;

/** Septets of the names, so that they leave room for what is wrong. */
const maxName = { company: 20, service: 24, by: 20 };

/** The SMS to a customer's contact: one part, the code first. What is wrong is cut to fit, and times are never cut. */
export function customerText(news: CustomerNews, reader: CustomerReader): string {
  return inOnePart((alphabet) => written(news, reader, alphabet));
}

function written(news: CustomerNews, reader: CustomerReader, { onePart, length, cut }: Alphabet): Written {
  const { sms, next, folded } = customerTexts[reader.language];
  const values = {
    ...timesOf(news, reader),
    code: cut(news.code, maxCode),
    company: cut(news.company, maxName.company),
    service: cut(news.service, maxName.service),
    by: cut(news.by ?? '', maxName.by),
  };
  const sentences = [
    `{code} {company}: ${sms[news.kind]}`,
    ...(news.next === undefined ? [] : [next[news.next]]),
    ...(news.folded > 0 ? [folded.replace('{count}', String(news.folded))] : []),
  ].join(' ');
  const room = onePart - length(filled(sentences, { ...values, what: '' }));
  const whole = withWhat(sentences, values, cut(news.what, Number.POSITIVE_INFINITY));
  const text = cut(withWhat(sentences, values, cut(news.what, Math.max(0, room))), onePart);
  const hasRoom = sentences.includes('{what}') && room >= minAboutUnits;
  return { text, isClear: hasRoom || text === whole };
}

/** What an operator reads out to a customer's contact: whole sentences, in the customer's language. */
export function operatorText(news: CustomerNews, reader: CustomerReader): string {
  const { spoken, next } = customerTexts[reader.language];
  const { code, company, service, what, by = '', reason = '' } = news;
  const isOver = news.endedAt !== undefined;
  const sentences = [
    spoken.hello,
    spoken[news.kind],
    ...(news.next === undefined ? [] : [next[news.next]]),
    isOver ? spoken.question : spoken.more,
  ].join(' ');
  const values = { ...timesOf(news, reader), code, company, service, by, reason: withoutStop(reason) };
  return withWhat(sentences, values, what.trim());
}

function timesOf(
  { since, endedAt, expectedAt }: CustomerNews,
  { language, timeZone, now }: CustomerReader,
): Values {
  const shown = (instant: Instant) => dayAndTime(instant, now, timeZone, language);
  return {
    since: shown(since),
    ...(endedAt === undefined ? {} : { end: shown(endedAt) }),
    ...(expectedAt === undefined ? {} : { until: shown(expectedAt) }),
  };
}

type Values = Readonly<Record<string, string>>;

/** The full stop of a summary is dropped, so that a sentence has only one. Without a summary, the colon before it goes too. */
function withWhat(words: string, values: Values, summary: string): string {
  const what = withoutStop(summary);
  return filled(what === '' ? words.replace(': {what}', '') : words, { ...values, what });
}

function withoutStop(sentence: string): string {
  return sentence.replace(/[.:\s]+$/, '');
}

function filled(words: string, values: Values): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
