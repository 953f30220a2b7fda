import { acknowledgedBy } from '../../domain/answers/acknowledge.ts';
import { askedToTakeOver } from '../../domain/answers/hand-over.ts';
import { isFlapping } from '../../domain/escalation/flapping.ts';
import { isPending } from '../../domain/incident/customer.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { stillAsked } from '../../domain/incident/ladder.ts';
import { type Html, html } from './html.ts';
import { nameOf, namesOf, type ScreenContext, timeOf } from './screen-context.ts';
import { filled } from './words/words.ts';

/** An incident in two lines: what is wrong and since when; then its state. */
export function incidentLines(context: ScreenContext, incident: Incident): Html {
  const { code, route, summary, openedAt, reopenedAt, firedAgain, major } = incident;
  const { words } = context;
  const since = filled(reopenedAt === undefined ? words.since : words.openAgain, {
    at: timeOf(context, reopenedAt ?? openedAt),
  });
  const flaps = isFlapping(incident) && `, ${filled(words.flaps, { times: firedAgain?.times ?? 0 })}`;
  return html`<p class="what"><b>${code}</b> ${route.customer?.name ?? route.service}: ${summary}, ${since}${flaps}${
    major !== undefined && html` <b class="serious">${words.serious}</b>`
  }</p><p class="state">${stateOf(context, incident)}</p>${incident.consents
    .filter(isPending)
    .map(
      ({ action }) => html`<p class="state">${filled(words.consentAsked, { action })}</p>`,
    )}${fromAlarm(incident)}`;
}

/** What the alarm says besides its summary: its details, and its addresses such as a runbook. */
function fromAlarm({ details = {}, links = [] }: Incident): Html | undefined {
  const facts = Object.entries(details);
  if (facts.length + links.length === 0) return undefined;
  return html`<ul class="alarm">${facts.map(([name, value]) => html`<li>${name}: ${value}</li>`)}${links.map(
    ({ href, text = href }) => html`<li><a href="${href}" rel="noreferrer">${text}</a></li>`,
  )}</ul>`;
}

/** Who has acknowledged an incident and until when; otherwise who is asked, or why nobody is. */
export function stateOf(context: ScreenContext, incident: Incident): string {
  const { words } = context;
  const { acknowledgement, held, resolvedAt, saidYes } = incident;
  if (resolvedAt !== undefined) return filled(words.status.resolved, { at: timeOf(context, resolvedAt) });
  const by = acknowledgedBy(incident);
  if (by !== undefined && acknowledgement !== undefined) {
    const has = filled(words.acknowledged, {
      who: nameOf(context, by),
      until: timeOf(context, acknowledgement.until),
    });
    const others = saidYes.filter((each) => each !== by);
    const next = askedToTakeOver(incident);
    return [
      has,
      ...(next === undefined ? [] : [filled(words.handsOver, { who: nameOf(context, next) })]),
      ...others.map((who) => filled(words.worksOnIt, { who: nameOf(context, who) })),
    ].join('. ');
  }
  if (held !== undefined) {
    return filled(words.status.held, {
      reason: words.reasons[held.reason] ?? held.reason,
      until: timeOf(context, held.until),
    });
  }
  const asked = [...new Set(stillAsked(incident.ladder).map(({ responder }) => responder))];
  return asked.length === 0
    ? words.notAcknowledged
    : `${words.notAcknowledged}. ${filled(asked.length > 1 ? words.areAsked : words.isAsked, { who: namesOf(context, asked) })}`;
}
