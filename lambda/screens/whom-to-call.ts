import type { AskedTask } from '../../domain/contact-center/board.ts';
import { toReach } from '../../domain/escalation/asked-now.ts';
import { type Html, html } from './html.ts';
import { nameOf, type ScreenContext } from './screen-context.ts';

interface Number {
  readonly name: string;
  readonly number: string;
  readonly language?: string | undefined;
}

/** The people whom an operator calls for a task, in order, with numbers that a phone or Amazon Connect can dial. */
export function whomToCall(context: ScreenContext, asked: AskedTask): Html | undefined {
  const numbers = numbersFor(context, asked);
  if (numbers.length === 0) return undefined;
  return html`<ul class="numbers">${numbers.map(
    ({ name, number, language }) =>
      html`<li>${name}${language !== undefined && html` (${language})`}: <a href="tel:${number}">${number}</a></li>`,
  )}</ul>`;
}

function numbersFor(context: ScreenContext, { incident, task: { about } }: AskedTask): readonly Number[] {
  const { organization } = context;
  if (about.kind === 'confirm') {
    const responder = toReach(incident, about.responder);
    const { numbers = [], language } = organization.responders[responder] ?? {};
    return numbers.map((number) => ({ name: nameOf(context, responder), number, language }));
  }
  if (about.kind === 'look') return [];
  const customer = organization.customers[incident.route.customer?.id ?? ''];
  return (customer?.contacts ?? []).map(({ name, number, language = customer?.language }) => ({
    name,
    number,
    language,
  }));
}
