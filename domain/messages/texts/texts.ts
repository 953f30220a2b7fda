import type { Language } from '../../organization/organization.ts';
import * as de from './de.ts';
import * as en from './en.ts';
import * as fr from './fr.ts';
import * as nl from './nl.ts';
import type {
  ConsentTexts,
  CustomerTexts,
  NoticeTexts,
  PageTexts,
  SpokenTexts,
  TaskTitles,
  TestTexts,
} from './shape.ts';

/**
 * All that people read and hear, by what it is for and then by language; each language stands in a file of its own.
 *
 * One constant for each purpose, so that a function's bundle holds only the texts that it sends. What goes out by SMS is
 * GSM-7, and no carrier's opt-out word is among it: a test checks both.
 */
type ByLanguage<Texts> = Readonly<Record<Language, Texts>>;

export const pageTexts: ByLanguage<PageTexts> = { nl: nl.page, fr: fr.page, de: de.page, en: en.page };

const waysToAnswer = Object.values(pageTexts)
  .flatMap(({ howToAnswer, howToAnswerWithCode }) => [howToAnswer, howToAnswerWithCode])
  .map((words) => words.replace('{code}', '[2-9A-HJ-NP-Z]{3,4}'));

/** How to answer, as it stands in a page of any language, in any case. */
export const howToAnswerPattern = new RegExp(`(?:${waysToAnswer.join('|')})`, 'iu');

export const noticeTexts: ByLanguage<NoticeTexts> = {
  nl: nl.notices,
  fr: fr.notices,
  de: de.notices,
  en: en.notices,
};

export const spokenTexts: ByLanguage<SpokenTexts> = {
  nl: nl.spoken,
  fr: fr.spoken,
  de: de.spoken,
  en: en.spoken,
};

export const testTexts: ByLanguage<TestTexts> = { nl: nl.tests, fr: fr.tests, de: de.tests, en: en.tests };

export const customerTexts: ByLanguage<CustomerTexts> = {
  nl: nl.customers,
  fr: fr.customers,
  de: de.customers,
  en: en.customers,
};

export const consentTexts: ByLanguage<ConsentTexts> = {
  nl: nl.consent,
  fr: fr.consent,
  de: de.consent,
  en: en.consent,
};

export const taskTitles: ByLanguage<TaskTitles> = { nl: nl.tasks, fr: fr.tasks, de: de.tasks, en: en.tasks };

/** The reasons of an operator's task to find something out, by the words that an incident stores. */
export const lookWords: ByLanguage<Readonly<Record<string, string>>> = {
  nl: nl.lookReasons,
  fr: fr.lookReasons,
  de: de.lookReasons,
  en: en.lookReasons,
};

/** The days as calendars write them, Sunday first. */
export const weekdays: ByLanguage<readonly string[]> = {
  nl: ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'],
  fr: ['dim', 'lun', 'mar', 'mer', 'jeu', 'ven', 'sam'],
  de: ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
