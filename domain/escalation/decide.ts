import type { Incident } from '../incident/incident.ts';
import { stillAsked } from '../incident/ladder.ts';
import { dueNotices } from '../incident/notices.ts';
import { invariant } from '../invariant.ts';
import type { OnCall } from '../on-call/roster.ts';
import { withEverybodyAsked } from '../paging/major-incident.ts';
import { hasSmsFailedTotally } from '../paging/page.ts';
import {
  type Act,
  type Decision,
  type DueAct,
  type DueChange,
  isDueAct,
  type Timer,
} from '../paging/timer.ts';
import type { Instant } from '../time/instant.ts';
import { timersOf } from './timers.ts';

/**
 * What a driver does with an incident: `advance` brings it to now, `decide` says which act or which wait is next, and a
 * turn carries that out. What happens by itself stands in `timers.ts`.
 */

/** An incident that was brought to a moment, and whether that changed it. */
export interface Advanced {
  readonly incident: Incident;
  readonly isChanged: boolean;
}

/**
 * Changes that one call makes, at most: enough for two rounds of a ladder of ten steps with three responders, and for as many
 * tasks and promises. The next call makes the changes that are left.
 */
const maxChanges = 200;

/**
 * Brings an incident to `now`: fires the timers that are due, in the order in which they were due. A ladder reads the roster
 * when it begins a step.
 */
export function advance(incident: Incident, onCall: OnCall, now: Instant): Advanced {
  invariant(incident.policy.steps.length > 0, 'an escalation policy has at least one step');
  let current = incident;
  for (let changes = 0; changes < maxChanges; changes++) {
    const next = firstDue(current, now)?.fire(onCall, now) ?? withEverybodyAsked(current, onCall, now);
    if (next === undefined) return { incident: current, isChanged: changes > 0 };
    current = next;
  }
  return { incident: current, isChanged: true };
}

function firstDue(incident: Incident, now: Instant): DueChange | undefined {
  return timersOf(incident).find((timer): timer is DueChange => !isDueAct(timer) && timer.at <= now);
}

/** Turns of one execution, at most. A turn makes about 10 events, and Step Functions ends an execution at 25,000. */
const maxTurns = 200;

/** The age at which an execution hands over to a new one. */
const maxExecutionAgeMs = 24 * 60 * 60 * 1000;

/**
 * Decides the next move for an incident as it stands at `now`, after `advance` has brought it there.
 *
 * Pages come first, then notices to responders, then the contact center and the customer. Only the resolution ends an
 * incident, and only when every promise and every task is done. An acknowledgement is a wait until it runs out. A call that
 * comes early or twice does no harm: an act with an outcome is not decided again. Another driver may be in the middle of
 * an act; until `busyUntil` the decision is to wait for it.
 */
export function decide(incident: Incident, now: Instant, busyUntil?: Instant): Decision {
  if (busyUntil !== undefined && now < busyUntil) return { kind: 'await', until: busyUntil, onOther: true };

  const timers = timersOf(incident);
  const due = timers.filter((timer): timer is DueAct => isDueAct(timer) && timer.at <= now);
  const page = due.find(({ act }) => isPage(act));
  if (page !== undefined) return page.act;
  if (dueNotices(incident).length > 0) return { kind: 'tell' };
  const [first] = due;
  if (first !== undefined) return first.act;

  if (incident.status === 'resolved' && timers.length === 0) return { kind: 'end' };
  if (mustHandOver(incident, now)) return { kind: 'handOver' };
  return waiting(incident, timers);
}

/** Whether an act is a page of a ladder, not a call about a task or a message to a customer. */
function isPage(act: Act): boolean {
  return 'attempt' in act && 'ladder' in act.attempt;
}

