import type { Language } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import { clockTime } from './clock-time.ts';
import { fitGsm7, gsm7Length, onePart } from './gsm7.ts';
import { pageTexts } from './texts/texts.ts';

/** What a page tells its reader. */
export interface PageContent {
  readonly code: string;
  /** The customer's name; unknown services have none. */
  readonly customer?: string | undefined;
  readonly summary: string;
  readonly openedAt: Instant;
  /** Where the reader's clock hangs. */
  readonly timeZone: string;
  readonly language: Language;
  /** Of a serious incident, to management: whom to call at the customer. */
  readonly contact?:
    | { readonly name: string; readonly number: string; readonly language: Language }
    | undefined;
  /** To a colleague: the name of the one who wants him or her. */
  readonly askedBy?: string | undefined;
}

/** Septets that a code may take: twice the longest one there is. */
const maxCode = 8;

/** Septets that the name of a customer's contact, or of a colleague, may take. */
const maxName = 16;

/** Septets that a customer's name may take, so that a long one leaves room for what is wrong. */
const maxCustomer = 24;

/**
 * The text of a page: who, what, when, and how to answer, behind the code. One GSM-7 part, whatever it is given.
 *
 * Customer, summary and names are cut; code, time, numbers and how to answer never are.
 */
export function pageText(content: PageContent): string {
  const { code, customer, summary, openedAt, timeZone, language } = content;
  const start = fitGsm7(code, maxCode);
  const end = [
    `${clockTime(openedAt, timeZone)}.`,
    ...besides(content),
    pageTexts[language].howToAnswer,
  ].join(' ');
  const room = onePart - gsm7Length(`${start}  ${end}`);
  const about = fitGsm7(`${fitGsm7(customer ?? '', maxCustomer)} ${summary}`, room);
  return [start, about, end].filter((part) => part !== '').join(' ');
}

function besides({ contact, askedBy, language }: PageContent): readonly string[] {
  return [
    ...(contact === undefined
      ? []
      : [`${fitGsm7(contact.name, maxName)} ${contact.number} ${contact.language}.`]),
    ...(askedBy === undefined
      ? []
      : [pageTexts[language].askedBy.replace('{by}', fitGsm7(askedBy, maxName))]),
  ];
}

/**
 * The text of a page when nothing is known but the code, not even who reads it: in English and in Dutch.
 *
 * It leans on nothing that may be broken: no language, no clock, no organization.
 */
export function barePageText(code: string): string {
  return `${code} Alarm: somebody must look at once. Er moet meteen iemand kijken. Reply yes/no. Antwoord ja/nee`;
}
