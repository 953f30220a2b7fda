import type { AskedTask } from '../../domain/contact-center/board.ts';
import { engineersOf, newsOf } from '../../domain/customers/update.ts';
import { toReach } from '../../domain/escalation/asked-now.ts';
import { operatorText } from '../../domain/messages/customer-text.ts';
import { dayAndTime } from '../../domain/messages/times.ts';
import type { Language } from '../../domain/organization/organization.ts';
import { nameOf, type ScreenContext } from './screen-context.ts';
import { filled, screenWords } from './words/words.ts';

/** A text to read to a person, in their language. */
export interface ReadOut {
  readonly language: Language;
  readonly text: string;
}

/** The texts that an operator reads to people on the phone: one for each of their languages. */
export function readOut(context: ScreenContext, asked: AskedTask): readonly ReadOut[] {
  return languagesOf(context, asked).map((language) => ({
    language,
    text: textFor(context, asked, language),
  }));
}

function languagesOf({ organization, language }: ScreenContext, { incident, task: { about } }: AskedTask) {
  if (about.kind === 'confirm') {
    return [organization.responders[toReach(incident, about.responder)]?.language ?? language];
  }
  const customer = organization.customers[incident.route.customer?.id ?? ''];
  if (about.kind === 'look' || about.kind === 'customer wrote' || customer === undefined) return [language];
  return [...new Set(customer.contacts.map((contact) => contact.language ?? customer.language))];
}

function textFor(context: ScreenContext, asked: AskedTask, language: Language): string {
  const { incident, task } = asked;
  const { about } = task;
  if (about.kind === 'tell customer') {
    const promise = incident.promises.find(({ id }) => id === about.promise);
    return promise === undefined
      ? alarmText(context, asked, language)
      : newsText(context, asked, promise, language);
  }
  if (about.kind === 'customer wrote') {
    return filled(screenWords[language].customerWrote, { who: about.who, text: about.words });
  }
  if (about.kind !== 'ask consent') return alarmText(context, asked, language);
  const request = incident.consents.find(({ id }) => id === about.request);
  if (request === undefined) return alarmText(context, asked, language);
  const values = { by: nameOf(context, request.by), action: request.action };
  return `${alarmText(context, asked, language)} ${filled(screenWords[language].consentFor, values)}`;
}

function newsText(
  context: ScreenContext,
  { incident }: AskedTask,
  promise: Parameters<typeof newsOf>[1],
  language: Language,
): string {
  const { timeZone } = incident.route;
  const { organization, now } = context;
  const company = organization.company.name;
  const news = newsOf(incident, promise, {
    ...{ company, now, names: (id: string) => nameOf(context, id) },
    isEngineer: engineersOf(organization),
  });
  return operatorText(news, { language, timeZone, now });
}

function alarmText(
  { organization, now }: ScreenContext,
  { incident }: AskedTask,
  language: Language,
): string {
  const { code, route, summary, openedAt } = incident;
  const customer = route.customer?.name ?? route.service;
  const at = dayAndTime(openedAt, now, organization.company.timeZone, language);
  return filled(screenWords[language].alarm, { code, customer, summary, at });
}
