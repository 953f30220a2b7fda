import type { IncidentFigures } from './incident-figures.ts';
import { type Spread, spreadOf } from './percentile.ts';

/** What a month was, as a cell tells it. */
export interface MonthFigures {
  readonly incidents: readonly IncidentFigures[];
  /** The customers of the organization: those without an incident are reported as well. */
  readonly customers: readonly { readonly id: string; readonly name: string }[];
  readonly onCall: readonly OnCallFigures[];
}

/** How long a responder of the organization was on call. */
export interface OnCallFigures {
  readonly responder: string;
  readonly name: string;
  readonly hours: number;
}

/** What a month was for a customer. */
export interface CustomerMonth {
  /** None: incidents of services that nobody knows. */
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly incidents: number;
  /** Of those, the ones that are not over. */
  readonly open: number;
  /** Seconds until somebody took it; an incident that nobody took is not counted in it. */
  readonly response: Spread | null;
  readonly resolution: Spread | null;
  readonly promisesKept: number;
  readonly promisesBroken: number;
  readonly targetsMissed: number;
}

/** What a month was for a responder. */
export interface ResponderMonth {
  readonly responder: string;
  readonly name: string;
  readonly hoursOnCall: number;
  readonly pages: number;
  readonly nights: number;
  readonly taken: number;
}

/** What a month was for each customer: those of the organization first, in its order, then those that are no more. */
export function customerMonths({ incidents, customers }: MonthFigures): readonly CustomerMonth[] {
  const gone = incidents.flatMap(({ customer }) =>
    customer === null || customers.some(({ id }) => id === customer.id) ? [] : [customer],
  );
  const all = [...customers, ...new Map(gone.map((customer) => [customer.id, customer])).values()];
  const months = all.map((customer) =>
    customerMonth(
      customer,
      incidents.filter((incident) => incident.customer?.id === customer.id),
    ),
  );
  const unknown = incidents.filter(({ customer }) => customer === null);
  return unknown.length === 0 ? months : [...months, customerMonth(null, unknown)];
}

/** What a month was for those incidents together. */
export function customerMonth(
  customer: CustomerMonth['customer'],
  incidents: readonly IncidentFigures[],
): CustomerMonth {
  const seconds = (name: 'responseSeconds' | 'resolutionSeconds') =>
    incidents.flatMap((incident) => incident[name] ?? []);
  const sum = (name: 'promisesKept' | 'promisesBroken' | 'targetsMissed') =>
    incidents.reduce((total, incident) => total + incident[name], 0);
  return {
    customer,
    incidents: incidents.length,
    open: incidents.filter(({ resolutionSeconds }) => resolutionSeconds === null).length,
    response: spreadOf(seconds('responseSeconds')) ?? null,
    resolution: spreadOf(seconds('resolutionSeconds')) ?? null,
    promisesKept: sum('promisesKept'),
    promisesBroken: sum('promisesBroken'),
    targetsMissed: sum('targetsMissed'),
  };
}

/** What a month was for each responder: those of the organization, and who was paged or took something besides. */
export function responderMonths({ incidents, onCall }: MonthFigures): readonly ResponderMonth[] {
  const people = incidents.flatMap((incident) => incident.people);
  const known = onCall.map(({ responder }) => responder);
  const gone = [...new Set(people.map(({ responder }) => responder))].filter((id) => !known.includes(id));
  const all = [...onCall, ...gone.map((responder) => ({ responder, name: responder, hours: 0 }))];
  return all.map(({ responder, name, hours }) => {
    const theirs = people.filter((person) => person.responder === responder);
    return {
      ...{ responder, name, hoursOnCall: hours },
      pages: theirs.reduce((total, { pages }) => total + pages, 0),
      nights: new Set(theirs.flatMap(({ nights }) => nights)).size,
      taken: theirs.filter(({ hasTaken }) => hasTaken).length,
    };
  });
}
