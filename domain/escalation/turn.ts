import type { Incident } from '../incident/incident.ts';
import type { Decision } from '../paging/timer.ts';
import type { Instant } from '../time/instant.ts';

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
  if (turn.kind === 'contactCenter') return decision.kind === 'queue' || decision.kind === 'withdraw';
  if (isWaiting(turn))
    return decision.kind === turn.kind && 'until' in decision && decision.until >= turn.until;
  return decision.kind === turn.kind;
}

/** Whether the driver waits in this turn, for an answer or a time. */
export function isWaiting(turn: Turn): turn is Extract<Turn, { readonly until: Instant }> {
  return turn.kind === 'await' || turn.kind === 'acknowledged' || turn.kind === 'hold';
}

/** Whether the driver performs an act in this turn that reaches people. */
export function isAct(turn: Turn): boolean {
  return acts.has(turn.kind);
}

const acts: ReadonlySet<Turn['kind']> = new Set(['sms', 'call', 'tell', 'contactCenter', 'customer']);
