import type { APIGatewayProxyResult } from 'aws-lambda';
import type { IncidentItem } from '../../aws/table/incident-item.ts';
import type { Answer } from '../../domain/answers/answer.ts';
import { personNamed } from '../../domain/on-call/person-named.ts';
import { didYouMean } from '../../domain/organization/did-you-mean.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Cell } from '../cell/cell.ts';
import { badRequest, problemOf } from '../http/problem.ts';
import { applyAnswer } from '../incidents/apply-answer.ts';
import { applyConsent } from './apply-consent.ts';
import { type Said, whoThereIs } from './request-body.ts';

/** Does what a person says to an incident; gives what stands in its way, for the caller, if anything does. */
export async function applySaid(
  cell: Cell,
  item: IncidentItem,
  said: Said,
  organization: Organization,
): Promise<APIGatewayProxyResult | undefined> {
  if (said.action === 'consent') return applyConsent(cell, item, said, organization);
  const { by, path, id } = said;
  const kind = answerKind(said, organization, cell.now());
  if (typeof kind === 'string') return badRequest(kind);
  return problemOf(await applyAnswer(cell, item, { ...kind, by, path, id } as Answer));
}

type AnswerKind<A = Answer> = A extends unknown ? Omit<A, 'by' | 'path' | 'id'> : never;

/** The word of the API in the words of an incident, or why it has none. */
function answerKind(
  said: Exclude<Said, { readonly action: 'consent' }>,
  organization: Organization,
  now: number,
): AnswerKind | string {
  switch (said.action) {
    case 'acknowledge':
      return { kind: 'yes', minutes: said.minutes };
    case 'decline':
      return { kind: 'no' };
    case 'resolve':
      return { kind: 'done', note: said.note };
    case 'update':
      return { kind: 'update', minutes: said.minutes };
    case 'serious':
      return { kind: said.serious === false ? 'notSerious' : 'serious' };
    case 'assess':
      return { kind: 'assessment', words: said.words };
    case 'escalate':
      return escalation(said.whom ?? management, organization, now);
  }
}

/** Whom nobody need name: operational management, whoever that is. */
const management = 'management';

function escalation(whom: string, organization: Organization, now: number): AnswerKind | string {
  if (whom === management) return { kind: 'boss' };
  const person = personNamed(whom, organization, now);
  if (person !== undefined) {
    const { responder, name } = person;
    return { kind: 'add', whom: { kind: 'responder', responder }, name };
  }
  const rosters = Object.keys(organization.rosters);
  if (rosters.includes(whom)) {
    return `Nobody is primary of ${whom} now: name ${management}, a responder or another roster.`;
  }
  const known = [management, ...Object.keys(organization.responders), ...rosters];
  return `whom must be ${management}, a responder or a roster, whose primary is then asked; got ${whom}${didYouMean(whom, known)}. ${whoThereIs(organization)} Rosters: ${rosters.join(', ')}.`;
}
