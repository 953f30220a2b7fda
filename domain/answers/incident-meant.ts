import type { Reply } from '../replies/reply.ts';
import { hour, type Instant, minute } from '../time/instant.ts';

/** An incident that a phone was paged for, or that its owner holds. */
export interface KnownIncident {
  readonly incident: string;
  readonly code: string;
  /** The customer's name. */
  readonly customer?: string | undefined;
  /** When this phone was paged for it last. Undefined: its owner took it by its code. */
  readonly pagedAt?: Instant | undefined;
  /** Since when the sender works on it. Undefined: they do not. */
  readonly heldSince?: Instant | undefined;
  readonly isOver: boolean;
  /** When the sender said something about it last. */
  readonly answeredAt?: Instant | undefined;
  /** Somebody else acknowledged it, and the sender was told. */
  readonly taken?: { readonly by: string; readonly at: Instant; readonly until: Instant } | undefined;
}

/** Which incident a message is about. */
export type IncidentMeant =
  | { readonly kind: 'one'; readonly incident: string; readonly code: string }
  /** The phone knows no incident of this code. The caller looks it up. */
  | { readonly kind: 'elsewhere'; readonly code: string }
  /** The sender is asked which one they mean, latest first; or whether they mean the only one. Never empty. */
  | {
      readonly kind: 'ask';
      /** `taken`: somebody else has it by now, and an "ok" may be a thank-you. */
      readonly why: 'several' | 'late' | 'taken';
      readonly among: readonly KnownIncident[];
    }
  /** The phone knows no incident. */
  | { readonly kind: 'none' };

/** For how long after a page a word may do without a code. */
export const wordWithoutCodeWithin = 6 * hour;

/** A word without a code that was under way for longer is asked back: its sender may have read other pages by now. */
export const maxUnderWayMs = 5 * minute;

/** A yes that was sent so soon after another's was written before its sender read who has the incident. */
const sameMomentMs = minute;

/** When a message was sent, and when it is read. */
export interface MessageTimes {
  readonly sentAt: Instant;
  readonly now: Instant;
}

/** What a message asks, as far as the incident that it means depends on it. */
export type AskedOfIncident = Pick<Reply, 'kind' | 'code'> & { readonly minutes?: number | undefined };

/**
 * Finds the incident that a message is about, among those that its phone knows.
 *
 * A word without a code counts only where it can mean one incident: the one that the sender holds, however old; else the
 * only one that this phone was paged for in the last six hours, whatever has become of the others. The same rule says
 * what a page teaches (`countsWithoutCode`).
 */
export function incidentMeant(
  asked: AskedOfIncident,
  known: readonly KnownIncident[],
  { sentAt, now }: MessageTimes,
): IncidentMeant {
  const latest = latestFirst(known);
  if (asked.code !== undefined) return withCode(asked.code.toUpperCase(), latest);

  const candidates = candidatesFor(asked, latest, sentAt);
  const [only, ...others] = candidates;
  if (only === undefined) return { kind: 'none' };
  if (others.length > 0) return { kind: 'ask', why: 'several', among: candidates };
  if (!isQuestion(asked) && now - sentAt > maxUnderWayMs) return { kind: 'ask', why: 'late', among: [only] };
  if (mayBeThanks(asked, only, sentAt)) return { kind: 'ask', why: 'taken', among: [only] };
  return { kind: 'one', incident: only.incident, code: only.code };
}

/**
 * Whether a plain yes or no counts without a code for the incident that this phone is paged for now. `known`: what the
 * phone knows besides.
 */
export function countsWithoutCode(
  paged: Pick<KnownIncident, 'incident' | 'code'>,
  known: readonly KnownIncident[],
  now: Instant,
): boolean {
  const others = known.filter(({ incident }) => incident !== paged.incident);
  const own = known.find(({ incident }) => incident === paged.incident);
  const page = { ...own, ...paged, isOver: false, pagedAt: now, taken: undefined };
  const meant = incidentMeant({ kind: 'yes' }, [...others, page], { sentAt: now, now });
  return meant.kind === 'one' && meant.incident === paged.incident;
}

