import type { APIGatewayProxyResult } from 'aws-lambda';
import { type IncidentItem, incidentOf } from '../../aws/table/incident-item.ts';
import { type ConsentRecord, type Recorded, recordConsent } from '../../domain/consent/record.ts';
import { maxRequests } from '../../domain/consent/requests.ts';
import type { ConsentRequest } from '../../domain/incident/customer.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { clockTime } from '../../domain/messages/times.ts';
import { onCallFor } from '../../domain/on-call/roster.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Cell } from '../cell/cell.ts';
import { alreadyResolved, badRequest, problem, problemOf, replaced } from '../http/problem.ts';
import type { Requester } from '../http/requests.ts';
import { applyAnswer, changeIncident } from '../incidents/change-incident.ts';
import type { ConsentWords } from './consent-words.ts';

/** Asks a customer for consent, or records the outcome of a request. Returns a refusal when something prevents it. */
export async function applyConsent(
  cell: Cell,
  item: IncidentItem,
  wants: ConsentWords,
  { by, path, id }: Requester,
  organization: Organization,
): Promise<APIGatewayProxyResult | undefined> {
  if (wants.kind === 'record') {
    const { request, answer } = wants;
    return record(cell, item, { request, answer, by, path, id }, organization);
  }
  if (item.status === 'resolved') {
    const newest = await cell.incidents.read(item.key);
    return newest?.generation === item.generation ? alreadyResolved(item.code) : replaced(item.code);
  }
  const { consents, answers } = incidentOf(item);
  if (consents.length >= maxRequests && !answers.includes(id)) {
    const detail = `For ${item.code} the customer was asked ${maxRequests} times: speak with it.`;
    return problem(409, { title: 'Asked too often', detail });
  }
  const request = await cell.consents.reserve(item, cell.now());
  return problemOf(
    await applyAnswer(cell, item, { kind: 'consent', action: wants.what, request, by, path, id }),
  );
}

async function record(
  cell: Cell,
  item: IncidentItem,
  recorded: ConsentRecord,
  organization: Organization,
): Promise<APIGatewayProxyResult | undefined> {
  const outcome = await changeIncident<Recorded>(cell, item, (incident, now) =>
    recordConsent(incident, recorded, {
      management: onCallFor(incident, organization, now).management,
      now,
    }),
  );
  const { code } = item;
  switch (outcome.kind) {
    case 'written':
    case 'repeated':
      return undefined;
    case 'gone':
      return replaced(code);
    case 'over':
      return alreadyResolved(code);
    case 'no such request':
      return badRequest(noSuchRequest(incidentOf(item), recorded.request));
    case 'answered':
      return problem(409, { title: 'Already answered', detail: whatBecame(outcome.request, organization) });
    case 'not management':
      return problem(403, { title: 'Not management', detail: whoDecides(cell, item, organization) });
    case 'too early':
      return problem(409, { title: 'Too early', detail: whenDecided(outcome.until, organization) });
  }
}

function noSuchRequest({ code, consents }: Incident, request: string): string {
  const known = consents.map(({ id, action }) => `${id} (${action})`);
  const there = known.length === 0 ? 'The customer was asked for none.' : `There are ${known.join(', ')}.`;
  return `${code} has no request ${request}. ${there}`;
}

function whatBecame({ id, answer }: ConsentRequest, { company, responders }: Organization): string {
  if (answer === undefined) throw new Error(`the request ${id} has no answer`);
  const who = answer.who ?? responders[answer.by ?? '']?.name ?? answer.by;
  const at = clockTime(answer.at, company.timeZone);
  return `The request ${id} is ${answer.kind} since ${at}${who === undefined ? '' : `, by ${who}`}: ask anew.`;
}

function whoDecides(cell: Cell, item: IncidentItem, organization: Organization): string {
  const { management } = onCallFor(incidentOf(item), organization, cell.now());
  const now =
    management === undefined
      ? 'nobody is that now'
      : `now that is ${organization.responders[management]?.name ?? management} (${management})`;
  return `Only operational management decides without the customer: for ${item.code} ${now}.`;
}

function whenDecided(until: number, { company }: Organization): string {
  return `The customer can still be reached: management decides without it from ${clockTime(until, company.timeZone)} on, or once an operator has said that nobody there was reached.`;
}
