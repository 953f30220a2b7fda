import {
  type IncidentItem,
  type IncidentRef,
  incidentIdOf,
  incidentOf,
} from '../../aws/table/incident-item.ts';
import { isAskedBy } from '../../domain/paging/additional-responders.ts';
import { type IncidentMeant, lateAnswerWithin, type PageToPhone } from '../../domain/replies/target.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import type { NamedIncident } from '../incidents/change-incident.ts';

/** An answer without a code may be about one of at most this many incidents. With more, the sender is asked back. */
const maxIncidents = 10;

/** An incident that a phone was paged for. */
export interface KnownPage extends IncidentRef {
  readonly page: PageToPhone;
}

/** The pages to a phone in the last hours, each with the state of its incident. */
export async function pagesOf(
  cell: Cell,
  { number, responder }: { readonly number: string; readonly responder: string },
  now: Instant,
): Promise<readonly KnownPage[]> {
  const sent = await cell.pages.since(number, now - lateAnswerWithin);
  const latest = new Map(sent.map((page) => [incidentIdOf(page), page]));
  const some = [...latest.values()].slice(-maxIncidents);
  return Promise.all(
    some.map(async ({ key, generation, code, pagedAt }) => {
      const item = await cell.incidents.read(key);
      const state = stateOf(item, generation, { responder, pagedAt });
      return {
        key,
        generation,
        page: { incident: incidentIdOf({ key, generation }), code, pagedAt, ...state },
      };
    }),
  );
}

function stateOf(
  item: IncidentItem | undefined,
  generation: number,
  { responder, pagedAt }: { readonly responder: string; readonly pagedAt: Instant },
): Pick<PageToPhone, 'resolvedAt' | 'toldAcknowledgedAt' | 'isTheirs'> {
  if (item === undefined || item.generation !== generation) return { resolvedAt: pagedAt };
  const { status, saidYes, additional } = incidentOf(item);
  const isAsked = saidYes.includes(responder) || additional.some((ladder) => isAskedBy(ladder, responder));
  const isAcknowledgedByAnother = status === 'acknowledged' && !isAsked;
  const isTheirs = status === 'acknowledged' && saidYes.includes(responder);
  return {
    resolvedAt: item.resolvedAt,
    isTheirs,
    ...(isAcknowledgedByAnother ? { toldAcknowledgedAt: pagedAt } : {}),
  };
}

/** The incident that is meant. A code that this phone was never sent is looked up in the table. */
export async function namedBy(
  cell: Cell,
  meant: IncidentMeant,
  pages: readonly KnownPage[],
): Promise<NamedIncident | undefined> {
  if (meant.kind !== 'one' && meant.kind !== 'elsewhere') return undefined;
  const { code } = meant;
  const ref =
    meant.kind === 'one'
      ? pages.find(({ page }) => page.incident === meant.incident)
      : await cell.codes.find(code);
  return ref && { key: ref.key, generation: ref.generation, code };
}
