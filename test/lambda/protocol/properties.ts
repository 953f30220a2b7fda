import { type IncidentItem, incidentOf } from '../../../aws/table/incident-item.ts';
import { isWaiting } from '../../../domain/escalation/decide.ts';
import type { StepEvent } from '../../../lambda/driving/driver.ts';
import type { Invocation } from './scheduler.ts';

/** What the model of the protocol promises, by the names of docs/protocol/README.md. */
export type Property =
  | 'P1: an accepted firing is never left beside an incident that has ended'
  | 'P5: what is not resolved has a deadline'
  | 'P4: only an answer takes an incident'
  | 'P7: no event opens what it is older than'
  | 'fencing: no claim by an old epoch or generation'
  | 'fencing: two drivers never act at the same time'
  | 'answers: nobody goes to sleep over one'
  | 'answers: none gets lost'
  | 'answers: none counts twice'
  | 'names: no execution name stands for two starts'
  | 'again: an open incident is paged again';

export interface Violation {
  readonly property: Property;
  readonly what: string;
}

/** A claim, as the table was asked for it. */
export interface AskedClaim {
  readonly generation: number;
  readonly epoch: number;
  readonly purpose: 'act' | 'wait' | 'decide';
}

/** Looks at each write to the incident, at each start, and at what functions answer. Finds the first violation. */
export interface Properties {
  readonly found: readonly Violation[];
  wrote(by: Invocation, before: IncidentItem | undefined, after: IncidentItem, claim?: AskedClaim): void;
  /** A driver has been shown the item as it stands, by a claim that failed. */
  shown(by: Invocation): void;
  started(name: string): void;
  /** A state of the workflow has begun to wait. */
  sleeps(by: Invocation, event: StepEvent): void;
  accepted(eventAt: number, item: IncidentItem | undefined): void;
  answered(message: string, generation: number, item: IncidentItem | undefined): void;
}

export function properties(now: () => number): Properties {
  const names = new Set<string>();
  const accepted: number[] = [];
  const counted = new Map<string, number>();
  const windows = new Map<Invocation, number>();
  const sleepsOver = new Set<Invocation>();
  let newest = Number.NEGATIVE_INFINITY;
  let isUnread = false;
  const found: Violation[] = [];
  const report = (property: Property, what: string) => found.push({ property, what });

  function checkClaim(
    by: Invocation,
    before: IncidentItem,
    { generation, epoch, purpose }: AskedClaim,
  ): void {
    if (generation !== before.generation || epoch !== before.epoch) {
      report('fencing: no claim by an old epoch or generation', `${epoch} is not ${before.epoch}`);
    }
    if (purpose === 'wait' && isUnread) sleepsOver.add(by);
    if (purpose !== 'act') return;
    const other = [...windows].find(([who, until]) => who !== by && until > now());
    if (other) {
      report('fencing: two drivers never act at the same time', `${by.actor} and ${other[0].actor}`);
    }
  }

  /**
   * Only a person's word acknowledges an incident. Only a word, the end of its time, or the resolution ends the
   * acknowledgement.
   */
  function checkTaken(by: Invocation, before: IncidentItem | undefined, after: IncidentItem): void {
    const wasTaken = before?.status === 'acknowledged';
    const isTaken = after.status === 'acknowledged';
    if (wasTaken === isTaken || by.actor.startsWith('answer')) return;
    // An event that reopens the incident gives back the acknowledgement that a person's word had made.
    if (before?.status === 'resolved' && isSameAcknowledgement(before, after)) return;
    const until = before === undefined ? undefined : incidentOf(before).acknowledgement?.until;
    const mayEnd = after.status === 'resolved' || before?.status === 'resolved' || (until ?? 0) <= now();
    if (isTaken || !mayEnd) {
      report('P4: only an answer takes an incident', `${by.actor}: ${before?.status}, ${after.status}`);
    }
  }

  function checkOpening(by: Invocation, before: IncidentItem | undefined, after: IncidentItem): void {
    const isOpened =
      before === undefined ||
      after.generation > before.generation ||
      (before.status === 'resolved' && after.status !== 'resolved');
    if (!isOpened || by.actor.startsWith('answer')) return; // a person may open it again at any time
    if (after.lastEventAt <= newest) {
      report('P7: no event opens what it is older than', `${after.lastEventAt} after ${newest}`);
    }
    newest = after.lastEventAt;
  }

  function checkAnswers(by: Invocation, before: IncidentItem | undefined, after: IncidentItem): void {
    const had =
      before === undefined || before.generation !== after.generation ? [] : incidentOf(before).answers;
    const has = incidentOf(after).answers;
    const lost = had.find((id) => !has.includes(id));
    if (lost !== undefined) report('answers: none gets lost', `${by.actor} has written over ${lost}`);
    for (const id of has.slice(had.length)) {
      const times = (counted.get(id) ?? 0) + 1;
      counted.set(id, times);
      if (times > 1) report('answers: none counts twice', id);
    }
  }

  function checkEnd(item: IncidentItem): void {
    if (item.status !== 'resolved' && item.deadline === undefined) {
      report('P5: what is not resolved has a deadline', item.status);
    }
    const missed = accepted.find((eventAt) => eventAt > item.lastEventAt);
    if (item.status === 'resolved' && item.deadline === undefined && missed !== undefined) {
      report('P1: an accepted firing is never left beside an incident that has ended', `${missed}`);
    }
  }

  return {
    found,
    wrote(by, before, after, claim) {
      if (claim !== undefined && before !== undefined) checkClaim(by, before, claim);
      if (claim?.purpose === 'act') windows.set(by, after.busyUntil ?? now());
      if (claim?.purpose === 'act') by.actsUntil = after.busyUntil;
      if (claim !== undefined) return;
      windows.delete(by);
      checkTaken(by, before, after);
      checkOpening(by, before, after);
      checkAnswers(by, before, after);
      checkEnd(after);
      isUnread = by.actor.startsWith('answer') || by.actor.startsWith('alarm');
    },
    shown(by) {
      if (by.actor.startsWith('driver') || by.actor.startsWith('guardian')) isUnread = false;
    },
    started(name) {
      if (names.has(name)) report('names: no execution name stands for two starts', name);
      names.add(name);
    },
    sleeps(by, event) {
      if (isWaiting(event.turn) && sleepsOver.has(by)) {
        report('answers: nobody goes to sleep over one', by.actor);
      }
    },
    accepted(eventAt, item) {
      accepted.push(eventAt);
      if (item !== undefined) checkEnd(item);
    },
    answered(message, generation, item) {
      const isOver = item === undefined || item.generation !== generation || item.status === 'resolved';
      if (isOver || incidentOf(item).answers.includes(message)) return;
      report('answers: none gets lost', message);
    },
  };
}

function isSameAcknowledgement(one: IncidentItem, other: IncidentItem): boolean {
  const [before, after] = [one, other].map((item) => incidentOf(item).acknowledgement);
  return before !== undefined && after?.by === before.by && after.until === before.until;
}
