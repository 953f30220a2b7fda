import type { IncidentFigures } from './incident-figures.ts';
import { type Spread, spreadOf } from './percentile.ts';

/** The figures of a month, as a cell reports them. */
export interface MonthFigures {
  readonly incidents: readonly IncidentFigures[];
  /** The customers of the organization, also those without an incident. */
  readonly customers: readonly { readonly id: string; readonly name: string }[];
  readonly onCall: readonly OnCallFigures[];
}

/** How long a responder of the organization was on call. */
export interface OnCallFigures {
  readonly responder: string;
  readonly name: string;
  readonly hours: number;
}

/** The month of a customer. */
export interface CustomerMonth {
  /** Null: incidents of unknown services. */
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly incidents: number;
  /** Those that are still open. */
  readonly open: number;
  /** Seconds until somebody acknowledged. An incident that nobody acknowledged does not count. */
  readonly response: Spread | null;
  readonly resolution: Spread | null;
  readonly promisesKept: number;
  readonly promisesBroken: number;
  readonly targetsMissed: number;
}

/** The month of a responder. */
export interface ResponderMonth {
  readonly responder: string;
  readonly name: string;
  readonly hoursOnCall: number;
  readonly pages: number;
  readonly nights: number;
  readonly taken: number;
}

/** The month of each customer: first those of the organization, in its order, then former ones. */
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

/** The month of some incidents together. */
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

/** The month of each responder: those of the organization, and others who were paged or acknowledged. */
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
