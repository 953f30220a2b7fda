import { type IncidentItem, incidentIdOf } from '../../aws/table/incident-item.ts';
import { consentTold } from '../../domain/consent/requests.ts';
import { taskQueued, taskWithdrawn } from '../../domain/contact-center/task-outcomes.ts';
import { customerTold } from '../../domain/customers/told.ts';
import { callMade, noticesSent, smsSent } from '../../domain/escalation/outcome.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { dueNotices } from '../../domain/incident/notices.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { callStopped } from '../../domain/paging/ringing.ts';
import type { CustomerMessage, Decision } from '../../domain/paging/timer.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { call, stopCall } from '../channels/call.ts';
import { queueTask, withdrawTask } from '../channels/queue-task.ts';
import { page } from '../channels/sms.ts';
import { askCustomer, tellCustomer } from '../channels/tell-customer.ts';
import { tell } from './tell.ts';

/** What is done, for which incident, and with which organization. */
export interface Performing {
  readonly item: IncidentItem;
  readonly incident: Incident;
  readonly organization: Organization;
}

/** The result of an act. It is applied to the incident as it is stored when the act is recorded. */
export type Applied = (incident: Incident) => Incident;

/** The number of notices that one turn sends at the same time. The others have a turn of their own. */
const maxNotices = 10;

/** Whether a decision is performed. The others wait, or end what an execution does. A new kind does not compile without a line. */
const performed = {
  ...{ sms: true, call: true, tell: true, queue: true, withdraw: true },
  ...{ stopCall: true, customer: true },
  ...{ await: false, acknowledged: false, hold: false, handOver: false, end: false },
} as const satisfies Readonly<Record<Decision['kind'], boolean>>;

type PerformedKind = {
  [Kind in Decision['kind']]: (typeof performed)[Kind] extends true ? Kind : never;
}[Decision['kind']];

/** A decision that is performed: an act of the domain, or the notices that are owed. */
export type PerformedDecision = Extract<Decision, { readonly kind: PerformedKind }>;

/** Whether a decision is performed. */
export function isPerformed(decision: Decision): decision is PerformedDecision {
  return performed[decision.kind];
}

/** Performs an act. Never rejects: the result says what failed, and the ladder goes on. */
export async function perform(
  cell: Cell,
  { item, incident, organization }: Performing,
  act: PerformedDecision,
): Promise<Applied> {
  const now = cell.now();
  switch (act.kind) {
    case 'sms': {
      const outcome = await page(cell, item, incident, { organization, decision: act, now });
      return (fresh) => smsSent(fresh, act, outcome, now);
    }
    case 'call': {
      const outcome = await call(cell, item, incident, { organization, decision: act, now });
      return (fresh) => callMade(fresh, act, outcome, now);
    }
    case 'tell': {
      const pending = dueNotices(incident).slice(0, maxNotices);
      const told = await Promise.all(
        pending.map((each) => tell(cell, { item, incident, organization }, each)),
      );
      return (fresh) => noticesSent(fresh, told, now);
    }
    case 'queue': {
      const outcome = await queueTask(cell, item, incident, { organization, task: act.task, now });
      return (fresh) => taskQueued(fresh, act.task, outcome, now);
    }
    case 'withdraw': {
      await withdrawTask(cell, item, incident, { organization, task: act.task, now });
      return (fresh) => taskWithdrawn(fresh, act.task);
    }
    case 'stopCall': {
      await stopCall(cell, act, now);
      return (fresh) => callStopped(fresh, act.contactId);
    }
    case 'customer':
      return tellOrAskCustomer(cell, { item, incident, organization }, act.about, now);
  }
}

async function tellOrAskCustomer(
  cell: Cell,
  { item, incident, organization }: Performing,
  about: CustomerMessage,
  now: Instant,
): Promise<Applied> {
  if (about.kind === 'promise') {
    const { promise } = about;
    const outcome = await tellCustomer(cell, item, incident, { organization, promise, now });
    return (fresh) => customerTold(fresh, promise, outcome, now);
  }
  const { request } = about;
  const outcome = await askCustomer(cell, item, incident, { organization, request });
  return (fresh) => consentTold(fresh, request, outcome, now);
}

/**
 * Stores which incident its code names, unless it is stored already; returns false when it could not be stored. The
 * driver does it rather than the intake, because the intake may die between the incident and its code. Nobody reads
 * the code before a driver has sent it.
 */
export async function storeCode(
  cell: Cell,
  item: IncidentItem,
  incident: Incident,
  now: Instant,
): Promise<boolean> {
  if (incident.isCodeStored) return true;
  try {
    await cell.codes.assign(incident.code, item, now);
    return true;
  } catch (error) {
    log.warn('a code is not stored', { incidentId: incidentIdOf(item), error });
    return false;
  }
}
