import type { PhoneMessage } from '../../local/phones/phone-book.ts';
import { withoutGuardians } from '../scenarios/laptop.ts';
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
  readonly alarm: string;
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

/** Whether something fails at a moment, or failed so lately that its effects may not be repaired. */
export function isTroubled({ trouble, startAt }: Night, at: number, graceSeconds = 90): boolean {
  if (trouble === undefined) return false;
  const seconds = (at - startAt) / 1000;
  return seconds >= trouble.from && seconds <= trouble.until + graceSeconds;
}

/** Things that exist in two regions: where one of them refuses, people must not notice. */
const doubled: readonly Trouble['kind'][] = ['sms', 'voice', 'tasks'];

/** Whether something fails, or failed lately, that has no second path. Some rules allow more then. */
export function isHarmed(night: Night, at: number, graceSeconds?: number): boolean {
  const { trouble } = night;
  const hasOtherPath = trouble !== undefined && !trouble.isInBoth && doubled.includes(trouble.kind);
  return !hasOtherPath && isTroubled(night, at, graceSeconds);
}

/** Begins and ends the night's trouble. The guardians run on until its effects are repaired. */
export function planTrouble({ night, agenda: plans, stage, story: told }: Play): void {
  const { trouble, startAt } = night;
  if (trouble === undefined) return;
  const { needsGuardians, faults, words } = trouble;
  const at = (seconds: number) => startAt + seconds * 1000;
  plans.add(at(trouble.from), async () => {
    told.tell(stage.now(), `TROUBLE begins: ${words}`);
    await stage.faults(faults, needsGuardians);
  });
  plans.add(at(trouble.until), async () => {
    told.tell(stage.now(), `trouble is over: ${words}`);
    await stage.faults([], needsGuardians);
  });
  if (!needsGuardians) return;
  plans.add(at(trouble.until + mendedAfterSeconds), async () => {
    await stage.cloud.faults(withoutGuardians);
  });
}

/** Long enough for a guardian to see an incident that stands still, and to take it over. */
const mendedAfterSeconds = 60;
