import { withChangedTask, withTask } from '../contact-center/tasks.ts';
import { promisesAfterReopening } from '../customers/owed.ts';
import type { AnswerPath } from '../incident/customer.ts';
import {
  type Acknowledgement,
  cutOff,
  type Incident,
  type Interrupted,
  pagedOrHeld,
  withEntry,
} from '../incident/incident.ts';
import { type Ladder, newRound, stepsOf } from '../incident/ladder.ts';
import { brokenPromises, isOver } from '../incident/notices.ts';
import type { OperatorTask } from '../incident/task.ts';
import type { Instant } from '../time/instant.ts';
import { countedAgain } from './flapping.ts';
import { toldOpenAgain, toldToAll } from './told-open-again.ts';

/**
 * Opening an incident again: its alarm fires again soon after the end, or a person takes the end back. The incident goes on
 * where it was. An acknowledgement still holds; else its ladder goes on in the same round and step, and the time for which it
 * was over does not count. Whoever has heard that it was over, and is asked or works on it, hears that it is open again; after a mistake of a person, everybody who has heard does.
 */

/** Reopens the incident of an alarm that fired again soon after the resolution. */
export function reopen(incident: Incident, summary: string, now: Instant): Incident {
  const firedAgain = countedAgain(incident.firedAgain, now);
  const { acknowledgement } = incident;
  const isHeldBySomebody = acknowledgement !== undefined && acknowledgement.until > now;
  const { times, flaps } = firedAgain;
  const asksFirst = isHeldBySomebody ? undefined : acknowledgement?.by;
  const entry = { at: now, kind: 'reopened', summary: cutOff(summary), asksFirst, times, flaps } as const;
  const again = withEntry({ ...incident, firedAgain }, entry);
  return goneOn(again, isHeldBySomebody ? acknowledgement : undefined, [], now);
}

/**
 * Takes back the end of an incident, because a person says that it is not over. The acknowledgement lasts as long as it
 * still had to when the incident ended.
 */
export function takeBackEnd(
  incident: Incident,
  { by, path, note }: { readonly by: string; readonly path: AnswerPath; readonly note?: string | undefined },
  now: Instant,
): Incident {
  const { acknowledgement, resolvedAt = now, summary } = incident;
  const entry = { at: now, kind: 'reopened', summary, by, path, note } as const;
  const left = acknowledgement === undefined ? 0 : acknowledgement.until - resolvedAt;
  const holds = acknowledgement !== undefined && {
    ...acknowledgement,
    until: Math.max(acknowledgement.until, now + left),
  };
  return goneOn(withEntry(incident, entry), holds || undefined, [by], now, toldToAll);
}

/**
 * `holds`: the acknowledgement that still counts. `know`: who need not be told that it is open again. `tell` tells those
 * who heard that it was over.
 */
function goneOn(
  incident: Incident,
  holds: Acknowledgement | undefined,
  know: readonly string[],
  now: Instant,
  tell = toldOpenAgain,
): Incident {
  const interrupted = interruptedOf(incident);
  const { resolvedAt = now, notices } = incident;
  const wasOverMs = Math.max(0, now - resolvedAt);
  const unheard = notices.filter(({ notice }) => isOver(notice)).map(({ to }) => to);
  const heard = interrupted.readers.filter((to) => !unheard.includes(to) && !know.includes(to));
  const open: Incident = {
    ...incident,
    ...stateAgain(incident, interrupted, holds, wasOverMs, now),
    ...{ resolvedAt: undefined, resolvedBy: undefined, interrupted: undefined, reopenedAt: now },
    notices: brokenPromises(incident),
    execution: { startedAt: now, turns: 0 },
  };
  const confirming = confirmedAgain(open, interrupted.confirmations, wasOverMs, now);
  const told = tell(confirming, heard);
  return promisesAfterReopening(told, interrupted.promises, wasOverMs, now);
}

