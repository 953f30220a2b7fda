import { fieldsOf, type Head, incidentIdOf, incidentOf } from '../../aws/table/head.ts';
import type { Alarm } from '../../domain/alarm/alarm.ts';
import { route } from '../../domain/alarm/route.ts';
import { openIncident } from '../../domain/escalation/open.ts';
import { firesAgain, reopen, reopenWithin } from '../../domain/escalation/resolve.ts';
import { firstTurn } from '../../domain/escalation/turn.ts';
import type { Incident, Status } from '../../domain/incident/incident.ts';
import { policyFor } from '../../domain/organization/default-policies.ts';
import { careFor } from '../../domain/organization/sla.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { actBudget } from '../../domain/timeouts.ts';
import { alarmKey } from '../../sources/alarm-key.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { isOverdue, takeOver, wake } from '../incidents/change-incident.ts';
import type { ReadyCodes } from './codes.ts';
import { settle } from './resolve-by-source.ts';
import { storedOrPaged } from './stored-or-paged.ts';

/** What the sender of an alarm hears: the incident that it belongs to; none for a first `resolved`. */
export interface Accepted {
  readonly incidentId: string | null;
  readonly code: string | null;
  readonly status: Status;
}

/** Times that an alarm looks again when its incident changes under its hands. */
const maxTries = 5;

/**
 * Takes an alarm in: opens an incident, joins or reopens the one of its key, or resolves it. Resolves only when the alarm
 * is stored and its incident is being driven, or has a deadline that a guardian watches. Rejects when it is not stored; a
 * firing one is then paged without the table, where the cell does that.
 */
export async function accept(cell: Cell, codes: ReadyCodes, alarm: Alarm): Promise<Accepted> {
  const key = alarmKey(alarm);
  if (alarm.state === 'resolved') return answerOf(await settle(cell, key, alarm));
  return answerOf(await storedOrPaged(cell, key, alarm, takeIn(cell, codes, key, alarm)));
}

async function takeIn(cell: Cell, codes: ReadyCodes, key: string, alarm: Alarm): Promise<Head> {
  const now = cell.now();
  return store(cell, codes, key, alarm, await newIncident(cell, codes, alarm, now));
}

/** Opens a firing alarm's incident, or joins or reopens the one that stands in its way. */
export async function store(
  cell: Cell,
  codes: ReadyCodes,
  key: string,
  alarm: Alarm,
  incident: Incident,
): Promise<Head> {
  const now = cell.now();
  const opened = await cell.incidents.open({
    key,
    incident,
    eventAt: alarm.occurredAt,
    now,
    deadline: now + actBudget,
  });
  if (opened.kind === 'exists') return join(cell, key, alarm, incident);

  const { head } = opened;
  await Promise.all([start(cell, head, incident), cell.alarms.keep(key, alarm, now), codes.refill(now)]);
  return head;
}

/** The incident that an alarm opens, by today's organization. */
export async function newIncident(
  cell: Cell,
  codes: Pick<ReadyCodes, 'next'>,
  alarm: Alarm,
  now: Instant,
): Promise<Incident> {
  const [{ organization }, code] = await Promise.all([cell.organization.read(now), codes.next(now)]);
  const way = route(organization, alarm);
  return openIncident(alarm, {
    code,
    home: cell.region,
    route: way,
    policy: policyFor(organization, way.severity),
    care: careFor(organization, way.customer?.id),
    now,
  });
}

/**
 * The event is stored before the incident is looked at again: either it is seen here that the incident was resolved
 * meanwhile, or the driver that ends it sees the event.
 */
async function join(cell: Cell, key: string, alarm: Alarm, fresh: Incident): Promise<Head> {
  const { isRepeated } = await cell.alarms.keep(key, alarm, cell.now());
  for (let tries = 0; tries < maxTries; tries++) {
    const head = await cell.incidents.read(key);
    if (head === undefined) throw new Error(`the incident ${key} is gone from the table`);
    const now = cell.now();
    if (head.status !== 'resolved' || !firesAgain(alarm, head.lastEventAt, isRepeated)) {
      return driven(cell, head, now);
    }
    const next = firedAgain(cell, head, alarm, fresh);
    const outcome = await cell.incidents.replace(head, next);
    if (outcome.kind === 'replaced') {
      await Promise.all([
        start(cell, outcome.head, incidentOf(outcome.head)),
        // Whoever still waited for what was left to be done after the end has been superseded, and may go.
        wake(cell, { ...outcome.head, token: head.token }),
      ]);
      return outcome.head;
    }
  }
  throw new Error(`the incident ${key} changed ${maxTries} times while an alarm joined it`);
}

/**
 * Soon after its resolution the same incident is open again, and as long as somebody is still to be told about it; later,
 * the next generation. Of a reopened one, an act that is under way is left to its driver: "it is over" must not come after
 * the new page.
 */
function firedAgain(cell: Cell, head: Head, alarm: Alarm, fresh: Incident): Head {
  const now = cell.now();
  const times = { deadline: now + actBudget, lastEventAt: alarm.occurredAt };
  const open = { ...head, ...times, token: undefined, isArchived: false, takeovers: 0, begun: 0 };
  if (!head.isArchived || (head.resolvedAt ?? now) >= now - reopenWithin) {
    return { ...open, ...fieldsOf(reopen(incidentOf(head), alarm.summary, now)), epoch: head.epoch + 1 };
  }
  return { ...open, ...fieldsOf(fresh), busyUntil: undefined, generation: head.generation + 1, epoch: 1 };
}

/** Joining an incident whose driver is overdue starts one. */
async function driven(cell: Cell, head: Head, now: Instant): Promise<Head> {
  if (!isOverdue(head, now)) return head;
  const taken = await takeOver(cell, head, now);
  if (taken === undefined) return head;
  await startTurn(cell, taken, { kind: 'decide', revision: taken.revision });
  return taken;
}

/** The first page at once, unless a driver is in the middle of an act, or somebody has been asked already. */
function start(cell: Cell, head: Head, incident: Incident): Promise<void> {
  const { busyUntil, revision } = head;
  const isBusy = busyUntil !== undefined && cell.now() < busyUntil;
  const isUnderWay = isBusy || incident.round.asked !== undefined;
  return startTurn(cell, head, isUnderWay ? { kind: 'decide', revision } : firstTurn(incident, revision));
}

/** An execution that no region starts is the guardian's: the incident is stored and has a deadline. */
async function startTurn(cell: Cell, head: Head, turn: ReturnType<typeof firstTurn>): Promise<void> {
  const { key, generation, epoch } = head;
  await cell.executions.start({ key, generation, epoch, turn }).catch((error: unknown) => {
    log.error('no execution could be started; the guardian will drive', {
      incidentId: incidentIdOf(head),
      error,
    });
  });
}

function answerOf(head: Head | undefined): Accepted {
  if (head === undefined) return { incidentId: null, code: null, status: 'resolved' };
  return { incidentId: incidentIdOf(head), code: head.code, status: head.status };
}
