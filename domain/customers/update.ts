import type { CustomerPromise } from '../incident/customer-promise.ts';
import type { Incident } from '../incident/incident.ts';
import type { Instant } from '../time/instant.ts';
import { customerKnows, timeToTell } from './promises.ts';

/** What a customer is told, by SMS or by an operator. */
export interface CustomerNews {
  /** What has happened. `again`: it was over; `wasAndIsOver`: all in one, for a customer who had heard nothing. */
  readonly kind: 'copy' | 'incident' | 'again' | 'repairTime' | 'over' | 'wasAndIsOver' | 'decided';
  /** What is done about it. */
  readonly next?: 'called' | 'taken' | 'expected' | 'unknown' | undefined;
  readonly code: string;
  /** Who tells it. */
  readonly company: string;
  readonly service: string;
  /** What is wrong; of a decision, what is done. */
  readonly summary: string;
  /** Of a decision: whose it is, and why. */
  readonly by?: string | undefined;
  readonly reason?: string | undefined;
  readonly since: Instant;
  readonly endedAt?: Instant | undefined;
  readonly expectedAt?: Instant | undefined;
  /** Of a copy: how many were counted before it, instead of sent. */
  readonly folded: number;
}

/** Who tells something, and when. */
export interface NewsContext {
  readonly company: string;
  /** Responders by id, as customers read them. */
  readonly names: (responder: string) => string;
  readonly now: Instant;
  /** Copies that were counted before this one. */
  readonly folded?: number;
}

/** What a promise has to tell as its incident stands now. */
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
  return status === 'acknowledged' ? 'taken' : 'called';
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
