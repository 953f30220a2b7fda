import type { CustomerPromise } from '../incident/customer.ts';
import type { Incident } from '../incident/incident.ts';
import type { Instant } from '../time/instant.ts';
import { customerKnows, timeToTell } from './promises.ts';

/** The content of a message to a customer, by SMS or read out by an operator. */
export interface CustomerNews {
  /** What happened. `again`: the incident reopened. `wasAndIsOver`: the customer had heard nothing, and it is over. */
  readonly kind: 'copy' | 'incident' | 'again' | 'repairTime' | 'over' | 'wasAndIsOver' | 'decided';
  /** What is being done about it. */
  readonly next?: 'called' | 'acknowledged' | 'expected' | 'unknown' | undefined;
  readonly code: string;
  /** The name of the company that sends the message. */
  readonly company: string;
  readonly service: string;
  /** What is wrong. Of a decision: the action. */
  readonly summary: string;
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
  readonly now: Instant;
  /** The number of copies that were counted before this one. */
  readonly folded?: number;
}

/** Makes the message of a promise, as its incident stands now. */
export function newsOf(
  incident: Incident,
  promise: CustomerPromise,
  { company, names, now, folded = 0 }: NewsContext,
): CustomerNews {
  const { code, summary, route, openedAt, resolvedAt } = incident;
  const kind = kindOf(incident, promise);
  const expectedAt = timeToTell(incident, promise, now);
  return {
    ...{ kind, code, company, service: route.service, summary, folded },
    ...decisionOf(incident, promise, names),
    since: kind === 'again' ? promise.madeAt : openedAt,
    ...(promise.about === 'solution'
      ? { endedAt: resolvedAt ?? now }
      : { next: nextOf(incident, promise, expectedAt), expectedAt }),
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
  { status }: Incident,
  { about }: CustomerPromise,
  expectedAt: Instant | undefined,
): CustomerNews['next'] {
  if (about === 'copy' || about === 'decision') return undefined;
  if (expectedAt !== undefined) return 'expected';
  if (about === 'repair time') return 'unknown';
  return status === 'acknowledged' ? 'acknowledged' : 'called';
}

function decisionOf(
  { consents }: Incident,
  { consent }: CustomerPromise,
  names: NewsContext['names'],
): Partial<Pick<CustomerNews, 'summary' | 'by' | 'reason'>> {
  const request = consents.find(({ id }) => id === consent);
  if (request === undefined) return {};
  const { by = '', reason } = request.answer ?? {};
  return { summary: request.action, by: names(by), reason };
}
