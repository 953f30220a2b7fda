import type { PageReason } from '../incident/ladder.ts';
import type { Language } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import { fitGsm7, gsm7Length, onePart } from './gsm7.ts';
import { reasonTexts } from './texts/reasons.ts';
import { pageTexts } from './texts/texts.ts';
import { clockTime } from './times.ts';

/** What a page tells its reader. */
export interface PageContent {
  readonly code: string;
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

/** Septets of the name of a customer contact or a colleague. */
const maxName = 16;

/** Septets of a customer's name, so that a long one leaves room for what is wrong. */
const maxCustomer = 24;

/**
 * The text of a page: code, customer, what is wrong, when, and how to answer. It is always one GSM-7 part.
 *
 * Customer, summary and names are cut to fit. Code, time, numbers and how to answer are never cut.
 */
export function pageText(content: PageContent): string {
  const { code, customer, summary, openedAt, timeZone } = content;
  const start = fitGsm7(code, maxCode);
  const end = [`${clockTime(openedAt, timeZone)}.`, ...extras(content), howToAnswer(content, start)].join(
    ' ',
  );
  const room = onePart - gsm7Length(`${start}  ${end}`);
  const about = fitGsm7(`${fitGsm7(customer ?? '', maxCustomer)} ${summary}`, room);
  return [start, about, end].filter((part) => part !== '').join(' ');
}

function howToAnswer({ language, needsCode }: PageContent, code: string): string {
  const { howToAnswer: plain, howToAnswerWithCode } = pageTexts[language];
  return needsCode === true ? howToAnswerWithCode.replace('{code}', code) : plain;
}

function extras({ contact, reason, language, timeZone }: PageContent): readonly string[] {
  return [
    ...(reason === undefined ? [] : [reasonText(reason, { language, timeZone })]),
    ...(contact === undefined
      ? []
      : [
          pageTexts[language].callCustomer
            .replace('{name}', fitGsm7(contact.name, maxName))
            .replace('{number}', contact.number)
            .replace('{language}', contact.language.toUpperCase()),
        ]),
  ];
}

/** Why a page is sent, in a sentence: `An has it until 03:40, but was not reached.` */
export function reasonText(
  reason: PageReason,
  { language, timeZone }: Pick<PageContent, 'language' | 'timeZone'>,
): string {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(reason)) {
    values[name] = valueText(name, value, timeZone);
  }
  return reasonTexts[language][reason.kind].replace(
    /\{(\w+)\}/g,
    (whole, name: string) => values[name] ?? whole,
  );
}

function valueText(name: string, value: string | number, timeZone: string): string {
  if (name === 'times') return String(value);
  return typeof value === 'number' ? clockTime(value, timeZone) : fitGsm7(value, maxName);
}

/**
 * The bare page: its text when only the code is known, in English and Dutch.
 *
 * It needs nothing that may be broken: no language, no clock, no organization.
 */
export function barePageText(code: string): string {
  return `${code} Alarm: somebody must look at once. Er moet meteen iemand kijken. Reply ${code} yes/no. Antwoord ${code} ja/nee`;
}
