import type { CustomerPromise } from '../incident/customer-promise.ts';
import type { Incident } from '../incident/incident.ts';
import type { TaskAbout } from '../incident/task.ts';
import type { Language } from '../organization/organization.ts';

type Titles = Readonly<
  Record<Exclude<TaskAbout['kind'] | CustomerPromise['about'], 'copy'> | 'ran out', string>
>;

const titles: Readonly<Record<Language, Titles>> = {
  nl: {
    confirm: '{who} bereiken en bevestigen',
    'ran out': '{who} bereiken: de tijd van {before} is om',
    look: 'Uitzoeken wat dit is: {why}',
    'tell customer': 'De klant inlichten',
    incident: 'De klant inlichten: storing',
    'repair time': 'De klant inlichten: hersteltijd',
    solution: 'De klant inlichten: opgelost',
    decision: 'De klant inlichten: beslissing',
    'ask consent': 'De klant om akkoord vragen',
  },
  fr: {
    confirm: 'Joindre {who} et confirmer',
    'ran out': 'Joindre {who}: le temps de {before} est écoulé',
    look: "Trouver ce que c'est: {why}",
    'tell customer': 'Informer le client',
    incident: 'Informer le client: panne',
    'repair time': 'Informer le client: heure de réparation',
    solution: 'Informer le client: résolu',
    decision: 'Informer le client: décision',
    'ask consent': "Demander l'accord du client",
  },
  de: {
    confirm: '{who} erreichen und bestätigen',
    'ran out': '{who} erreichen: die Zeit von {before} ist um',
    look: 'Herausfinden, was das ist: {why}',
    'tell customer': 'Den Kunden informieren',
    incident: 'Den Kunden informieren: Störung',
    'repair time': 'Den Kunden informieren: Reparaturzeit',
    solution: 'Den Kunden informieren: behoben',
    decision: 'Den Kunden informieren: Entscheidung',
    'ask consent': 'Den Kunden um Zustimmung fragen',
  },
  en: {
    confirm: 'Reach {who} and confirm',
    'ran out': 'Reach {who}: the time of {before} is up',
    look: 'Find out what this is: {why}',
    'tell customer': 'Tell the customer',
    incident: 'Tell the customer: incident',
    'repair time': 'Tell the customer: repair time',
    solution: 'Tell the customer: solution',
    decision: 'Tell the customer: decision',
    'ask consent': 'Ask the customer for consent',
  },
};

/** In which language a task is named, and how responders are, by id. */
interface Naming {
  readonly language: Language;
  readonly names: (responder: string) => string;
}

/** What an operator sees of a task in a list: `A7K ACME: Reach An and confirm`. */
export function taskTitle(incident: Incident, about: TaskAbout, naming: Naming): string {
  const { code, route } = incident;
  const whose = [code, route.customer?.name].filter((part) => part !== undefined).join(' ');
  return `${whose}: ${taskWords(incident, about, naming)}`;
}

/** What is to be done, where it is plain for which incident: `Reach An and confirm`. */
export function taskWords(
  incident: Pick<Incident, 'promises'>,
  about: TaskAbout,
  { language, names }: Naming,
): string {
  const values: Record<string, string> = {};
  if (about.kind === 'confirm') values['who'] = names(about.responder);
  if (about.kind === 'confirm' && about.ranOutOf !== undefined) values['before'] = names(about.ranOutOf);
  if (about.kind === 'look') values['why'] = about.why;
  const title = titles[language][titleOf(incident, about)];
  return title.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Two tasks to tell a customer something are told apart by what it is. */
function titleOf({ promises }: Pick<Incident, 'promises'>, about: TaskAbout): keyof Titles {
  if (about.kind === 'confirm' && about.ranOutOf !== undefined) return 'ran out';
  if (about.kind !== 'tell customer') return about.kind;
  const promise = promises.find(({ id }) => id === about.promise);
  return promise === undefined || promise.about === 'copy' ? 'tell customer' : promise.about;
}
