import { fieldsOf, type IncidentItem, incidentIdOf, incidentOf } from '../../aws/table/incident-item.ts';
import type { Alarm } from '../../domain/alarm/alarm.ts';
import { firesAfter, isOverBefore, type StoredFiring, sourceTime } from '../../domain/alarm/order.ts';
import { firesWhileFlapping } from '../../domain/escalation/flapping.ts';
import { reopen } from '../../domain/escalation/reopen.ts';
import { reopenWithinMs } from '../../domain/escalation/resolve.ts';
import { worsen, worseOf } from '../../domain/escalation/worsen.ts';
import type { Incident, Status } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { actTimeoutMs } from '../../domain/timeouts.ts';
import { alarmKey } from '../../sources/raw-event.ts';
import type { Cell } from '../cell/cell.ts';
import { isOverdue, takeOver, wake } from '../incidents/change-incident.ts';
import { readable } from '../incidents/read-incident.ts';
import { type Left, left, rewrite, type Write } from '../incidents/rewrite.ts';
import { reopenedItem, startDriver, startTurn } from '../incidents/start-driver.ts';
import type { ReadyCodes } from './codes.ts';
import { newIncident } from './new-incident.ts';
import { resolveBySource, resolveUnseen } from './resolve-by-source.ts';
import { storedOrPaged } from './stored-or-paged.ts';

/** The answer to an alarm: the incident that it belongs to; undefined for a first `resolved`. */
export interface Accepted {
  readonly incidentId: string | null;
  readonly code: string | null;
  readonly status: Status;
}

/**
 * Accepts an alarm: opens an incident, joins or reopens the one of its key, or resolves it. It returns only when the
 * alarm is stored and its incident is driven, or has a deadline that a guardian watches. It rejects when the alarm is
 * not stored; a cell with pages without the table then pages for a firing alarm.
 */
export async function accept(cell: Cell, codes: ReadyCodes, alarm: Alarm): Promise<Accepted> {
  const key = alarmKey(alarm);
  if (alarm.state === 'resolved') return answerOf(await resolveBySource(cell, key, alarm));
  return answerOf(await storedOrPaged(cell, key, alarm, takeIn(cell, codes, key, alarm)));
}

async function takeIn(cell: Cell, codes: ReadyCodes, key: string, alarm: Alarm): Promise<IncidentItem> {
  const incident = await newIncident(cell, codes, alarm, cell.now());
  const item = await store(cell, codes, key, alarm, incident);
  // An incident was open already, so this alarm has opened none, and its code can be used for another one.
  if (item.code !== incident.code) codes.giveBack(incident.code);
  return item;
}

/** Opens the incident of a firing alarm, or joins or reopens the incident that already has its key. */
export async function store(
  cell: Cell,
  codes: ReadyCodes,
  key: string,
  alarm: Alarm,
  incident: Incident,
): Promise<IncidentItem> {
  const now = cell.now();
  const opened = await cell.incidents.open({
    key,
    incident,
    eventAt: sourceTime(alarm),
    now,
    deadline: now + actTimeoutMs,
  });
  if (opened.kind === 'exists') return join(cell, key, alarm, incident);

  const { item } = opened;
  const [ended] = await Promise.all([
    endedBefore(cell, key, alarm, item),
    startDriver(cell, item),
    cell.alarms.store(key, alarm, now),
    codes.refill(now),
  ]);
  return ended;
}

/**
 * Ends the incident that an event has opened, when a newer `resolved` of its source came before it: the source will not say
 * again that it is over. It looks after the incident was written, as a `resolved` looks for the incident after it was
 * stored: so one of the two sees the other.
 */
async function endedBefore(cell: Cell, key: string, alarm: Alarm, item: IncidentItem): Promise<IncidentItem> {
  const lastResolved = await cell.alarms.lastResolved(key);
  const isOver = isOverBefore(sourceTime(alarm), lastResolved);
  return (isOver ? await resolveUnseen(cell, key, lastResolved) : undefined) ?? item;
}

/**
 * The alarm stores its event before it reads the incident again. Either the alarm sees that the incident was resolved
 * meanwhile, or the driver that ends the incident sees the event.
 */
