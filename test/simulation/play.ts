import type { PhoneMessage } from '../../local/phones/phone-book.ts';
import { type Agenda, agenda } from './agenda.ts';
import { type Ledger, ledger } from './ledger.ts';
import type { Night, Trouble } from './night.ts';
import type { Scene } from './scene.ts';
import type { Stage } from './stage.ts';
import { type Story, story } from './story.ts';

/** A night that is being played. */
export interface Play {
  readonly night: Night;
  readonly stage: Stage;
  readonly agenda: Agenda;
  readonly ledger: Ledger;
  readonly story: Story;
  /** The incident ids that the answers to an alarm gave, by the alarm's name. */
  readonly accepted: AcceptedAlarm[];
  /** How many moves of each list have been used. */
  readonly used: Map<unknown, number>;
  /** The messages that phones received, oldest first. */
  readonly heard: HeardMessage[];
  /** The calls that have rung. */
  readonly calls: RungCall[];
  /** The timelines as they were last read, by incident. */
  readonly timelines: Map<string, readonly string[]>;
  /** The board's address and when an operator got it; undefined before that. */
  board?: { readonly address: string; readonly at: number };
  /** The incidents as they were last read, and the number of calls to AWS at that time. */
  read?: { readonly scene: Scene; readonly calls: number };
}

/** A 202, and the body of the answer. */
export interface AcceptedAlarm {
  readonly at: number;
  readonly sentAt: number;
  /** By the clock of its source. */
  readonly occurredAt: number;
  readonly alarm: string;
  readonly service: string;
  readonly severity: 'critical' | 'high' | 'low' | undefined;
  readonly state: 'firing' | 'resolved';
  readonly incidentId: string;
  readonly code: string;
  readonly status: string;
}

export interface HeardMessage extends PhoneMessage {
  readonly number: string;
  readonly kind: 'responder' | 'customer' | 'contact-center';
  /** The code of the incident with which the message begins. */
  readonly code: string | undefined;
}

export interface RungCall {
  readonly id: string;
  readonly number: string;
  readonly at: number;
  /** The codes that the call spoke. */
  spoken: string;
}

export function newPlay(night: Night, stage: Stage): Play {
  return {
    ...{ night, stage, agenda: agenda(), ledger: ledger(), story: story(night.startAt) },
    ...{ accepted: [], used: new Map(), heard: [], calls: [], timelines: new Map() },
  };
}

/** The next of a list of moves; undefined after the last one. */
export function nextMove<M>({ used }: Play, moves: readonly M[]): M | undefined {
  const count = used.get(moves) ?? 0;
  used.set(moves, count + 1);
  return moves[count];
}

/** The codes of the night's incidents, newest first. */
export function knownCodes({ accepted }: Play): readonly string[] {
  return [...new Set(accepted.map(({ code }) => code).toReversed())];
}

/** What fails at a moment, or failed so lately that its effects may not be repaired. */
export function troublesAt({ troubles, startAt }: Night, at: number, graceSeconds = 90): readonly Trouble[] {
  const seconds = (at - startAt) / 1000;
  return troubles.filter(({ from, until }) => seconds >= from && seconds <= until + graceSeconds);
}

/** Whether something fails at a moment, or failed lately. */
export function isTroubled(night: Night, at: number, graceSeconds?: number): boolean {
  return troublesAt(night, at, graceSeconds).length > 0;
}

/** Things that exist in two regions: where one of them refuses, people must not notice. */
const doubled: readonly Trouble['kind'][] = ['sms', 'voice', 'tasks', 'double'];

/** Whether something fails, or failed lately, that has no second path. Some rules allow more then. */
export function isHarmed(night: Night, at: number, graceSeconds?: number): boolean {
  const troubles = troublesAt(night, at, graceSeconds);
  const hasOtherPath = troubles.every(({ kind, isInBoth }) => !isInBoth && doubled.includes(kind));
  return troubles.length > 1 || !hasOtherPath;
}

const repeating: readonly Trouble['kind'][] = ['kill', 'functions', 'region', 'cut'];

/** Whether a message that may not have left is sent again: after a kill, and where a region does not answer. */
export function mayRepeat({ troubles }: Night): boolean {
  return troubles.some(({ kind, words }) => repeating.includes(kind) || words.includes('hang'));
}

/** Begins and ends the night's troubles. The guardians run on until their effects are repaired. */
export function planTroubles({ night, agenda: plans, stage, story: told }: Play): void {
  const { troubles, startAt } = night;
  const switchAt = (seconds: number, words: string) => {
    const at = startAt + seconds * 1000;
    plans.add(at, async () => {
      const now = troubles.filter(({ from, until }) => seconds >= from && seconds < until);
      const isGuarded = troubles.some(
        ({ from, until, needsGuardians }) =>
          needsGuardians && seconds >= from && seconds < until + mendedAfterSeconds,
      );
      told.tell(stage.now(), words);
      await stage.faults(
        now.flatMap(({ faults }) => faults),
        isGuarded,
      );
    });
  };
  for (const { from, until, words, needsGuardians } of troubles) {
    switchAt(from, `TROUBLE begins: ${words}`);
    switchAt(until, `trouble is over: ${words}`);
    if (needsGuardians) switchAt(until + mendedAfterSeconds, `the guardians rest: ${words}`);
  }
}

/** Long enough for a guardian to see an incident that stands still, and to take it over. */
const mendedAfterSeconds = 60;
