import { randomUUID } from 'node:crypto';
import type { ChangedIncident } from '../../domain/api/incident.ts';
import type { Answered, CellRequest } from '../cell/ask.ts';
import { consentText } from '../print/incident-facts.ts';
import { stateText } from '../print/incident-text.ts';
import { aligned } from '../print/table-text.ts';
import { type Given, type Result, textIn } from './command.ts';

/** The incident, and a name by which both cells know the request again. */
type ActingOn = Required<Pick<CellRequest<'acknowledge'>, 'id' | 'headers'>>;

/**
 * Acts on the incident that a command names, in the name of a responder, and prints how the incident stands then.
 * `perform` sends the request of the action.
 */
export async function act(
  given: Given,
  perform: (by: string, on: ActingOn) => Promise<Answered<ChangedIncident>>,
  { printsConsents = false } = {},
): Promise<Result> {
  const by = textIn(given, 'as') ?? given.environment['PERMANENCE_AS'];
  if (by === undefined || by === '')
    return { kind: 'misused', message: 'say who you are: --as <responder>, or the variable PERMANENCE_AS' };
  const [id = ''] = given.operands;
  const answer = await perform(by, { id, headers: { 'idempotency-key': randomUUID() } });
  if (answer.kind === 'failed') return answer;
  const { code, status, timeZone, consents } = answer.body;
  const printed = printsConsents ? consents.map((request) => consentText(request, timeZone)) : [];
  const text = [`${code}  ${status}  ${stateText(answer.body, timeZone)}`, ...aligned(printed)].join('\n');
  return { kind: 'done', text, json: answer.body };
}