/** An incident that was resolved by an earlier version has nothing stored. */
function interruptedOf({ interrupted, acknowledgement, paged }: Incident): Interrupted {
  return (
    interrupted ?? {
      status: acknowledgement === undefined ? 'escalating' : 'acknowledged',
      ...{ additional: [], confirmations: [], promises: [], readers: paged },
    }
  );
}

type State = Pick<
  Incident,
  'status' | 'held' | 'acknowledgement' | 'saidYes' | 'ladder' | 'additional' | 'timeline'
>;

/**
 * The state in which the incident goes on. When an acknowledgement has run out meanwhile, a new round asks first who had it.
 * The policy's hold until the morning applies again.
 */
function stateAgain(
  incident: Incident,
  { status: before, additional }: Interrupted,
  holds: Acknowledgement | undefined,
  wasOverMs: number,
  now: Instant,
): State {
  const { ladder, saidYes, timeline, acknowledgement } = incident;
  const others = additional.map((one) => postponed(one, wasOverMs));
  const reason = { kind: 'openAgain', at: now } as const;
  const later = { ...postponed(ladder, wasOverMs), reason };
  if (holds !== undefined) {
    const state = { status: 'acknowledged', held: undefined, acknowledgement: holds } as const;
    return { ...state, saidYes, ladder: later, additional: others, timeline };
  }
  const { status, held, entries } = heldAgain(incident, now);
  const state = { status, held, acknowledgement: undefined, additional: others };
  const entered = [...timeline, ...entries];
  if (status === 'escalating' && before === 'escalating' && !isPassed(incident, ladder)) {
    return { ...state, saidYes, ladder: later, timeline: entered };
  }
  const { round, declined, silent, asksFirst } = ladder;
  const mayAnswer = before !== 'escalating' || silent.some((one) => !declined.includes(one));
  // Everybody has declined: the contact center is called again, and the round waits out its time.
  if (status === 'escalating' && !mayAnswer) {
    return { ...state, saidYes, ladder: { ...later, pages: {} }, timeline: entered };
  }
  return {
    ...{ ...state, saidYes: [], timeline: entered },
    // These ladders are made again for everybody whom a major incident still needs.
    additional: others.filter(({ why }) => why !== 'major'),
    ladder: {
      ...newRound(ladder, round + 1, now),
      reason,
      asksFirst: acknowledgement?.by ?? asksFirst,
      declined: before === 'escalating' ? declined : [],
    },
  };
}

/** A major incident does not wait for the morning. */
function heldAgain({ policy, route, major }: Incident, now: Instant): ReturnType<typeof pagedOrHeld> {
  if (major !== undefined) return { status: 'escalating', held: undefined, entries: [] };
  return pagedOrHeld(policy, route, now);
}

/** Whether a ladder is past its last step. */
function isPassed({ policy }: Incident, ladder: Ladder): boolean {
  return stepsOf(policy, ladder)[ladder.step] === undefined;
}

/** The ladder later by the time for which the incident was over. */
function postponed(ladder: Ladder, byMs: number): Ladder {
  const { startedAt, stepStartedAt } = ladder;
  return { ...ladder, startedAt: startedAt + byMs, stepStartedAt: stepStartedAt + byMs, putOff: undefined };
}

/** Asks the contact center again to confirm the primary, if it had not done so. A new round asks by itself. */
function confirmedAgain(
  incident: Incident,
  confirmations: readonly OperatorTask[],
  wasOverMs: number,
  now: Instant,
): Incident {
  const { status, ladder } = incident;
  const isNewRound = status === 'escalating' && ladder.asked === undefined;
  if (status === 'held' || isNewRound) return incident;
  return confirmations.reduce((before, { about, outcomeBy, calls, callAt, late, reported }) => {
    const asked = withTask(before, about, now, outcomeBy === undefined ? undefined : outcomeBy + wasOverMs);
    const id = asked.tasks.at(-1)?.id ?? '';
    return withChangedTask(asked, id, (task) => ({
      ...task,
      ...{ calls, late, callAt: Math.max(task.callAt, callAt + wasOverMs) },
      ...(reported === undefined ? {} : { reported }),
    }));
  }, incident);
}
