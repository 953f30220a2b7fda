import type { AskedTask } from '../../domain/contact-center/board.ts';
import { askedNow } from '../../domain/escalation/asked-now.ts';
import type { AskedAs } from '../../domain/incident/ladder.ts';
import { onCallFor } from '../../domain/on-call/roster.ts';
import type { Role } from '../../domain/organization/organization.ts';
import { minute } from '../../domain/time/instant.ts';
import { type Html, html } from './html.ts';
import { nameOf, type ScreenContext, timeOf } from './screen-context.ts';
import { filled } from './words/words.ts';

const roles: readonly Role[] = ['primary', 'secondary', 'management'];

/** Who is asked about an incident now, in which role, by which numbers and until when; then the numbers of all three roles. */
export function whoIsAsked(context: ScreenContext, { incident }: AskedTask): Html {
  const { words, organization, now } = context;
  const asked = askedNow(incident).map(({ responder, role, until }) => {
    const minutes = Math.max(0, Math.ceil((until - now) / minute));
    const line = filled(words.askedUntil, {
      who: nameOf(context, responder),
      role: roleName(context, role),
      until: timeOf(context, until),
    });
    return html`<li>${line} (${filled(words.inMinutes, { minutes })})${numbersOf(context, responder)}</li>`;
  });
  const onCall = onCallFor(incident, organization, now);
  const team = roles.flatMap((role) => {
    const responder = onCall[role];
    return responder === undefined
      ? []
      : [
          html`<li>${roleName(context, role)}: ${nameOf(context, responder)}${numbersOf(context, responder)}</li>`,
        ];
  });
  return html`<h3>${incident.code}: ${words.askedNow}</h3>${
    asked.length === 0 ? html`<p>${words.askedNobody}</p>` : html`<ul class="numbers asked">${asked}</ul>`
  }
<h3>${words.team}</h3><ul class="numbers team">${team}</ul>`;
}

function roleName({ words }: ScreenContext, role: AskedAs): string {
  return words.people[role];
}

function numbersOf({ organization }: ScreenContext, responder: string): readonly Html[] {
  const { numbers = [], language } = organization.responders[responder] ?? {};
  return numbers.map(
    (number, place) => html`${place === 0 ? ` (${language}): ` : ', '}<a href="tel:${number}">${number}</a>`,
  );
}
