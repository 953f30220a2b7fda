import type { CustomerPromise } from '../incident/customer.ts';
import type { Incident } from '../incident/incident.ts';
import type { Organization } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import { customerKnows, timeToTell } from './promises.ts';

/** The content of a message to a customer, by SMS or read out by an operator. */
export interface CustomerNews {
  /** What happened. `again`: the incident reopened. `wasAndIsOver`: the customer had heard nothing, and it is over. */
  readonly kind: 'copy' | 'incident' | 'again' | 'repairTime' | 'over' | 'wasAndIsOver' | 'decided';
  /** What is being done about it. `acknowledged`: an engineer works on it. `managed`: somebody else has it. */
  readonly next?: 'called' | 'acknowledged' | 'managed' | 'expected' | 'unknown' | undefined;
  readonly code: string;
  /** The name of the company that sends the message. */
  readonly company: string;
  /** The service as the customer knows it. */
  readonly service: string;
  /** Of a copy: the alarm's own words, and of a decision: the action. Empty for the others. */
  readonly what: string;
  /** Of a decision: who decided, and why. */
  readonly by?: string | undefined;
  readonly reason?: string | undefined;
  readonly since: Instant;
  readonly endedAt?: Instant | undefined;
  readonly expectedAt?: Instant | undefined;
  /** Of a copy: the number of copies before it that were counted instead of sent. */
  readonly folded: number;
}

/** What a message needs besides its incident. */
export interface NewsContext {
  readonly company: string;
  /** Gives the name of a responder by their id. */
  readonly names: (responder: string) => string;
  /** Whether a responder repairs what is wrong: management, which has no competence for it, does not. */
  readonly isEngineer: (responder: string) => boolean;
  readonly now: Instant;
  /** The number of copies that were counted before this one. */
  readonly folded?: number;
}

/** Makes the message of a promise, as its incident stands now. */
export function newsOf(
  incident: Incident,
  promise: CustomerPromise,
  { company, names, isEngineer, now, folded = 0 }: NewsContext,
): CustomerNews {
  const { code, summary, route, openedAt, resolvedAt } = incident;
  const kind = kindOf(incident, promise);
  const expectedAt = timeToTell(incident, promise, now);
  return {
    ...{ kind, code, company, folded, what: kind === 'copy' ? summary : '' },
    service: route.displayName ?? route.service,
    ...decisionOf(incident, promise, names),
    since: kind === 'again' ? promise.madeAt : openedAt,
    ...(promise.about === 'solution'
      ? { endedAt: resolvedAt ?? now }
      : { next: nextOf(incident, promise, { expectedAt, isEngineer }), expectedAt }),
  };
}

function kindOf(incident: Incident, { about }: CustomerPromise): CustomerNews['kind'] {
  switch (about) {
    case 'copy':
      return 'copy';
    case 'incident':
      return customerKnows(incident) === 'over' ? 'again' : 'incident';
    case 'repair time':
      return 'repairTime';
    case 'decision':
      return 'decided';
    case 'solution':
      return customerKnows(incident) === 'open' ? 'over' : 'wasAndIsOver';
  }
}

function nextOf(
  { status, saidYes }: Incident,
  { about }: CustomerPromise,
  { expectedAt, isEngineer }: Pick<NewsContext, 'isEngineer'> & { readonly expectedAt: Instant | undefined },
): CustomerNews['next'] {
  if (about === 'copy' || about === 'decision') return undefined;
  if (expectedAt !== undefined) return 'expected';
  if (about === 'repair time') return 'unknown';
  if (status !== 'acknowledged') return 'called';
  return saidYes.some(isEngineer) ? 'acknowledged' : 'managed';
}

/** Whether a responder is an engineer, as the organization is now: management has no competence. */
export function engineersOf({ responders }: Organization): NewsContext['isEngineer'] {
  return (responder) => responders[responder]?.competences.length !== 0;
}

function decisionOf(
  { consents }: Incident,
  { consent }: CustomerPromise,
  names: NewsContext['names'],
): Partial<Pick<CustomerNews, 'what' | 'by' | 'reason'>> {
  const request = consents.find(({ id }) => id === consent);
  if (request === undefined) return {};
  const { by = '', reason } = request.answer ?? {};
  return { what: request.action, by: names(by), reason };
}
