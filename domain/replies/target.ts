import { hour, type Instant, minute } from '../time/instant.ts';

/** A page to a phone, and what became of its incident. */
export interface PageToPhone {
  readonly incident: string;
  readonly code: string;
  readonly pagedAt: Instant;
  readonly resolvedAt?: Instant | undefined;
  /** The phone's owner works on the incident. */
  readonly isTheirs?: boolean | undefined;
  /** When this phone was told that somebody else acknowledged. An "ok" after that may be a thank-you. */
  readonly toldAcknowledgedAt?: Instant | undefined;
}

/** Which incident an answer is about. */
export type IncidentMeant =
  | { readonly kind: 'one'; readonly incident: string; readonly code: string }
  /** This phone was never sent the code. The caller looks it up. */
  | { readonly kind: 'elsewhere'; readonly code: string }
  /** The answer may be about several incidents, or about one that is over: the sender is asked. Latest page first, never empty. */
  | { readonly kind: 'ask'; readonly codes: readonly string[] }
  /** No incident that this phone was paged for is open. */
  | { readonly kind: 'none' };

/** For how long after a page an answer may do without a code. */
export const answerWithoutCodeWithin = 30 * minute;

/** SMS can arrive hours late. For this long, an answer may be about an incident that is already over. */
export const lateAnswerWithin = 6 * hour;

/**
 * Finds the incident that an answer is about, among those that its phone was paged for.
 *
 * An answer without a code needs exactly one candidate: an incident that was paged in the last 30 minutes or that the
 * sender works on. No incident that ended in the last 6 hours may come into question.
 */
export function incidentMeant(
  reply: { readonly code?: string | undefined },
  pages: readonly PageToPhone[],
  now: Instant,
): IncidentMeant {
  const latest = latestPages(pages);
  if (reply.code !== undefined) return withCode(reply.code.toUpperCase(), latest);

  const lately = latest.filter(
    ({ pagedAt, isTheirs }) => isTheirs === true || now - pagedAt < answerWithoutCodeWithin,
  );
  const [only, ...others] = lately;
  const isPlain = others.length === 0 && !latest.some((page) => isOverSinceLately(page, now));
  if (only !== undefined && isPlain && only.toldAcknowledgedAt === undefined) {
    return { kind: 'one', incident: only.incident, code: only.code };
  }

  const codes = latest.filter((page) => mayBeMeant(page, now)).map(({ code }) => code);
  return codes.length === 0 ? { kind: 'none' } : { kind: 'ask', codes: [...new Set(codes)] };
}

function withCode(code: string, latest: readonly PageToPhone[]): IncidentMeant {
  const page = latest.find((candidate) => candidate.code.toUpperCase() === code);
  return page === undefined
    ? { kind: 'elsewhere', code }
    : { kind: 'one', incident: page.incident, code: page.code };
}

/** The last page of each incident, latest first. A reopened incident is what its last page says. Of two equal ones, the one that is over counts. */
function latestPages(pages: readonly PageToPhone[]): PageToPhone[] {
  const latestFirst = [...pages].sort(
    (one, other) => other.pagedAt - one.pagedAt || (other.resolvedAt ?? -1) - (one.resolvedAt ?? -1),
  );
  const byIncident = new Map<string, PageToPhone>();
  for (const page of latestFirst) {
    if (!byIncident.has(page.incident)) byIncident.set(page.incident, page);
  }
  return [...byIncident.values()];
}

function isOverSinceLately({ pagedAt, resolvedAt }: PageToPhone, now: Instant): boolean {
  return resolvedAt !== undefined && now - Math.max(pagedAt, resolvedAt) < lateAnswerWithin;
}

function mayBeMeant({ pagedAt, resolvedAt }: PageToPhone, now: Instant): boolean {
  return resolvedAt === undefined && now - pagedAt < lateAnswerWithin;
}
