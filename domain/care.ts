import type { Care } from './customer-promise.ts';
import { defaultTargets } from './default-targets.ts';
import type { Organization } from './organization.ts';

/** How a customer is told, and by when, as the organization says now; none for a customer whom it does not know. */
export function careFor(organization: Organization, customerId: string | undefined): Care | undefined {
  const { customers, slas } = organization;
  if (customerId === undefined || !Object.hasOwn(customers, customerId)) return undefined;
  const customer = customers[customerId];
  if (customer === undefined) return undefined;
  const { sla, telling = 'sms', copies = sla === 'pro' } = customer;
  return { telling, copies, targets: slas?.[sla] ?? defaultTargets[sla] };
}
