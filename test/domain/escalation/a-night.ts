import { type Answer, type Answered, answer } from '../../../domain/answers/answer.ts';
import {
  applyOperatorReport,
  type OperatorOutcome,
  type OperatorReport,
} from '../../../domain/answers/operator-report.ts';
import { consentTold } from '../../../domain/consent/requests.ts';
import {
  type QueueOutcome,
  taskQueued,
  taskWithdrawn,
} from '../../../domain/contact-center/task-outcomes.ts';
import { timeToTell } from '../../../domain/customers/promises.ts';
import { customerTold } from '../../../domain/customers/told.ts';
import { advance, decide } from '../../../domain/escalation/decide.ts';
import { firesWhileFlapping, wellAgain } from '../../../domain/escalation/flapping.ts';
import {
  type CallOutcome,
  callMade,
  noticesSent,
  type SmsOutcome,
  smsSent,
} from '../../../domain/escalation/outcome.ts';
import { reopen } from '../../../domain/escalation/reopen.ts';
import { resolve } from '../../../domain/escalation/resolve.ts';
import type { Incident, PendingNotice } from '../../../domain/incident/incident.ts';
import { dueNotices } from '../../../domain/incident/notices.ts';
import type { OnCall } from '../../../domain/on-call/roster.ts';
import { maxCallMs } from '../../../domain/paging/page.ts';
import { callStopped } from '../../../domain/paging/ringing.ts';
import type { Decision } from '../../../domain/paging/timer.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { usualRoster } from '../an-incident.ts';

/** An act of the driver, and when it was performed. */
export interface DriverAct {
  readonly at: Instant;
  readonly decision: Decision;
  /** The act is a call that waits for another call to end, and is decided again. */
  readonly isPutOff: boolean;
  /** The notices that it sent. */
  readonly told?: readonly PendingNotice[];
}

/** A night in which a driver performs what the domain decides, as the functions would, with a time of its own. */
export interface Night {
  incident: Incident;
  now: Instant;
  onCall: OnCall;
  /** Which regions accept an SMS. */
  takesSms: { own: boolean; other: boolean };
  /** The outcome of a call. `busy`: another call to the phone is open. */
  calls: CallOutcome | 'busy';
  /** Whether a region queues tasks for the contact center. */
  takesTasks: boolean;
  /** The number of messages that people sent so far. */
  messages: number;
  readonly acts: DriverAct[];
  readonly told: PendingNotice[];
}

/** Turns before the driver must have something to wait for: far more than a ladder has paths. */
const maxTurns = 200;

/** The night after an incident was opened; nobody has driven it yet. */
export function nightOf(incident: Incident, onCall: OnCall = usualRoster): Night {
  return {
    incident,
    now: incident.openedAt,
    onCall,
    takesSms: { own: true, other: true },
    calls: { kind: 'called', region: 'eu-central-1', contactId: 'contact-1', refusals: [] },
    takesTasks: true,
    messages: 0,
    acts: [],
    told: [],
  };
}

/** Drives the incident for so many seconds, without anybody's answer. */
export function pass(night: Night, seconds: number): void {
  const end = night.now + seconds * 1000;
  for (;;) {
    const decision = driveNow(night);
    if (!('until' in decision) || decision.until > end) break;
    if (decision.until <= night.now) throw new Error(`waits for a moment that has passed: ${decision.kind}`);
    night.now = decision.until;
  }
  night.now = end;
}

/** Performs all acts that are due now. Returns the decision to wait, or to end. */
export function driveNow(night: Night): Decision {
  for (let turns = 0; turns < maxTurns; turns++) {
    night.incident = stored(advance(night.incident, night.onCall, night.now).incident);
    const decision = decide(night.incident, night.now);
    if (decision.kind === 'end' || 'until' in decision) return decision;
    night.acts.push({
      at: night.now,
      decision,
      isPutOff: decision.kind === 'call' && night.calls === 'busy',
      ...(decision.kind === 'tell' ? { told: dueNotices(night.incident) } : {}),
    });
    const { execution, ...rest } = performed(night, decision);
    night.incident = stored({ ...rest, execution: { ...execution, turns: execution.turns + 1 } });
  }
  throw new Error(`still busy after ${maxTurns} turns: ${JSON.stringify(night.acts.at(-1))}`);
}

/** Lets so many seconds pass in which no driver runs. */
export function sleep(night: Night, seconds: number): void {
  night.now += seconds * 1000;
}

/** A responder sends a simple answer. The driver does not act on it yet. */
export function says(
  night: Night,
  by: string,
  kind: 'yes' | 'no' | 'undo' | 'boss' | 'serious' | 'notSerious' | 'done',
  more: { readonly minutes?: number | undefined; readonly path?: Answer['path']; readonly id?: string } = {},
): Answered {
  return saysSo(night, { kind, by, path: 'sms', ...more });
}

/** A responder sends any answer. The driver does not act on it yet. */
export function saysSo(night: Night, given: Omitted<Answer>): Answered {
  night.messages += 1;
  const id = `message-${night.messages}`;
  const answered = answer(night.incident, { id, ...given } as Answer, night.now);
  if (answered.kind === 'changed') night.incident = stored(answered.incident);
  return answered;
}

