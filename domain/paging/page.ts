import { type Incident, ladderWithId } from '../incident/incident.ts';
import {
  type Asked,
  type Attempt,
  attemptTo,
  type Ladder,
  type PageOutcome,
  printAttempt,
  stepsOf,
} from '../incident/ladder.ts';
import type { Path } from '../organization/organization.ts';
import { type Instant, second } from '../time/instant.ts';
import type { DueAct } from './timer.ts';

/** The pages of the ladder's step to one person that have no outcome yet, each with the time when it is due. */
export function pagesTo(ladder: Ladder, asked: Asked, paths: readonly Path[]): readonly DueAct[] {
  return paths.flatMap((path, index) => pageBy(ladder, asked, paths, path, index) ?? []);
}

function pageBy(
  ladder: Ladder,
  asked: Asked,
  paths: readonly Path[],
  path: Path,
  index: number,
): DueAct | undefined {
  const isToCenter = path.kind === 'call' && path.whom === 'contactCenter';
  const attempt = attemptTo(ladder, isToCenter ? 'contactCenter' : asked.role, index);
  const name = printAttempt(attempt);
  if (ladder.pages[name] !== undefined) return undefined;

  const isForward = isBroughtForward(ladder, asked, paths, path);
  if (ladder.sentBefore?.includes(name) && !isForward) return undefined;
  const after = isForward ? 0 : path.afterSeconds * 1000;
  const at = Math.max(ladder.stepStartedAt + after, ladder.putOff?.[name] ?? 0);
  if (path.kind === 'sms') return { at, kind: 'act', act: { kind: 'sms', via: path.via, attempt, ...asked } };
  const whom = isToCenter
    ? ({ kind: 'contactCenter' } as const)
    : ({ kind: 'responder', responder: asked.responder } as const);
  const before = paths.slice(0, index).filter(isCallTo(path.whom)).length;
  const via = byTurns(isToCenter ? ladder.step + before : before);
  return { at, kind: 'act', act: { kind: 'call', via, attempt, whom } };
}

function isCallTo(whom: Extract<Path, { kind: 'call' }>['whom']) {
  return (path: Path) => path.kind === 'call' && path.whom === whom;
}

/**
 * The number of calls to a person before this one, as far as turns go: the calls of the step, and one for each round. So the
 * next round begins with the next number, and each number is called through each region in time.
 */
export function callsBefore(incident: Incident, attempt: Attempt): number {
  const ladder = 'ladder' in attempt ? ladderWithId(incident, attempt.ladder) : undefined;
  if (ladder === undefined || !('ladder' in attempt)) return 0;
  const paths = stepsOf(incident.policy, ladder)[attempt.step]?.paths ?? [];
  return paths.slice(0, attempt.path).filter(isCallTo('responder')).length + attempt.round - 1;
}

/** The region that is asked first for a call, by the number of calls to the same phone before it. */
export function byTurns(callsBefore: number): 'own' | 'other' {
  return callsBefore % 2 === 0 ? 'own' : 'other';
}

/** The call to the contact center after the last step of a ladder, as long as it has no outcome. */
export function callAfterTheLadder(ladder: Ladder): readonly DueAct[] {
  const attempt = attemptTo(ladder, 'contactCenter', 0);
  const name = printAttempt(attempt);
  if (ladder.pages[name] !== undefined) return [];
  const at = Math.max(ladder.stepStartedAt, ladder.putOff?.[name] ?? 0);
  const via = byTurns(ladder.step);
  return [{ at, kind: 'act', act: { kind: 'call', via, attempt, whom: { kind: 'contactCenter' } } }];
}

/**
 * Whether a page is due before its time in the policy. An SMS is due at once when every SMS path before it failed. The first
 * call to a responder, or to the contact center, is due at once when every SMS path failed.
 */
function isBroughtForward(ladder: Ladder, asked: Asked, paths: readonly Path[], path: Path): boolean {
  const index = paths.indexOf(path);
  const sms = smsOutcomes(ladder, asked, paths);
  if (path.kind === 'sms') {
    const before = sms.filter((page) => page.index < index);
    return before.length > 0 && before.every((page) => page.outcome === 'failed');
  }
  const isFirstCall = !paths.slice(0, index).some(isCallTo(path.whom));
  return isFirstCall && sms.every((page) => page.outcome === 'failed');
}

function smsOutcomes(
  ladder: Ladder,
  { role }: Asked,
  paths: readonly Path[],
): readonly { readonly index: number; readonly outcome: PageOutcome | undefined }[] {
  return paths.flatMap(({ kind }, index) =>
    kind === 'sms' ? [{ index, outcome: ladder.pages[printAttempt(attemptTo(ladder, role, index))] }] : [],
  );
}

/** Whether every SMS of the step to one person has failed. */
export function hasSmsFailedTotally(ladder: Ladder, asked: Asked, paths: readonly Path[]): boolean {
  return smsOutcomes(ladder, asked, paths).every(({ outcome }) => outcome === 'failed');
}

/** Records the outcome of a page of the ladder's step. */
export function withPageOutcome(ladder: Ladder, name: string, outcome: PageOutcome): Ladder {
  return { ...ladder, pages: { ...ladder.pages, [name]: outcome } };
}

/** Records that a call waits for the end of another call to the same phone. */
export function withPutOff(ladder: Ladder, name: string, until: Instant): Ladder {
  return { ...ladder, putOff: { ...ladder.putOff, [name]: until } };
}

/**
 * Seconds for which a phone rings. That is long enough to wake a person. It is also short enough for two calls within three
 * minutes, which pass a phone's "do not disturb". Amazon Connect accepts 15 to 60. Source: Amazon Connect API reference,
 * StartOutboundVoiceContact.
 */
export const ringSeconds = 30;

/** The number of times that a call speaks its message. A pause for the key follows each time. */
export const readings = 2;

/** Seconds of the pause after each reading, in which the person may press a key. */
export const keySeconds = 6;

/**
 * Seconds from the answer of a call to its end, at most: two readings of some 17 seconds, their pauses, the time to store
 * the key, and the closing words.
 */
const maxTalkSeconds = 60;

/** Milliseconds after which no call can still be open. Until then the same phone is not called again. */
export const maxCallMs = (ringSeconds + maxTalkSeconds) * second;
