import { acknowledgedBy } from '../../domain/answers/acknowledge.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { stillAsked } from '../../domain/incident/ladder.ts';
import { type Html, html } from './html.ts';
import { nameOf, namesOf, type Showing, timeOf } from './showing.ts';
import { filled } from './words/words.ts';

/** An incident in two lines: what is wrong, since when; who has it, or who is asked. */
export function incidentLines(shown: Showing, incident: Incident): Html {
  const { code, route, summary, openedAt, major } = incident;
  const { words } = shown;
  const since = filled(words.since, { at: timeOf(shown, openedAt) });
  return html`<p class="what"><b>${code}</b> ${route.customer?.name ?? route.service}: ${summary}, ${since}${
    major !== undefined && html` <b class="serious">${words.serious}</b>`
  }</p><p class="state">${stateOf(shown, incident)}</p>`;
}

/** Who has an incident until when; else who is asked; else why nobody is. */
export function stateOf(shown: Showing, incident: Incident): string {
  const { words } = shown;
  const { acknowledgement, held, resolvedAt, saidYes } = incident;
  if (resolvedAt !== undefined) return filled(words.status.resolved, { at: timeOf(shown, resolvedAt) });
  const holder = acknowledgedBy(incident);
  if (holder !== undefined && acknowledgement !== undefined) {
    const has = filled(words.hasIt, {
      who: nameOf(shown, holder),
      until: timeOf(shown, acknowledgement.until),
    });
    const others = saidYes.filter((each) => each !== holder);
    return [has, ...others.map((who) => filled(words.worksOnIt, { who: nameOf(shown, who) }))].join('. ');
  }
  if (held !== undefined) {
    return filled(words.status.held, { reason: held.reason, until: timeOf(shown, held.until) });
  }
  const asked = [...new Set(stillAsked(incident.ladder).map(({ responder }) => responder))];
  return asked.length === 0
    ? words.nobodyHasIt
    : `${words.nobodyHasIt}. ${filled(words.isAsked, { who: namesOf(shown, asked) })}`;
}