/**
 * The incidents that "all" means, latest first. Of a yes or a no: all that this phone was paged for and that nobody has.
 * Of anything else: all that the sender holds.
 */
export function allMeant(
  { kind }: AskedOfIncident,
  known: readonly KnownIncident[],
  { sentAt }: MessageTimes,
): readonly KnownIncident[] {
  const open = latestFirst(known).filter(({ isOver }) => !isOver);
  if (!isAnswerToPage({ kind })) return open.filter(isHeld);
  return open.filter((each) => isPagedLately(each, sentAt) && !isHeld(each) && each.taken === undefined);
}

function candidatesFor(
  asked: AskedOfIncident,
  latest: readonly KnownIncident[],
  sentAt: Instant,
): readonly KnownIncident[] {
  const held = latest.filter(isHeld);
  const paged = latest.filter((each) => isHeld(each) || isPagedLately(each, sentAt));
  if (isQuestion(asked)) return openOnes(paged);
  const [own] = held;
  if (own === undefined) return paged;
  if (asked.kind === 'undo') return [...paged.filter((each) => isLaterAnswer(each, own)), ...held];
  return isAnswerToPage(asked) ? [...paged.filter((each) => isNewerPage(each, own)), ...held] : held;
}

/** A question does no harm: it is about what is open, and about what is over only where nothing else is. */
function openOnes(paged: readonly KnownIncident[]): readonly KnownIncident[] {
  const open = paged.filter(({ isOver }) => !isOver);
  return open.length > 0 ? open : paged.slice(0, 1);
}

/** Whether the phone was paged for another incident after its owner took theirs, and they have not answered that page. */
function isNewerPage(each: KnownIncident, own: KnownIncident): boolean {
  const { pagedAt = 0, answeredAt = 0 } = each;
  return !isHeld(each) && pagedAt > (own.heldSince ?? 0) && answeredAt < pagedAt;
}

/** Whether the sender said something about another incident after what they said about theirs: an undo may mean that. */
function isLaterAnswer(each: KnownIncident, own: KnownIncident): boolean {
  return !isHeld(each) && (each.answeredAt ?? 0) > (own.answeredAt ?? own.heldSince ?? 0);
}

function isHeld({ heldSince, isOver }: KnownIncident): boolean {
  return heldSince !== undefined && !isOver;
}

function isPagedLately({ pagedAt }: KnownIncident, sentAt: Instant): boolean {
  return pagedAt !== undefined && pagedAt <= sentAt && sentAt - pagedAt < wordWithoutCodeWithin;
}

/** A plain "ok" after the sender was told who has the incident may be a thank-you. In the same moment it is an answer. */
function mayBeThanks({ kind, minutes }: AskedOfIncident, { taken }: KnownIncident, sentAt: Instant): boolean {
  if (kind !== 'yes' || minutes !== undefined || taken === undefined) return false;
  return sentAt - taken.at > sameMomentMs;
}

/** Whether a message answers a page. Any other word is about what its sender works on. */
function isAnswerToPage({ kind }: Pick<AskedOfIncident, 'kind'>): boolean {
  return kind === 'yes' || kind === 'no';
}

const questions: readonly Reply['kind'][] = ['info', 'who', 'status', 'link', 'numbers', 'list', 'help'];

/** Whether a message changes nothing. */
export function isQuestion({ kind }: Pick<AskedOfIncident, 'kind'>): boolean {
  return questions.includes(kind);
}

function withCode(code: string, latest: readonly KnownIncident[]): IncidentMeant {
  const found = latest.find((candidate) => candidate.code.toUpperCase() === code);
  return found === undefined
    ? { kind: 'elsewhere', code }
    : { kind: 'one', incident: found.incident, code: found.code };
}

function latestFirst(known: readonly KnownIncident[]): readonly KnownIncident[] {
  return [...known].sort((one, other) => timeOf(other) - timeOf(one));
}

function timeOf({ pagedAt, heldSince }: KnownIncident): Instant {
  return Math.max(pagedAt ?? 0, heldSince ?? 0);
}
