import type { ContactCenter, ContactTask } from '../../aws/connect/contact-center.ts';
import { type BothRegions, wordsOf } from '../../aws/regions/both-regions.ts';
import { type IncidentItem, incidentIdOf } from '../../aws/table/incident-item.ts';
import type { TaskRef } from '../../aws/table/task-index.ts';
import type { QueueOutcome } from '../../domain/contact-center/task-outcomes.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { OperatorTask } from '../../domain/incident/task.ts';
import { taskTitle } from '../../domain/messages/task-title.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { taskLink } from '../links/task-link.ts';

export interface Queueing {
  readonly organization: Organization;
  /** The task's id. */
  readonly task: string;
  readonly now: Instant;
}

/**
 * Puts a task into the contact center's queue: through the incident's own region and, when that does not accept it,
 * through the other. Never rejects: a task in no queue is on the operators' board, and the contact center's number is
 * called.
 */
export async function queueTask(
  cell: Cell,
  item: IncidentItem,
  incident: Incident,
  { organization, task: id, now }: Queueing,
): Promise<QueueOutcome> {
  const task = incident.tasks.find((each) => each.id === id);
  if (cell.contactCenter === undefined || task === undefined) {
    const reason = task === undefined ? 'there is no such task' : 'this function cannot ask';
    return { kind: 'failed', refusals: [{ region: cell.region, reason }] };
  }
  const [own, other] = inOrder(cell.contactCenter, incident);
  const [link] = await Promise.all([linkOf(cell, item, task, now), own.prepare(now), other.prepare(now)]);
  const asked = contactTask(item, incident, { organization, task, link });
  const refusals: { region: string; reason: string }[] = [];
  for (const center of [own, other]) {
    try {
      const { contactId } = await center.ask(asked);
      await storeContact(cell, contactId, { ...item, task: id });
      return { kind: 'taken', region: center.region, contactId, refusals };
    } catch (error) {
      refusals.push({ region: center.region, reason: wordsOf(error) });
    }
  }
  log.warn('no region queues a task', { incidentId: incidentIdOf(item), task: id, refusals });
  return { kind: 'failed', refusals };
}

/**
 * Without this entry nobody learns that an operator accepted the task. Then the contact center's number is called as
 * well.
 */
async function storeContact(cell: Cell, contactId: string, task: TaskRef): Promise<void> {
  await cell.tasks.store(contactId, task).catch((error: unknown) => {
    log.warn('a contact is not stored', { incidentId: incidentIdOf(task), error });
  });
}

/** Takes a task out of the queue. When that fails, an operator finds it ended as soon as they open it. */
export async function withdrawTask(
  cell: Cell,
  item: IncidentItem,
  incident: Incident,
  { task: id, now }: Queueing,
): Promise<void> {
  const queued = incident.tasks.find((each) => each.id === id)?.queued;
  if (cell.contactCenter === undefined || queued?.kind !== 'taken') return;
  const { own, other } = cell.contactCenter;
  const center = own.region === queued.region ? own : other;
  await center.prepare(now);
  await center.withdraw(queued.contactId).catch((error: unknown) => {
    log.warn('a task could not be withdrawn', { incidentId: incidentIdOf(item), task: id, error });
  });
}

/** The incident's own region comes first, whichever cell drives. */
function inOrder(
  { own, other }: BothRegions<ContactCenter>,
  { home }: Incident,
): [ContactCenter, ContactCenter] {
  return own.region === home ? [own, other] : [other, own];
}

/** Without a link an operator has the board and the numbers. */
async function linkOf(
  cell: Cell,
  item: IncidentItem,
  task: OperatorTask,
  now: Instant,
): Promise<string | undefined> {
  return taskLink(cell, { ...item, task: task.id }, now).catch((error: unknown) => {
    log.warn('a task has no link', { incidentId: incidentIdOf(item), error });
    return undefined;
  });
}

function contactTask(
  item: IncidentItem,
  incident: Incident,
  {
    organization,
    task,
    link,
  }: { readonly organization: Organization; readonly task: OperatorTask; readonly link: string | undefined },
): ContactTask {
  const { responders, contactCenter } = organization;
  const names = (responder: string) => responders[responder]?.name ?? responder;
  const { about } = task;
  const numbers = about.kind === 'confirm' ? (responders[about.responder]?.numbers ?? []) : [];
  return {
    name: taskTitle(incident, about, { language: contactCenter.language, names }),
    description: incident.summary,
    token: `${incidentIdOf(item)}/${task.id}`,
    references: [
      ...(link === undefined ? [] : [{ name: 'Screen', url: link }]),
      ...numbers.map((text, index) => ({ name: index === 0 ? 'Number' : `Number ${index + 1}`, text })),
    ],
    attributes: { incidentKey: item.key, generation: String(item.generation), task: task.id },
  };
}
