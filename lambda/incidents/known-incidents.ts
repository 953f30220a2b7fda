import {
  type IncidentItem,
  type IncidentRef,
  incidentIdOf,
  incidentOf,
} from '../../aws/table/incident-item.ts';
import { type KnownIncident, wordWithoutCodeWithin } from '../../domain/answers/incident-meant.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Entry } from '../../domain/incident/timeline.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { isAskedBy } from '../../domain/paging/additional-responders.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';

/** Of more incidents, only the latest are read. A word without a code is asked back all the same. */
const maxIncidents = 30;

/** An incident that a phone was paged for, or that its owner holds. */
export interface Known extends IncidentRef {
  readonly known: KnownIncident;
}

/** A phone, and the responder whose it is. */
export interface Phone {
  readonly number: string;
  readonly responder: string;
  readonly organization: Organization;
}

interface Trace extends IncidentRef {
  readonly code: string;
  readonly pagedAt?: Instant | undefined;
  readonly heldAt?: Instant | undefined;
}

/** What a phone knew at a moment: what it was paged for in the last hours, and what its owner holds, as they are now. */
export async function knownIncidents(cell: Cell, phone: Phone, at: Instant): Promise<readonly Known[]> {
  return readAll(cell, phone, await tracesOf(cell, phone, at));
}

/** What a phone knows besides one incident. Nothing else is read when it knows only that. */
export async function knownBesides(
  cell: Cell,
  phone: Phone,
  incident: string,
  at: Instant,
): Promise<readonly KnownIncident[]> {
  const traces = await tracesOf(cell, phone, at);
  if (traces.every((trace) => incidentIdOf(trace) === incident)) return [];
  return (await readAll(cell, phone, traces)).map(({ known }) => known);
}

/** The pages to a phone and the yeses of its owner, latest first, an incident once. */
async function tracesOf(cell: Cell, { number, responder }: Phone, at: Instant): Promise<readonly Trace[]> {
  const [paged, held] = await Promise.all([
    cell.pages.between(number, at - wordWithoutCodeWithin, at),
    cell.held.latest(responder),
  ]);
  const traces = new Map<string, Trace>();
  for (const { at: heldAt, ...each } of held) traces.set(incidentIdOf(each), { ...each, heldAt });
  for (const page of paged) {
    const id = incidentIdOf(page);
    traces.set(id, { ...traces.get(id), ...page });
  }
  return [...traces.values()].toSorted((one, other) => timeOf(other) - timeOf(one)).slice(0, maxIncidents);
}

function readAll(cell: Cell, phone: Phone, traces: readonly Trace[]): Promise<readonly Known[]> {
  return Promise.all(
    traces.map(async (trace) => knownOf(trace, await cell.incidents.read(trace.key), phone)),
  );
}

function timeOf({ pagedAt = 0, heldAt = 0 }: Trace): Instant {
  return Math.max(pagedAt, heldAt);
}

function knownOf(trace: Trace, item: IncidentItem | undefined, phone: Phone): Known {
  const { key, generation, code, pagedAt, heldAt } = trace;
  const incident = item?.generation === generation ? incidentOf(item) : undefined;
  return {
    ...{ key, generation },
    known: {
      ...{ incident: incidentIdOf(trace), code: incident?.code ?? code },
      // Whoever took it knows its code as well as if the phone had been paged.
      pagedAt: pagedAt ?? heldAt,
      ...(incident === undefined ? { isOver: true } : stateOf(incident, phone, heldAt)),
    },
  };
}

function stateOf(
  incident: Incident,
  { responder, organization }: Phone,
  heldAt: Instant | undefined,
): Omit<KnownIncident, 'incident' | 'code' | 'pagedAt'> {
  const { status, saidYes, route, timeline } = incident;
  const own = timeline.filter((entry) => 'by' in entry && entry.by === responder);
  const saidYesAt = own.findLast(isYes)?.at ?? heldAt;
  const isTheirs = status === 'acknowledged' && saidYes.includes(responder);
  return {
    customer: route.customer?.name,
    isOver: status === 'resolved',
    answeredAt: own.at(-1)?.at,
    heldSince: isTheirs ? (saidYesAt ?? 0) : undefined,
    taken: isTheirs ? undefined : takenBy(incident, responder, organization),
  };
}

/** Who else has acknowledged it. An additional responder who is asked beside them was not told to sleep on. */
function takenBy(
  { status, acknowledgement, additional, timeline }: Incident,
  responder: string,
  { responders }: Organization,
): KnownIncident['taken'] {
  const isAsked = additional.some((ladder) => isAskedBy(ladder, responder));
  if (status !== 'acknowledged' || acknowledgement === undefined || isAsked) return undefined;
  const { by, until } = acknowledgement;
  const at = timeline.findLast((entry) => isYes(entry) && entry.by === by)?.at ?? 0;
  return { by: responders[by]?.name ?? by, at, until };
}

function isYes(entry: Entry): entry is Extract<Entry, { kind: 'acknowledged' | 'joined' }> {
  return entry.kind === 'acknowledged' || entry.kind === 'joined';
}
