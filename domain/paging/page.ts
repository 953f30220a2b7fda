import type { Asked, AskedAs, PageOutcome } from '../incident/asked.ts';
import type { Round } from '../incident/incident.ts';
import type { Path } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import type { DueAct } from './decision.ts';

/** Somebody who is asked by a list of paths from a moment on: by a step of the ladder, or beside it. */
export interface Paging {
  readonly asked: Asked<AskedAs>;
  readonly startedAt: Instant;
  /** Names the page by a path: the same one is never counted twice. One call to the contact center serves everybody in a step. */
  readonly attempt: (whom: AskedAs | 'contactCenter', pathIndex: number) => string;
  /** What became of each page, by attempt. */
  readonly pages: Readonly<Record<string, PageOutcome>>;
  /** Calls that wait for the end of another call to the same phone, by attempt. */
  readonly putOff?: Readonly<Record<string, Instant>> | undefined;
}

/** The pages that have no outcome yet, each with its time. */
export function pagesBy(paging: Paging, paths: readonly Path[]): readonly DueAct[] {
  return paths
    .map((path, index) => pageBy(paging, paths, path, index))
    .filter(({ decision }) => !('attempt' in decision) || paging.pages[decision.attempt] === undefined);
}

function pageBy(paging: Paging, paths: readonly Path[], path: Path, index: number): DueAct {
  const { asked, startedAt, attempt, putOff } = paging;
  const after = isBroughtForward(paging, paths, path) ? 0 : path.afterSeconds * 1000;
  const due = (name: string) => Math.max(startedAt + after, putOff?.[name] ?? 0);
  const name = attempt(asked.role, index);
  if (path.kind === 'sms')
    return { dueAt: due(name), decision: { kind: 'sms', via: path.via, attempt: name, ...asked } };
  if (path.whom === 'contactCenter') return callToContactCenter(paging, index, due);
  const whom = { kind: 'responder', responder: asked.responder } as const;
  return { dueAt: due(name), decision: { kind: 'call', attempt: name, whom } };
}

function callToContactCenter({ attempt }: Paging, index: number, due: (name: string) => Instant): DueAct {
  const name = attempt('contactCenter', index);
  return { dueAt: due(name), decision: { kind: 'call', attempt: name, whom: { kind: 'contactCenter' } } };
}

/**
 * A refusal does not wait for the ladder's second: the next SMS path is due when those before it failed, the first call
 * to each when SMS has failed totally.
 */
function isBroughtForward(paging: Paging, paths: readonly Path[], path: Path): boolean {
  const index = paths.indexOf(path);
  const sms = smsOutcomes(paging, paths);
  if (path.kind === 'sms') {
    const before = sms.filter((page) => page.index < index);
    return before.length > 0 && before.every((page) => page.outcome === 'failed');
  }
  const isFirstCall = !paths
    .slice(0, index)
    .some((other) => other.kind === 'call' && other.whom === path.whom);
  return isFirstCall && sms.every((page) => page.outcome === 'failed');
}

/** What became of the SMS to one person; undefined where none has gone yet. */
export function smsOutcomes(
  { attempt, pages, asked }: Paging,
  paths: readonly Path[],
): readonly { readonly index: number; readonly outcome: PageOutcome | undefined }[] {
  return paths.flatMap(({ kind }, index) =>
    kind === 'sms' ? [{ index, outcome: pages[attempt(asked.role, index)] }] : [],
  );
}

/** Whether every SMS to one person has failed. */
export function hasSmsFailedTotally(paging: Paging, paths: readonly Path[]): boolean {
  return smsOutcomes(paging, paths).every(({ outcome }) => outcome === 'failed');
}

/** How the pages of the current step to one person are named and timed. */
export function ladderPaging(round: Round, asked: Asked): Paging {
  return {
    ...{ asked, startedAt: round.stepStartedAt, pages: round.pages, putOff: round.putOff },
    attempt: (whom, pathIndex) => attemptOf(round, whom, pathIndex),
  };
}

/** Names a page of a round: the same one is never counted twice. */
export function attemptOf(round: Round, whom: AskedAs | 'contactCenter', pathIndex: number): string {
  return `${round.number}/${round.step}/${whom}/${pathIndex}`;
}

/** Whether the attempt is one of the step that is going on. */
export function isOfStep(round: Round, attempt: string): boolean {
  return attempt.startsWith(`${round.number}/${round.step}/`);
}
