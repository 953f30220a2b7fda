import type { IncidentItem } from '../../aws/table/incident-item.ts';
import { barePageText } from '../../domain/messages/page-text.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { sendByEither } from '../channels/sms.ts';
import { isStillDriving } from './record.ts';

/** People of operational management whom one bare page reaches at most. */
const maxPeople = 10;

/** Until the next bare page, if nobody has mended the incident by then. */
export const barePagePauseMs = 300_000;

/**
 * Pages operational management and the contact center with a fixed text and the code, when the incident itself cannot be
 * read, or its driver failed twice. Leaves the incident as it is, but for its deadline.
 */
export async function barePage(cell: Cell, item: IncidentItem): Promise<void> {
  log.error('bare page: the incident cannot be driven', { incident: item.key, code: item.code });
  const { organization } = await cell.organization.read(cell.now());
  const text = barePageText(item.code);
  const sent = await Promise.all(numbersOf(organization).map((to) => sendByEither(cell.sms, to, text)));
  if (sent.every(({ kind }) => kind === 'failed')) throw new Error('the bare page was taken by no region');
  await rest(cell, item);
}

/** The driver that failed has claimed the incident first, so its item is not as it was when it was taken over. */
async function rest(cell: Cell, { key, generation, epoch }: IncidentItem): Promise<void> {
  const item = await cell.incidents.read(key);
  if (item === undefined || !isStillDriving({ key, generation, epoch }, item)) return;
  await cell.incidents.replace(item, { ...item, deadline: cell.now() + barePagePauseMs });
}

/** Everybody in a rotation of management, whoever is on call: this is no time for rosters. */
function numbersOf({ rosters, responders, contactCenter }: Organization): readonly string[] {
  const people = Object.values(rosters).flatMap(({ management }) =>
    'responders' in management ? management.responders : [],
  );
  const numbers = [...new Set(people)].slice(0, maxPeople).flatMap((id) => responders[id]?.numbers[0] ?? []);
  return [...new Set([contactCenter.number, ...numbers])];
}
