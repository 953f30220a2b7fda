import { randomUUID } from 'node:crypto';
import { type Given, type Result, textIn } from './command.ts';
import { type ShownIncident, whoHas } from './incident-text.ts';

/** Tells a cell what a responder says about an incident, and how the incident stands then. */
export async function act(
  given: Given,
  action: 'acknowledge' | 'decline' | 'resolve',
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
  const text = `${incident.code}  ${incident.status}  ${whoHas(incident, incident.timeZone)}`;
  return { kind: 'done', text, json: answer.body };
}
