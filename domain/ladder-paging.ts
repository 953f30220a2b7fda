import type { Asked, AskedAs, Round } from './incident.ts';
import type { Paging } from './paging.ts';

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
