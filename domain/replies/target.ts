import { hour, type Instant, minute } from '../time/instant.ts';

/** A page that a phone was sent, and what became of its incident. */
export interface PageToPhone {
  readonly incident: string;
  readonly code: string;
  readonly pagedAt: Instant;
  readonly resolvedAt?: Instant | undefined;
  /** He or she is on it. */
  readonly isTheirs?: boolean | undefined;
  /** When this phone was told that another has the incident: an "ok" after that may well be a thank-you. */
  readonly toldTakenAt?: Instant | undefined;
}

/** Which incident an answer is about. */
export type IncidentMeant =
  | { readonly kind: 'one'; readonly incident: string; readonly code: string }
  /** The code was never sent to this phone: the caller looks it up. */
  | { readonly kind: 'elsewhere'; readonly code: string }
  /** It could be more than one, or one that is over: ask back. Latest paged first, never empty. */
  | { readonly kind: 'ask'; readonly codes: readonly string[] }
  /** Nothing that this phone was paged for is open. */
  | { readonly kind: 'none' };

/** For how long after a page an answer may do without a code. */
export const answerWithoutCodeWithin = 30 * minute;

/** SMS arrive hours late: for this long, an answer may be about an incident that is over by now. */
export const lateAnswerWithin = 6 * hour;

/**
 * Finds the incident that an answer is about, among those that its phone was paged for.
 *
 * Without a code it must be plain: one incident in the last 30 minutes, or that the sender is on, and none in the last
 * 6 hours that is over.
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
  if (only !== undefined && isPlain && only.toldTakenAt === undefined) {
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

/** The last page of each incident, latest first: a reopened incident is what its last page says it is. In doubt, over. */
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
