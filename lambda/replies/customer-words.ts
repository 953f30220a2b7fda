import { type IncidentRef, incidentIdOf, incidentOf } from '../../aws/table/incident-item.ts';
import { customerWrites } from '../../domain/customers/wrote.ts';
import { openReport, reportOf } from '../../domain/escalation/report.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { hour } from '../../domain/time/instant.ts';
import { alarmKey } from '../../sources/raw-event.ts';
import { store } from '../alarms/accept.ts';
import { unreservedCode, unreservedCodes } from '../alarms/codes.ts';
import type { Cell } from '../cell/cell.ts';
import { changeIncident } from '../incidents/change-incident.ts';
import type { Contact, InboundSms } from './inbound-sms.ts';

/** A contact who writes means an incident that they were told of within this time. */
const toldWithinMs = 24 * hour;

/**
 * Passes on what a customer's contact writes in their own words: to the latest open incident that they were told of, or
 * else to one that it opens.
 */
export async function passOn(
  cell: Cell,
  organization: Organization,
  contacts: readonly [Contact, ...Contact[]],
  { number, id }: Pick<InboundSms, 'number' | 'id'>,
  words: string,
): Promise<void> {
  const [{ customer, name: who }] = contacts;
  const about = { who, words, id };
  for (const ref of await toldOf(cell, contacts, number)) {
    const outcome = await changeIncident(cell, ref, (incident, now) => customerWrites(incident, about, now));
    if (outcome.kind === 'written' || outcome.kind === 'repeated') return;
  }
  const now = cell.now();
  const alarm = reportOf(customer, { words, id }, now);
  const key = alarmKey(alarm);
  const incident = openReport(alarm, organization, {
    ...{ customer, code: unreservedCode(), home: cell.region, now },
  });
  const item = await store(cell, unreservedCodes, key, alarm, incident);
  const { generation } = item;
  await cell.pages.store(number, { key, generation, code: item.code, pagedAt: now });
  await changeIncident(cell, { key, generation }, (seen, at) => customerWrites(seen, about, at));
}

/** The open incidents of the contact's customers that their phone was told of, latest first. */
async function toldOf(
  cell: Cell,
  contacts: readonly Contact[],
  number: string,
): Promise<readonly IncidentRef[]> {
  const now = cell.now();
  const pages = await cell.pages.between(number, now - toldWithinMs, now);
  const latest = new Map(pages.map((page) => [incidentIdOf(page), page]));
  const items = await Promise.all(
    [...latest.values()].map(async (page) => ({ page, item: await cell.incidents.read(page.key) })),
  );
  return items
    .filter(({ page, item }) => item?.generation === page.generation && item.status !== 'resolved')
    .filter(({ item }) => {
      const owner = item && incidentOf(item).route.customer?.id;
      return contacts.some(({ customer }) => customer === owner);
    })
    .map(({ page }) => page)
    .reverse();
}
