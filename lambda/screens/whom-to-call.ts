import type { AskedTask } from '../../domain/contact-center/board.ts';
import { type Html, html } from './html.ts';
import { nameOf, type Showing } from './showing.ts';

interface Number {
  readonly name: string;
  readonly number: string;
  readonly language?: string | undefined;
}

/** Whom an operator calls for a task, in the order in which they are tried: numbers that the phone or Connect can dial. */
export function whomToCall(shown: Showing, asked: AskedTask): Html | undefined {
  const numbers = numbersFor(shown, asked);
  if (numbers.length === 0) return undefined;
  return html`<ul class="numbers">${numbers.map(
    ({ name, number, language }) =>
      html`<li>${name}${language !== undefined && html` (${language})`}: <a href="tel:${number}">${number}</a></li>`,
  )}</ul>`;
}

function numbersFor(shown: Showing, { incident, task: { about } }: AskedTask): readonly Number[] {
  const { organization } = shown;
  if (about.kind === 'confirm') {
    const { numbers = [], language } = organization.responders[about.responder] ?? {};
    return numbers.map((number) => ({ name: nameOf(shown, about.responder), number, language }));
  }
  if (about.kind === 'look') return [];
  const customer = organization.customers[incident.route.customer?.id ?? ''];
  return (customer?.contacts ?? []).map(({ name, number, language = customer?.language }) => ({
    name,
    number,
    language,
  }));
}
