import type { Entry } from '../../../domain/incident/timeline.ts';
import { meaningOf } from '../drawn-messages.ts';
import type { Act, Ledger } from '../ledger.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/**
 * A responder acknowledges, declines or resolves an incident, and a customer consents, only by an act of this very
 * person. No act counts more often than it was done. (P4)
 */
export function byPeople({ incidents, play }: Scene): readonly string[] {
  return incidents.flatMap((seen) => unfounded(seen, play.ledger));
}

type Claim = { readonly what: string; readonly count: number; readonly acts: readonly Act[] };

function unfounded(seen: Seen, ledger: Ledger): readonly string[] {
  const claims = new Map<string, Claim>();
  for (const entry of seen.timeline) {
    const claim = claimOf(entry, seen, ledger);
    if (claim === undefined) continue;
    claims.set(claim.what, { ...claim, count: (claims.get(claim.what)?.count ?? 0) + 1 });
  }
  return [...claims.values()]
    .filter(({ count, acts }) => count > acts.length)
    .map(({ what, count, acts }) => `${seen.incident.code}: ${what} ${count} times, by ${acts.length} acts`);
}

/** The act that an entry reports, and all acts of this person until then that may have been it. */
function claimOf(entry: Entry, seen: Seen, ledger: Ledger): Omit<Claim, 'count'> | undefined {
  const { code } = seen.incident;
  const done = (by: string, means: readonly string[], via: readonly string[]) =>
    ledger.about(
      code,
      (act) =>
        act.by === by && act.at <= entry.at && means.includes(meaningOf(act.means)) && via.includes(act.via),
    );
  switch (entry.kind) {
    case 'acknowledged':
    case 'joined':
      return entry.path === 'contact center'
        ? { what: `${entry.by} was confirmed`, acts: confirmations(entry.at, seen, ledger) }
        : {
            what: `${entry.by} acknowledged by ${entry.path}`,
            acts: done(entry.by, ['yes'], viaOf[entry.path] ?? []),
          };
    case 'declined':
      return {
        what: `${entry.by} declined by ${entry.path}`,
        acts: done(entry.by, ['no'], viaOf[entry.path] ?? []),
      };
    case 'reopened':
      return entry.by === undefined
        ? undefined
        : { what: `${entry.by} opened it again`, acts: done(entry.by, ['undo', 'reopen'], ['sms', 'api']) };
    case 'resolved':
      return entry.by === 'source'
        ? { what: 'its source resolved it', acts: endingsBySource(seen, ledger) }
        : { what: `${entry.by} resolved it`, acts: done(entry.by, ['done'], ['sms', 'api']) };
    case 'consent answered':
      return consentClaim(entry, seen, ledger);
    default:
      return undefined;
  }
}

/** The end that the source reported. It counts only when it happened after every firing of the source until then. */
function endingsBySource({ item }: Seen, ledger: Ledger): readonly Act[] {
  const events = ledger.all().filter(({ via, about }) => via === 'source' && about === item.key);
  const fired = events.filter(({ means }) => means === 'firing');
  return events.filter(
    ({ means, at, occurredAt = 0 }) =>
      means === 'done' && !fired.some((firing) => firing.at < at && (firing.occurredAt ?? 0) >= occurredAt),
  );
}

const viaOf: Readonly<Record<string, readonly Act['via'][]>> = {
  sms: ['sms'],
  voice: ['voice'],
  'command line': ['api'],
  board: ['api'],
};

/** An operator's confirmation of the primary. */
function confirmations(at: number, { id }: Seen, ledger: Ledger): readonly Act[] {
  return ledger
    .all()
    .filter(
      (act) =>
        act.via === 'operator' &&
        act.means === 'confirmed' &&
        act.at <= at &&
        act.about?.startsWith(`${id}/`),
    );
}

function consentClaim(
  entry: Extract<Entry, { readonly kind: 'consent answered' }>,
  { id, incident }: Seen,
  ledger: Ledger,
): Omit<Claim, 'count'> | undefined {
  const { answer, request } = entry;
  if (answer !== 'granted' && answer !== 'refused') return undefined;
  const digits = incident.consents.find((each) => each.id === request)?.code;
  const acts = ledger.all().filter(({ via, means, about, at, code }) => {
    if (at > entry.at) return false;
    if (via === 'customer') return about === digits && meaningOf(means) === answer;
    if (via === 'operator') return means === answer && about?.startsWith(`${id}/`) === true;
    return via === 'api' && means === `consent ${answer}` && code === incident.code;
  });
  return { what: `consent ${request} was ${answer}`, acts };
}
