import type { IncidentItem } from '../../aws/table/incident-item.ts';
import { barePageText } from '../../domain/messages/page-text.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { sendByEither } from '../channels/sms.ts';
import { isStillDriving } from './record.ts';

/** A bare page reaches at most this many people of operational management. */
const maxPeople = 10;

/** The time until the next bare page, when nobody has repaired the incident by then. */
export const barePagePauseMs = 300_000;

/**
 * Pages operational management and the contact center with a fixed text and the code. It is used when the incident
 * itself cannot be read, or its driver failed twice. It changes nothing of the incident but its deadline.
 */
export async function barePage(cell: Cell, item: IncidentItem): Promise<void> {
  log.error('bare page: the incident cannot be driven', { incident: item.key, code: item.code });
  const { organization } = await cell.organization.read(cell.now());
  const text = barePageText(item.code);
  const sent = await Promise.all(numbersOf(organization).map((to) => sendByEither(cell.sms, to, text)));
  if (sent.every(({ kind }) => kind === 'failed')) throw new Error('the bare page was taken by no region');
  await rest(cell, item);
}

/** The failed driver claimed the incident before, so the item may have changed since the takeover. */
async function rest(cell: Cell, { key, generation, epoch }: IncidentItem): Promise<void> {
  const item = await cell.incidents.read(key);
  if (item === undefined || !isStillDriving({ key, generation, epoch }, item)) return;
  await cell.incidents.replace(item, { ...item, deadline: cell.now() + barePagePauseMs });
}

/** Everybody in a rotation of management, whoever is on call: reading a roster could fail as well. */
function numbersOf({ rosters, responders, contactCenter }: Organization): readonly string[] {
  const people = Object.values(rosters).flatMap(({ management }) =>
    'responders' in management ? management.responders : [],
  );
  const numbers = [...new Set(people)].slice(0, maxPeople).flatMap((id) => responders[id]?.numbers[0] ?? []);
  return [...new Set([contactCenter.number, ...numbers])];
}
