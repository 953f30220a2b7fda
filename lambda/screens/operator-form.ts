import type { OperatorReport } from '../../domain/answers/operator-report.ts';
import type { AskedTask } from '../../domain/contact-center/board.ts';
import { mayBePassedOver, mayBeReached } from '../../domain/escalation/asked-now.ts';
import { isOpen, type TaskAbout } from '../../domain/incident/task.ts';
import type { Screen } from './document.ts';
import { type Html, html, type Part } from './html.ts';
import { nameOfTask } from './named-task.ts';
import { nameOf, type ScreenContext } from './screen-context.ts';
import { rememberName } from './scripts.ts';
import { filled } from './words/words.ts';

/** Characters that an operator may write: a timeline is read on a phone. */
export const maxLength = { by: 40, who: 80, service: 60, note: 1000 } as const;

/**
 * A form that any of its buttons sends. The hidden button comes first and does nothing: Enter in a field presses the
 * first button of a form, and nobody means any of these by it.
 */
export function operatorForm(...parts: readonly Part[]): Html {
  return html`<form method="post"><button disabled hidden></button>${parts}</form>`;
}

/** Identifies the rendering: the same press on it, sent twice, counts once. */
export function formField({ form }: ScreenContext): Html {
  return html`<input type="hidden" name="form" value="${form}">`;
}

export function nameField({ words, operator }: ScreenContext): Html {
  return html`<label>${words.yourName}<input name="by" value="${operator}" maxlength="${maxLength.by}" autocomplete="name" required></label>`;
}

export function whoField({ words }: ScreenContext): Html {
  return html`<label>${words.who}<input name="who" maxlength="${maxLength.who}" autocomplete="off"></label>`;
}

/** Asks of which service an incident is, with the names of all services. */
export function serviceField(context: ScreenContext): Html {
  const { words } = context;
  return html`<label>${words.service}<input name="service" list="services" maxlength="${maxLength.service}" autocomplete="off"></label><datalist id="services">${servicesOf(
    context,
  ).map((name) => html`<option value="${name}"></option>`)}</datalist>`;
}

/** The names of the services that an incident can be of. */
export function servicesOf({ organization }: ScreenContext): readonly string[] {
  return organization.services.map(({ name }) => name);
}

export function noteField({ words }: ScreenContext): Html {
  return html`<label>${words.note}<textarea name="note" rows="2" maxlength="${maxLength.note}"></textarea></label>`;
}

type Word = OperatorReport['kind'];

/** The buttons of each kind of task. */
const presses: Readonly<Record<TaskAbout['kind'], readonly Word[]>> = {
  confirm: ['accepted', 'confirmed', 'next', 'management', 'serious'],
  look: ['accepted', 'assigned', 'done', 'not reached', 'serious'],
  'tell customer': ['accepted', 'done', 'not reached', 'not over', 'serious'],
  'customer wrote': ['accepted', 'done', 'not reached', 'not over', 'serious'],
  'ask consent': ['accepted', 'granted', 'refused', 'not reached'],
};

/** The buttons for which the board has room. The others need a name or a note, and stand on the task's own screen. */
const onBoard: readonly Word[] = ['accepted', 'confirmed', 'next', 'management'];

/** The buttons for tasks of one kind. One press is about all of them that are open. */
export function pressButtons(
  context: ScreenContext,
  tasks: readonly [AskedTask, ...AskedTask[]],
  where: 'board' | 'task',
): Html | undefined {
  const open = tasks.filter(({ task }) => isOpen(task));
  if (open.length === 0) return undefined;
  const names = open.map(nameOfTask).join(' ');
  const offered = presses[tasks[0].task.about.kind]
    .filter((word) => where === 'task' || onBoard.includes(word))
    .filter((word) => isOffered(word, open));
  const buttons = offered.flatMap((word): readonly Button[] => {
    if (word !== 'confirmed' && word !== 'next') return [{ word, value: `${word} ${names}`, who: '' }];
    return personsFor(word, open).map((person) => ({
      word,
      value: `${word} ${names} ${aboutPerson(person)}`,
      who: nameOf(context, person),
    }));
  });
  return html`<p class="presses">${buttons.map(
    ({ word, value, who }) =>
      html`<button name="press" value="${value}" class="${word}">${filled(context.words.press[word], { who })}</button> `,
  )}</p>`;
}

interface Button {
  readonly word: Word;
  readonly value: string;
  /** The name of the person whom its words are about. */
  readonly who: string;
}

/** The people whom a button may name: all its tasks must be able to say it of them. */
function personsFor(word: 'confirmed' | 'next', open: readonly AskedTask[]): readonly string[] {
  const [first = [], ...others] = open.map(({ incident, task: { about } }) => {
    if (about.kind !== 'confirm') return [];
    if (word === 'confirmed') return mayBeReached(incident, about.responder);
    const person = mayBePassedOver(incident, about.responder);
    return person === undefined ? [] : [person];
  });
  return first.filter((person) => others.every((each) => each.includes(person)));
}

/** How the value of a button names the person whom its words are about. */
function aboutPerson(responder: string): string {
  return `@${encodeURIComponent(responder)}`;
}

/** Reads the names of a button's tasks, and the person whom its words are about. */
export function readTargets(names: string): {
  readonly tasks: readonly string[];
  readonly responder: string | undefined;
} {
  const all = names.split(' ');
  const person = all.find((each) => each.startsWith('@'));
  return {
    tasks: all.filter((each) => each !== person),
    responder: person === undefined ? undefined : decoded(person.slice(1)),
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // no button of ours
  }
}

/** A button that would change nothing is left out. One press cannot declare several major incidents. */
function isOffered(word: Word, open: readonly AskedTask[]): boolean {
  if (word === 'accepted') return open.some(({ task }) => task.accepted === undefined);
  if (word === 'assigned') return open.some(({ incident }) => !incident.route.known);
  if (word === 'not over') return open.some(({ incident }) => incident.status === 'resolved');
  if (word !== 'serious') return true;
  return (
    open.length === 1 &&
    open.every(({ incident }) => incident.major === undefined && incident.status !== 'resolved')
  );
}

/** What a press lacks. */
export type Lacking = 'by' | 'who' | 'service';

/** Asks for what a press lacks. The form sends the press again together with it. Nothing has been done yet. */
export function askBackScreen(
  context: ScreenContext,
  given: Readonly<Record<string, string>>,
  lacking: readonly Lacking[],
): Screen {
  const { words, language } = context;
  const asksName = lacking.includes('by');
  const asksWho = lacking.includes('who');
  const title = asksName ? words.nameAsked : asksWho ? words.whoAsked : words.serviceAsked;
  const kept = Object.entries(given).filter(([name]) => !lacking.some((each) => each === name));
  const body = html`<main><h1>${title}</h1><form method="post">${kept.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}${asksName && nameField(context)}${asksWho && whoField(context)}${lacking.includes('service') && serviceField(context)}<p class="presses"><button>${words.carryOn}</button></p></form></main>`;
  return { language, title, body, script: rememberName };
}
