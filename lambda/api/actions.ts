import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type * as z from 'zod/mini';
import { type IncidentItem, incidentOf } from '../../aws/table/incident-item.ts';
import type { Answer } from '../../domain/answers/answer.ts';
import { nextOnCall } from '../../domain/answers/hand-over.ts';
import { type Action, type ActionBody, actionBodies } from '../../domain/api/actions.ts';
import { type PersonNamed, personsNamed } from '../../domain/on-call/person-named.ts';
import { didYouMean } from '../../domain/organization/did-you-mean.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import { badRequest, problemOf, replaced } from '../http/problem.ts';
import { type Requester, readBody, requestIdOf } from '../http/requests.ts';
import { assignIncident } from '../incidents/assign-incident.ts';
import { applyAnswer } from '../incidents/change-incident.ts';
import { applyConsent } from './apply-consent.ts';
import { consentWords } from './consent-words.ts';

/** A request that was understood. */
export interface ActionRequest {
  /** Applies the request to an incident. Returns a refusal when something prevents it. */
  apply(
    cell: Cell,
    item: IncidentItem,
    organization: Organization,
  ): Promise<APIGatewayProxyResult | undefined>;
}

/** Reads the request of an action, or says what is wrong with it. Only a responder of the organization can act. */
export type ReadAction = (
  event: APIGatewayProxyEvent,
  organization: Organization,
  now: Instant,
) => ActionRequest | string;

/** How each action is read. */
export const actions: Readonly<Record<Action, ReadAction>> = {
  acknowledge: answering(actionBodies.acknowledge, ({ minutes }) => ({ kind: 'yes', minutes })),
  decline: answering(actionBodies.decline, () => ({ kind: 'no' })),
  resolve: answering(actionBodies.resolve, ({ note }) => ({ kind: 'done', note })),
  reopen: answering(actionBodies.reopen, ({ note }) => ({ kind: 'reopen', note })),
  update: answering(actionBodies.update, ({ minutes }) => ({ kind: 'update', minutes })),
  escalate: answering(actionBodies.escalate, ({ whom }, organization, now) =>
    escalation(whom, organization, now),
  ),
  handOver: action(actionBodies.handOver, colleague, applyHandOver),
  serious: answering(actionBodies.serious, ({ serious }) => ({ kind: serious ? 'serious' : 'notSerious' })),
  assign: action(actionBodies.assign, ({ service }) => ({ service }), applyAssign),
  assess: answering(actionBodies.assess, ({ words }) => ({ kind: 'customerDecision', words })),
  consent: action(actionBodies.consent, consentWords, applyConsent),
};

/** Every body names the responder who acts, and how they do it. */
type Body = z.ZodMiniType<Pick<Requester, 'by' | 'path'>>;

type Meaning<B extends Body, Meant> = (
  body: z.output<B>,
  organization: Organization,
  now: Instant,
) => Meant | string;

type AnswerKind<A = Answer> = A extends unknown ? Omit<A, 'by' | 'path' | 'id'> : never;

/** An action that counts like an answer by SMS. */
function answering<B extends Body>(schema: B, meaning: Meaning<B, AnswerKind>): ReadAction {
  return action(schema, meaning, async (cell, item, kind, requester) =>
    problemOf(await applyAnswer(cell, item, { ...kind, ...requester })),
  );
}

function action<B extends Body, Meant extends object>(
  schema: B,
  meaning: Meaning<B, Meant>,
  apply: (
    cell: Cell,
    item: IncidentItem,
    meant: Meant,
    requester: Requester,
    organization: Organization,
  ) => Promise<APIGatewayProxyResult | undefined>,
): ReadAction {
  return (event, organization, now) => {
    const body = readBody(schema, event, { by: Object.keys(organization.responders)[0] });
    if (typeof body === 'string') return `${body} ${whoThereIs(organization)}`;
    const { by, path } = body;
    if (!Object.hasOwn(organization.responders, by)) {
      return `There is no responder ${by}${didYouMean(by, Object.keys(organization.responders))}. ${whoThereIs(organization)}`;
    }
    const request = requestIdOf(event);
    if (typeof request === 'string') return request;
    const meant = meaning(body, organization, now);
    if (typeof meant === 'string') return meant;
    const requester = { by, path, id: request.id };
    return { apply: (cell, item, current) => apply(cell, item, meant, requester, current) };
  };
}

/** Gives an incident its service. */
async function applyAssign(
  cell: Cell,
  item: IncidentItem,
  { service }: { readonly service: string },
  { by, id }: Requester,
  organization: Organization,
): Promise<APIGatewayProxyResult | undefined> {
  const outcome = await assignIncident(cell, item, { service, by, id }, organization);
  switch (outcome.kind) {
    case 'no such service': {
      const names = organization.services.map(({ name }) => name);
      return badRequest(`There is no service ${service}${didYouMean(service, names)}.`);
    }
    case 'gone':
      return replaced(item.code);
    case 'unchanged':
      return problemOf(outcome.notice);
    default:
      return undefined;
  }
}

interface Colleague {
  readonly to: PersonNamed | undefined;
}

/** Reads to whom an incident is handed over. */
function colleague(
  { by, to }: ActionBody<'handOver'>,
  organization: Organization,
  now: Instant,
): Colleague | string {
  if (to === undefined) return { to: undefined };
  const person = personMeant(to, organization, now);
  if (typeof person === 'string') return person;
  if (person === undefined) {
    return `to must be a responder; got ${to}${didYouMean(to, Object.keys(organization.responders))}. ${whoThereIs(organization)}`;
  }
  return person.responder === by ? `${by} cannot hand over to themselves.` : { to: person };
}

/** Asks a colleague to take an incident over: the one who was named, or the one who is on call now. */
async function applyHandOver(
  cell: Cell,
  item: IncidentItem,
  { to: named }: Colleague,
  requester: Requester,
  organization: Organization,
): Promise<APIGatewayProxyResult | undefined> {
  const incident = incidentOf(item);
  const to = named ?? nextOnCall(incident, requester.by, organization, cell.now());
  if (to === undefined) return badRequest('Nobody else is on call who could take it over: name a responder.');
  return problemOf(await applyAnswer(cell, item, { kind: 'handOver', to, ...requester }));
}

/** Finds the one responder whom a request names. A text says that it may be several; undefined: it is none. */
function personMeant(
  whom: string,
  organization: Organization,
  now: Instant,
): PersonNamed | string | undefined {
  const named = personsNamed(whom, organization, now);
  const [person, ...others] = named.filter(({ responder }) => responder === whom).concat(named);
  if (person === undefined || person.responder === whom || others.length === 0) return person;
  return `${whom} may be one of several: ${named.map(({ responder, name }) => `${responder} (${name})`).join(', ')}. Name the id.`;
}

/** Operational management is asked without a name: the roster says who it is. */
const management = 'management';

function escalation(whom: string, organization: Organization, now: Instant): AnswerKind | string {
  if (whom === management) return { kind: 'boss' };
  const person = personMeant(whom, organization, now);
  if (typeof person === 'string') return person;
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

/** The responders whom a request may name. */
function whoThereIs({ responders }: Organization): string {
  const names = Object.entries(responders).map(([id, { name }]) => `${id} (${name})`);
  return `Responders: ${names.join(', ')}.`;
}
