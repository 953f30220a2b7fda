import type { Incident } from '../incident/incident.ts';
import type { TaskAbout } from '../incident/task.ts';
import type { Language } from '../organization/organization.ts';
import type { TaskTitles } from './texts/shape.ts';
import { lookWords, taskTitles } from './texts/texts.ts';

/** The language of a task's title, and the name of each responder by id. */
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

/** What to do, without the incident's code: `Reach An and confirm`. */
export function taskWords(
  incident: Pick<Incident, 'promises'>,
  about: TaskAbout,
  { language, names }: Naming,
): string {
  const values: Record<string, string> = {};
  if (about.kind === 'confirm') values['who'] = names(about.responder);
  if (about.kind === 'confirm' && about.ranOutOf !== undefined) values['before'] = names(about.ranOutOf);
  if (about.kind === 'look') values['why'] = lookWords[language][about.why] ?? about.why;
  if (about.kind === 'customer wrote') {
    values['who'] = about.who;
    values['words'] = about.words;
  }
  const title = taskTitles[language][titleOf(incident, about)];
  return title.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A task to tell a customer something is named after what the customer should hear. */
function titleOf({ promises }: Pick<Incident, 'promises'>, about: TaskAbout): keyof TaskTitles {
  if (about.kind === 'confirm' && about.ranOutOf !== undefined) return 'ran out';
  if (about.kind !== 'tell customer') return about.kind;
  const promise = promises.find(({ id }) => id === about.promise);
  return promise === undefined || promise.about === 'copy' ? 'tell customer' : promise.about;
}
