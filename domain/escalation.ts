import { waitedOut } from './climb.ts';
import { type Asked, type Incident, type PageOutcome, type Round, stillAsked } from './incident.ts';
import type { Instant } from './instant.ts';
import type { Path, Role } from './organization.ts';

/** What the shell must do next. It obeys; it never decides. */
export type Decision =
  | {
      readonly kind: 'sms';
      readonly via: 'own' | 'other';
      readonly attempt: string;
      readonly role: Role;
      readonly responder: string;
    }
  | {
      readonly kind: 'call';
      readonly attempt: string;
      readonly whom:
        | { readonly kind: 'responder'; readonly responder: string }
        | { readonly kind: 'contactCenter' };
    }
  | { readonly kind: 'tell' }
  /** `onOther`: for another driver's act, of which nobody knows yet what became. */
  | { readonly kind: 'await'; readonly until: Instant; readonly onOther?: true }
  | { readonly kind: 'taken'; readonly until: Instant; readonly by: string }
  | { readonly kind: 'hold'; readonly until: Instant; readonly reason: string }
  | { readonly kind: 'handOver' }
  | { readonly kind: 'end' };

/** Step Functions ends an execution at 25,000 events; a turn makes about 10, and an execution hands over at 2,000. */
const maxTurns = 200;
const maxExecutionAge = 24 * 60 * 60 * 1000;

/**
 * Decides the next move for an incident as it stands at `now`, after `advance` has brought it there.
 *
 * Only its resolution ends it: an acknowledgement is a wait, until the time that was promised.
 * Calling it early or twice is harmless: what is done is not decided again, and while another driver is in the middle of
 * an act, until `busyUntil`, it is left to it.
 */
export function decide(incident: Incident, now: Instant, busyUntil?: Instant): Decision {
  if (busyUntil !== undefined && now < busyUntil) return { kind: 'await', until: busyUntil, onOther: true };

  const page = incident.status === 'escalating' ? nextPage(incident) : undefined;
  if (page !== undefined && page.dueAt <= now) return page.decision;
  if (incident.notices.length > 0) return { kind: 'tell' };
  if (incident.status === 'resolved') return { kind: 'end' };
  if (isExecutionWorn(incident, now)) return { kind: 'handOver' };
  return waiting(incident, page?.dueAt);
}

function waiting(incident: Incident, nextPageAt: Instant | undefined): Decision {
  if (incident.status === 'held' && incident.held !== undefined) return { kind: 'hold', ...incident.held };
  if (incident.status === 'acknowledged' && incident.acknowledgement !== undefined) {
    return { kind: 'taken', ...incident.acknowledgement };
  }
  return { kind: 'await', until: Math.min(nextPageAt ?? Number.POSITIVE_INFINITY, waitedOut(incident)) };
}

function isExecutionWorn({ execution }: Incident, now: Instant): boolean {
  return execution.turns >= maxTurns || now - execution.startedAt >= maxExecutionAge;
}

interface DuePage {
  readonly dueAt: Instant;
  readonly decision: Extract<Decision, { kind: 'sms' | 'call' }>;
}

/** The page that is due first among those of the current step that have no outcome yet. */
function nextPage({ policy, round }: Incident): DuePage | undefined {
  const step = policy.steps[round.step];
  const pages =
    step === undefined
      ? [callToContactCenter(attemptOf(round, 'contactCenter', 0), round.stepStartedAt)]
      : stillAsked(round).flatMap((asked) => pagesTo(asked, round, step.paths));
  return pages
    .filter((page) => round.pages[page.decision.attempt] === undefined)
    .map((page) => ({ ...page, dueAt: Math.max(page.dueAt, round.putOff?.[page.decision.attempt] ?? 0) }))
    .reduce<DuePage | undefined>(
      (first, page) => (first && first.dueAt <= page.dueAt ? first : page),
      undefined,
    );
}

function pagesTo(asked: Asked, round: Round, paths: readonly Path[]): DuePage[] {
  return paths.map((path, index) => {
    const dueAt = isBroughtForward(path, asked, round, paths)
      ? round.stepStartedAt
      : round.stepStartedAt + path.afterSeconds * 1000;
    if (path.kind === 'sms') {
      return {
        dueAt,
        decision: { kind: 'sms', via: path.via, attempt: attemptOf(round, asked.role, index), ...asked },
      };
    }
    if (path.whom === 'contactCenter') {
      return callToContactCenter(attemptOf(round, 'contactCenter', index), dueAt);
    }
    const whom = { kind: 'responder', responder: asked.responder } as const;
    return { dueAt, decision: { kind: 'call', attempt: attemptOf(round, asked.role, index), whom } };
  });
}

function callToContactCenter(attempt: string, dueAt: Instant): DuePage {
  return { dueAt, decision: { kind: 'call', attempt, whom: { kind: 'contactCenter' } } };
}

/** Names a page: the same one is never counted twice. One call to the contact center serves everybody in a step. */
export function attemptOf(round: Round, whom: string, pathIndex: number): string {
  return `${round.number}/${round.step}/${whom}/${pathIndex}`;
}

/** Whether the attempt is one of the step that is going on. */
export function isOfStep(round: Round, attempt: string): boolean {
  return attempt.startsWith(`${round.number}/${round.step}/`);
}

/**
 * A refusal does not wait for the ladder's second: the next SMS path is due when those before it failed, the first call
 * to each when SMS has failed totally.
 */
function isBroughtForward(path: Path, asked: Asked, round: Round, paths: readonly Path[]): boolean {
  const index = paths.indexOf(path);
  const sms = smsOutcomes(round, asked.role, paths);
  if (path.kind === 'sms') {
    const before = sms.filter((page) => page.index < index);
    return before.length > 0 && before.every((page) => page.outcome === 'failed');
  }
  const isFirstCall = !paths
    .slice(0, index)
    .some((other) => other.kind === 'call' && other.whom === path.whom);
  return isFirstCall && sms.every((page) => page.outcome === 'failed');
}

/** Whether every SMS of the step has failed, for each of those who are asked in it. */
export function smsFailsTotally({ policy, round }: Incident): boolean {
  const paths = policy.steps[round.step]?.paths ?? [];
  const outcomes = stillAsked(round).flatMap(({ role }) => smsOutcomes(round, role, paths));
  return outcomes.length > 0 && outcomes.every(({ outcome }) => outcome === 'failed');
}

/** What became of the SMS of a step to one person; undefined where none has gone yet. */
export function smsOutcomes(
  round: Round,
  role: Role,
  paths: readonly Path[],
): { readonly index: number; readonly outcome: PageOutcome | undefined }[] {
  return paths.flatMap(({ kind }, index) =>
    kind === 'sms' ? [{ index, outcome: round.pages[attemptOf(round, role, index)] }] : [],
  );
}
