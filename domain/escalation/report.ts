import type { Alarm } from '../alarm/alarm.ts';
import { type Incident, withEntry } from '../incident/incident.ts';
import { policyFor } from '../organization/default-policies.ts';
import type { Organization } from '../organization/organization.ts';
import { type Instant, minute } from '../time/instant.ts';
import { openIncident } from './open.ts';

/** The source of incidents that a customer opens by an SMS. */
export const customerSource = 'customer';

/** Why such an incident is held: an operator calls the customer first. */
export const heldForCustomer = 'customer wrote';

/** How long an operator has. After that the incident pages: nobody can tell from a few words how bad it is. */
const operatorFirstMs = 5 * minute;

/** A customer's words, as the alarm that they open an incident with. */
export function reportOf(
  customer: string,
  { words, id }: { readonly words: string; readonly id: string },
  now: Instant,
): Alarm {
  return {
    ...{ source: customerSource, dedupKey: `${customer}/${id}`, eventId: id, state: 'firing' },
    ...{ occurredAt: now, summary: words, raw: words, warnings: [] },
  };
}

/**
 * Opens an incident for what a customer wrote when no incident of theirs was open. An operator calls them. When no operator
 * has by then, the default roster is paged. The customer is owed no notice: they told us.
 */
export function openReport(
  alarm: Alarm,
  organization: Organization,
  {
    customer: id,
    code,
    home,
    now,
  }: { readonly customer: string; readonly code: string; readonly home: string; readonly now: Instant },
): Incident {
  const { company, customers, defaultRoster } = organization;
  const { name = id, timeZone = company.timeZone, language } = customers[id] ?? {};
  const opened = openIncident(alarm, {
    ...{ code, home, now, policy: policyFor(organization, 'high') },
    route: {
      ...{ service: name, customer: { id, name }, competence: defaultRoster, roster: defaultRoster },
      ...{ severity: 'high', timeZone, known: true },
      ...(language === undefined ? {} : { language }),
    },
  });
  const held = { reason: heldForCustomer, until: now + operatorFirstMs };
  return { ...withEntry(opened, { at: now, kind: 'held', ...held }), status: 'held', held };
}

/** Whether an incident is a customer's words that only an operator knows of. */
export function isReportForOperator({ status, held }: Incident): boolean {
  return status === 'held' && held?.reason === heldForCustomer;
}
