import type { AskedTask } from '../../domain/contact-center/board.ts';
import { newsOf } from '../../domain/customers/update.ts';
import { operatorText } from '../../domain/messages/customer-text.ts';
import { dayAndTime } from '../../domain/messages/day-and-time.ts';
import type { Language } from '../../domain/organization/organization.ts';
import { nameOf, type Showing } from './showing.ts';
import { filled, screenWords } from './words/words.ts';

/** A text to read to somebody, in his or her language. */
export interface ReadOut {
  readonly language: Language;
  readonly text: string;
}

/** What an operator reads to those with whom he or she speaks: once for each language among them. */
export function readOut(shown: Showing, asked: AskedTask): readonly ReadOut[] {
  return languagesOf(shown, asked).map((language) => ({ language, text: textFor(shown, asked, language) }));
}

function languagesOf({ organization, language }: Showing, { incident, task: { about } }: AskedTask) {
  if (about.kind === 'confirm') return [organization.responders[about.responder]?.language ?? language];
  const customer = organization.customers[incident.route.customer?.id ?? ''];
  if (about.kind === 'look' || customer === undefined) return [language];
  return [...new Set(customer.contacts.map((contact) => contact.language ?? customer.language))];
}

function textFor(shown: Showing, asked: AskedTask, language: Language): string {
  const { incident, task } = asked;
  const { about } = task;
  if (about.kind === 'tell customer') {
    const promise = incident.promises.find(({ id }) => id === about.promise);
    return promise === undefined
      ? alarmText(shown, asked, language)
      : newsText(shown, asked, promise, language);
  }
  if (about.kind !== 'ask consent') return alarmText(shown, asked, language);
  const request = incident.consents.find(({ id }) => id === about.request);
  if (request === undefined) return alarmText(shown, asked, language);
  const values = { by: nameOf(shown, request.by), action: request.action };
  return `${alarmText(shown, asked, language)} ${filled(screenWords[language].consentFor, values)}`;
}

function newsText(
  shown: Showing,
  { incident }: AskedTask,
  promise: Parameters<typeof newsOf>[1],
  language: Language,
): string {
  const { timeZone } = incident.route;
  const { organization, now } = shown;
  const company = organization.company.name;
  const news = newsOf(incident, promise, { company, now, names: (id) => nameOf(shown, id) });
  return operatorText(news, { language, timeZone, now });
}

function alarmText({ organization, now }: Showing, { incident }: AskedTask, language: Language): string {
  const { code, route, summary, openedAt } = incident;
  const customer = route.customer?.name ?? route.service;
  const at = dayAndTime(openedAt, now, organization.company.timeZone, language);
  return filled(screenWords[language].alarm, { code, customer, summary, at });
}