async function join(cell: Cell, key: string, alarm: Alarm, fresh: Incident): Promise<IncidentItem> {
  const event = await cell.alarms.store(key, alarm, cell.now());
  const outcome = await rewrite(
    cell,
    key,
    async (item) => {
      const stored = { ...event, lastResolved: await cell.alarms.lastResolved(key) };
      if (item.status !== 'resolved') return joined(cell, item, { alarm, fresh, stored });
      if (!firesAfter(alarm, stored, item)) return left(item);
      return { kind: 'write', next: firedAgain(cell, item, alarm, fresh) } as const;
    },
    { doing: 'an alarm joined it' },
  );
  if (outcome.kind === 'absent') throw new Error(`the incident ${key} is gone from the table`);
  if (outcome.kind === 'left') return driven(cell, key, alarm, outcome.left);
  const { item, before } = outcome;
  if (item.epoch === before.epoch && item.generation === before.generation) await wake(cell, item);
  // An execution may still wait for work after the resolution. It is superseded, and may end.
  else await Promise.all([startDriver(cell, item), wake(cell, { ...item, token: before.token })]);
  return item;
}

interface Joining {
  readonly alarm: Alarm;
  /** The incident that the event would open. It has the policy of its severity. */
  readonly fresh: Incident;
  readonly stored: StoredFiring;
}

/** An event that joins an open incident changes nothing, unless it is worse, or ends the quiet time of an alarm that flaps. */
function joined(
  cell: Cell,
  item: IncidentItem,
  { alarm, fresh, stored }: Joining,
): Write | Left<IncidentItem> {
  const before = readable(item);
  if (before === undefined) return left(item);
  const now = cell.now();
  const { lastEventAt } = item;
  const resolvedAt = before.firedAgain?.wellSince;
  const isAgain = resolvedAt !== undefined && firesAfter(alarm, stored, { lastEventAt, resolvedAt });
  const fired = isAgain ? (firesWhileFlapping(before, now) ?? before) : before;
  const after = worsenedBy(fired, alarm, fresh, now);
  if (after === before) return left(item);
  const times = {
    deadline: now,
    lastEventAt: isAgain ? Math.max(lastEventAt, sourceTime(alarm) ?? 0) : lastEventAt,
  };
  return { kind: 'write', next: { ...item, ...fieldsOf(after), ...times } };
}

/** `fresh`: the incident that the event would open. It has the policy of its severity. */
function worsenedBy(incident: Incident, alarm: Alarm, { policy }: Incident, now: Instant): Incident {
  const severity = worseOf(incident, alarm);
  return severity === undefined
    ? incident
    : worsen(incident, { severity, summary: alarm.summary, policy }, now);
}

/**
 * The same incident is reopened soon after its resolution, and as long as somebody is still to be told about it. Later the
 * next generation opens.
 */
function firedAgain(cell: Cell, item: IncidentItem, alarm: Alarm, fresh: Incident): IncidentItem {
  const now = cell.now();
  const lastEventAt = Math.max(item.lastEventAt, sourceTime(alarm) ?? 0);
  if (!item.isArchived || (item.resolvedAt ?? now) >= now - reopenWithinMs) {
    const open = worsenedBy(reopen(incidentOf(item), alarm.summary, now), alarm, fresh, now);
    return { ...reopenedItem(item, open, now), lastEventAt };
  }
  const next = reopenedItem(item, fresh, now);
  return { ...next, lastEventAt, busyUntil: undefined, generation: item.generation + 1, epoch: 1 };
}

/**
 * When the driver of the joined incident is overdue, the alarm starts the next one. An event that has opened it may have died
 * before it looked whether it was over already.
 */
async function driven(cell: Cell, key: string, alarm: Alarm, item: IncidentItem): Promise<IncidentItem> {
  const hasOpenedIt = item.status !== 'resolved' && sourceTime(alarm) === item.lastEventAt;
  if (hasOpenedIt) return endedBefore(cell, key, alarm, item);
  if (!isOverdue(item, cell.now())) return item;
  const taken = await takeOver(cell, item);
  if (taken === undefined) return item;
  await startTurn(cell, taken, { kind: 'decide', revision: taken.revision });
  return taken;
}

function answerOf(item: IncidentItem | undefined): Accepted {
  if (item === undefined) return { incidentId: null, code: null, status: 'resolved' };
  return { incidentId: incidentIdOf(item), code: item.code, status: item.status };
}