/** A wait ends at the first timer. */
function waiting({ status, held, acknowledgement }: Incident, [first]: readonly Timer[]): Decision {
  const until = first?.at ?? Number.POSITIVE_INFINITY;
  if (status === 'held' && held !== undefined) return { kind: 'hold', reason: held.reason, until };
  if (status === 'acknowledged' && acknowledgement !== undefined) {
    return { kind: 'acknowledged', by: acknowledgement.by, until };
  }
  return { kind: 'await', until };
}

/** Whether the execution must hand over to a new one. */
function mustHandOver({ execution }: Incident, now: Instant): boolean {
  return execution.turns >= maxTurns || now - execution.startedAt >= maxExecutionAgeMs;
}

/** Whether every SMS of the main ladder's step has failed, for each person whom the step asks. */
export function smsFailsTotally({ policy, ladder }: Incident): boolean {
  const paths = policy.steps[ladder.step]?.paths ?? [];
  const asked = stillAsked(ladder);
  return asked.length > 0 && asked.every((each) => hasSmsFailedTotally(ladder, each, paths));
}

/** One turn of a driver, as the workflow sees it: the next state, and the revision of the incident that it is about. */
export type Turn = TurnKind & { readonly revision: number };

/** The state that the workflow enters. */
export type TurnKind =
  | { readonly kind: 'sms'; readonly via: 'own' | 'other' }
  | {
      readonly kind:
        | 'call'
        | 'tell'
        | 'contactCenter'
        | 'customer'
        | 'decide'
        | 'handedOver'
        | 'superseded'
        | 'end';
    }
  | {
      readonly kind: 'await' | 'acknowledged' | 'hold';
      readonly until: Instant;
      /** The driver waits for another driver's act, and makes no progress itself. */
      readonly onOther?: true;
    };

/** The turn in which a decision is performed. A decision to end or to hand over is made once more, under a claim. */
export function turnOf(decision: Decision, revision: number): Turn {
  switch (decision.kind) {
    case 'sms':
      return { kind: 'sms', via: decision.via, revision };
    case 'call':
    case 'tell':
    case 'customer':
      return { kind: decision.kind, revision };
    case 'queue':
    case 'withdraw':
    case 'stopCall':
      return { kind: 'contactCenter', revision };
    case 'await':
      return { ...decision, revision };
    case 'acknowledged':
    case 'hold':
      return { kind: decision.kind, until: decision.until, revision };
    case 'handOver':
    case 'end':
      return { kind: 'decide', revision };
  }
}

/** The first turn of an execution. It is the policy's first page, because nobody has read the roster yet. */
export function firstTurn({ status, policy }: Incident, revision: number): Turn {
  const first = policy.steps[0]?.paths[0];
  if (status !== 'escalating' || first?.kind !== 'sms') return { kind: 'decide', revision };
  return { kind: 'sms', via: first.via, revision };
}

/** Whether a decision is the one that a turn is for. */
export function isFor(turn: Turn, decision: Decision): boolean {
  if (turn.kind === 'sms') return decision.kind === 'sms' && decision.via === turn.via;
  if (turn.kind === 'contactCenter') return ofContactCenter.has(decision.kind);
  if (isWaiting(turn))
    return decision.kind === turn.kind && 'until' in decision && decision.until >= turn.until;
  return decision.kind === turn.kind;
}

/** What the driver does in the turn of the contact center: all that Amazon Connect does besides calls. */
const ofContactCenter: ReadonlySet<Decision['kind']> = new Set(['queue', 'withdraw', 'stopCall']);

/** Whether the driver waits in this turn, for an answer or a time. */
export function isWaiting(turn: Turn): turn is Extract<Turn, { readonly until: Instant }> {
  return turn.kind === 'await' || turn.kind === 'acknowledged' || turn.kind === 'hold';
}

/** Whether the driver performs an act in this turn that reaches people. */
export function isAct(turn: Turn): boolean {
  return acts.has(turn.kind);
}

const acts: ReadonlySet<Turn['kind']> = new Set(['sms', 'call', 'tell', 'contactCenter', 'customer']);
