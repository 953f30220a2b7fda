import type { Incident } from './incident.ts';
import type { TaskAbout } from './operator-task.ts';
import type { Language } from './organization.ts';

type Titles = Readonly<Record<TaskAbout['kind'] | 'ran out', string>>;

const titles: Readonly<Record<Language, Titles>> = {
  nl: {
    confirm: '{who} bereiken en bevestigen',
    'ran out': '{who} bereiken: de tijd van {before} is om',
    look: 'Uitzoeken wat dit is: {why}',
    'tell customer': 'De klant inlichten',
    'ask consent': 'De klant om akkoord vragen',
  },
  fr: {
    confirm: 'Joindre {who} et confirmer',
    'ran out': 'Joindre {who}: le temps de {before} est écoulé',
    look: "Trouver ce que c'est: {why}",
    'tell customer': 'Informer le client',
    'ask consent': "Demander l'accord du client",
  },
  de: {
    confirm: '{who} erreichen und bestätigen',
    'ran out': '{who} erreichen: die Zeit von {before} ist um',
    look: 'Herausfinden, was das ist: {why}',
    'tell customer': 'Den Kunden informieren',
    'ask consent': 'Den Kunden um Zustimmung fragen',
  },
  en: {
    confirm: 'Reach {who} and confirm',
    'ran out': 'Reach {who}: the time of {before} is up',
    look: 'Find out what this is: {why}',
    'tell customer': 'Tell the customer',
    'ask consent': 'Ask the customer for consent',
  },
};

/** In which language a task is named, and how responders are, by id. */
interface Naming {
  readonly language: Language;
  readonly names: (responder: string) => string;
}

/** What an operator sees of a task in a list: `A7K ACME: Reach An and confirm`. */
export function taskTitle({ code, route }: Incident, about: TaskAbout, naming: Naming): string {
  const whose = [code, route.customer?.name].filter((part) => part !== undefined).join(' ');
  return `${whose}: ${taskWords(about, naming)}`;
}

/** What is to be done, where it is plain for which incident: `Reach An and confirm`. */
export function taskWords(about: TaskAbout, { language, names }: Naming): string {
  const words = titles[language];
  const values: Record<string, string> = {};
  if (about.kind === 'confirm') values['who'] = names(about.responder);
  if (about.kind === 'confirm' && about.ranOutOf !== undefined) values['before'] = names(about.ranOutOf);
  if (about.kind === 'look') values['why'] = about.why;
  const isRanOut = about.kind === 'confirm' && about.ranOutOf !== undefined;
  const title = words[isRanOut ? 'ran out' : about.kind];
  return title.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
