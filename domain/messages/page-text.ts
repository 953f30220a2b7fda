import type { PageReason } from '../incident/ladder.ts';
import type { Language } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import { fitGsm7 } from './gsm7.ts';
import { type Alphabet, inOnePart, minAboutUnits, type Written } from './one-part.ts';
import { reasonTexts } from './texts/reasons.ts';
import { pageTexts } from './texts/texts.ts';
import { clockTime } from './times.ts';

/** What a page tells its reader. */
export interface PageContent {
  readonly code: string;
  /** Its severity is critical. */
  readonly isCritical?: boolean | undefined;
  /** The customer's name. An unknown service has none. */
  readonly customer?: string | undefined;
  readonly summary: string;
  readonly openedAt: Instant;
  /** The reader's time zone. */
  readonly timeZone: string;
  readonly language: Language;
  /** A bare yes or no would not count for this reader: see `countsWithoutCode`. */
  readonly needsCode?: boolean | undefined;
  /** To management, about a major incident: whom to call at the customer. */
  readonly contact?:
    | { readonly name: string; readonly number: string; readonly language: Language }
    | undefined;
  /** Why the page is sent, with people by name. @default - the page is the first one */
  readonly reason?: PageReason | undefined;
}

/** Septets of a code: twice the length of the longest code. */
const maxCode = 8;

/** Units of the name of a customer contact or a colleague, and of one in a page that would have no room for what is wrong. */
const maxName = { usual: 16, short: 8 };

/** Septets of a customer's name, so that a long one leaves room for what is wrong. */
const maxCustomer = 24;

/** How a page of a critical incident is marked, in every language: it is the name of the severity. */
const critical = 'CRITICAL';

/**
 * The text of a page: code, whether it is critical, customer, what is wrong, when, and how to answer. It is always one part:
 * see `inOnePart`.
 *
 * Customer, summary and names are cut to fit. Code, time, numbers and how to answer are never cut.
 */
export function pageText(content: PageContent): string {
  return inOnePart((alphabet) => written(content, alphabet));
}

function written(content: PageContent, alphabet: Alphabet): Written {
  const { customer, summary } = content;
  const { cut } = alphabet;
  const usual = aroundIt(content, alphabet, maxName.usual);
  const { start, end, room } =
    usual.room >= minAboutUnits ? usual : aroundIt(content, alphabet, maxName.short);
  const whose = cut(customer ?? '', Math.min(maxCustomer, Math.max(0, room) / 2));
  const whole = cut(`${whose} ${summary}`, Number.POSITIVE_INFINITY);
  const about = cut(whole, room);
  return {
    text: [start, about, end].filter((part) => part !== '').join(' '),
    isClear: about === whole || room >= minAboutUnits,
  };
}

/** What is never cut but for names, before and after what is wrong, and the room that it leaves. */
function aroundIt(content: PageContent, { onePart, length, cut }: Alphabet, maxUnits: number) {
  const { code, isCritical, openedAt, timeZone } = content;
  const ofName = (name: string) => cut(name, maxUnits);
  const name = cut(code, maxCode);
  const start = isCritical === true ? `${name} ${critical}` : name;
  const time = `${clockTime(openedAt, timeZone)}.`;
  const end = [time, ...extras(content, ofName), howToAnswer(content, name)].join(' ');
  return { start, end, room: onePart - length(`${start}  ${end}`) };
}

/** A name as a text has it. */
type Named = (name: string) => string;

function howToAnswer({ language, needsCode }: PageContent, code: string): string {
  const { howToAnswer: plain, howToAnswerWithCode } = pageTexts[language];
  return needsCode === true ? howToAnswerWithCode.replace('{code}', code) : plain;
}

function extras({ contact, reason, language, timeZone }: PageContent, named: Named): readonly string[] {
  return [
    ...(reason === undefined ? [] : [reasonIn(reason, { language, timeZone }, named)]),
    ...(contact === undefined
      ? []
      : [
          pageTexts[language].callCustomer
            .replace('{name}', named(contact.name))
            .replace('{number}', contact.number)
            .replace('{language}', contact.language.toUpperCase()),
        ]),
  ];
}

/** Why a page is sent, in a sentence: `An has it until 03:40, but was not reached.` */
export function reasonText(reason: PageReason, reader: Pick<PageContent, 'language' | 'timeZone'>): string {
  return reasonIn(reason, reader, (name) => fitGsm7(name, maxName.usual));
}

function reasonIn(
  reason: PageReason,
  { language, timeZone }: Pick<PageContent, 'language' | 'timeZone'>,
  named: Named,
): string {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(reason)) {
    values[name] = valueText(name, value, timeZone, named);
  }
  return reasonTexts[language][reason.kind].replace(
    /\{(\w+)\}/g,
    (whole, name: string) => values[name] ?? whole,
  );
}

function valueText(name: string, value: string | number, timeZone: string, named: Named): string {
  if (name === 'times') return String(value);
  return typeof value === 'number' ? clockTime(value, timeZone) : named(value);
}

/**
 * The bare page: its text when only the code is known, in English and Dutch.
 *
 * It needs nothing that may be broken: no language, no clock, no organization.
 */
export function barePageText(code: string): string {
  return `${code} Alarm: somebody must look at once. Er moet meteen iemand kijken. Reply ${code} yes/no. Antwoord ${code} ja/nee`;
}