type Omitted<T> = T extends unknown ? Omit<T, 'id'> & { readonly id?: string } : never;

/** An operator reports about a task. The driver does not act on it yet. */
export function operatorReports(night: Night, report: OmittedReport<OperatorReport>): OperatorOutcome {
  night.messages += 1;
  const outcome = applyOperatorReport(
    night.incident,
    { id: `form-${night.messages}`, shownAt: night.now, ...report } as OperatorReport,
    night.now,
  );
  if (outcome.kind === 'changed') night.incident = stored(outcome.incident);
  return outcome;
}

type OmittedReport<T> = T extends unknown
  ? Omit<T, 'id' | 'shownAt'> & { readonly shownAt?: Instant }
  : never;

/** Resolves the incident. The driver does not act on it yet. */
export function resolveNow(night: Night, by = 'source'): void {
  const { incident, now } = night;
  night.incident = stored(by === 'source' ? wellAgain(incident, now) : resolve(incident, by, now));
}

/** The alarm fires again soon after its source said that all is well. The driver does not act on it yet. */
export function firesAgain(night: Night): void {
  const { incident, now } = night;
  const again =
    incident.status === 'resolved'
      ? reopen(incident, 'disk full again', now)
      : firesWhileFlapping(incident, now);
  if (again !== undefined) night.incident = stored(again);
}

/** The pages as people read them: `45 sms other chloe`, seconds after the incident was opened. */
export function pages(night: Night): string[] {
  return night.acts.flatMap(({ at, decision }) => {
    const seconds = (at - night.incident.openedAt) / 1000;
    if (decision.kind === 'sms') return [`${seconds} sms ${decision.via} ${decision.responder}`];
    if (decision.kind !== 'call') return [];
    const { whom } = decision;
    return [`${seconds} call ${whom.kind === 'responder' ? whom.responder : 'contact center'}`];
  });
}

/** The pages, without the calls to the contact center. */
export function pagesToPeople(night: Night): string[] {
  return pages(night).filter((page) => !page.endsWith('contact center'));
}

/** An operator confirms the primary. */
export function confirm(night: Night): void {
  const task = night.incident.tasks.find(
    ({ about, ended }) => about.kind === 'confirm' && ended === undefined,
  );
  operatorReports(night, { kind: 'confirmed', task: task?.id ?? '', by: 'Olga' });
}

/** The notices that were sent: `an: taken`. */
export function toldTo(night: Night): string[] {
  return night.told.map(({ to, notice }) => `${to}: ${notice.kind}`);
}

/** The kinds of the entries on the timeline. */
export function kinds({ timeline }: Incident): string[] {
  return timeline.map(({ kind }) => kind);
}

export function performed(night: Night, decision: Decision): Incident {
  const { incident, now } = night;
  switch (decision.kind) {
    case 'sms':
      return smsSent(incident, decision, outcomeOf(night, decision.via), now);
    case 'call':
      return callMade(incident, decision, callOutcomeOf(night), now);
    case 'tell': {
      const due = dueNotices(incident);
      night.told.push(...due);
      const sent = { kind: 'handed over', region: 'eu-central-1' } as const;
      return noticesSent(
        incident,
        due.map((pending) => ({ pending, sent })),
        now,
      );
    }
    case 'queue':
      return taskQueued(incident, decision.task, queueOutcomeOf(night, decision.task), now);
    case 'stopCall':
      return callStopped(incident, decision.contactId);
    case 'withdraw':
      return taskWithdrawn(incident, decision.task);
    case 'customer': {
      const written = { told: [{ name: 'Joris', region: 'eu-central-1' }], failed: [] };
      const unwritten = { told: [], failed: [{ name: 'Joris', reason: 'InternalError: refused' }] };
      const outcome = night.takesSms.own || night.takesSms.other ? written : unwritten;
      const { about } = decision;
      if (about.kind === 'consent') return consentTold(incident, about.request, outcome, now);
      const promise = incident.promises.find(({ id }) => id === about.promise);
      const expectedAt = promise && timeToTell(incident, promise, now);
      return customerTold(incident, about.promise, { ...outcome, expectedAt }, now);
    }
    case 'handOver':
      return { ...incident, execution: { startedAt: now, turns: 0 } };
    default:
      throw new Error(`${decision.kind} is no act`);
  }
}

function queueOutcomeOf({ takesTasks }: Night, task: string): QueueOutcome {
  return takesTasks
    ? { kind: 'taken', region: 'eu-central-1', contactId: `contact-of-${task}`, refusals: [] }
    : { kind: 'failed', refusals: [{ region: 'eu-central-1', reason: 'InternalError: refused' }] };
}

function callOutcomeOf({ calls, now }: Night): CallOutcome {
  return calls === 'busy' ? { kind: 'put off', until: now + maxCallMs } : calls;
}

function outcomeOf({ takesSms }: Night, via: 'own' | 'other'): SmsOutcome {
  const region = via === 'own' ? 'eu-central-1' : 'eu-west-2';
  return takesSms[via]
    ? { kind: 'handed over', region }
    : { kind: 'failed', region, reason: 'InternalError: refused' };
}

/** The incident as the table returns it. */
function stored(incident: Incident): Incident {
  return JSON.parse(JSON.stringify(incident));
}
