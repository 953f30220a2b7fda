import { randomUUID } from 'node:crypto';
import { consentText } from '../print/incident-facts.ts';
import { type ShownIncident, whoHas } from '../print/incident-text.ts';
import { aligned } from '../print/table-text.ts';
import { type Given, type Result, textIn } from './command.ts';

/** What a responder says about an incident, as the API names it. */
export type SaidThrough =
  | 'acknowledge'
  | 'decline'
  | 'resolve'
  | 'update'
  | 'escalate'
  | 'serious'
  | 'assess'
  | 'consent';

/** Tells a cell what a responder says about an incident, and how the incident stands then. */
export async function act(
  given: Given,
  action: SaidThrough,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Result> {
  const by = textIn(given, 'as') ?? given.environment['PERMANENCE_AS'];
  if (by === undefined || by === '')
    return { kind: 'misused', message: 'say who you are: --as <responder>, or the variable PERMANENCE_AS' };
  const [name = ''] = given.operands;
  const answer = await given.ask({
    method: 'POST',
    path: `/v1/incidents/${encodeURIComponent(name)}/${action}`,
    body: { by, ...more },
    headers: { 'idempotency-key': randomUUID() }, // the second cell may be told what the first one has heard
  });
  if (answer.kind === 'failed') return answer;
  const incident = answer.body as unknown as ShownIncident & { readonly timeZone: string };
  const { code, status, timeZone } = incident;
  const consents = action === 'consent' ? incident.consents : [];
  const text = [
    `${code}  ${status}  ${whoHas(incident, timeZone)}`,
    ...aligned(consents.map((request) => consentText(request, timeZone))),
  ].join('\n');
  return { kind: 'done', text, json: answer.body };
}
