import type { Targets } from './customer-promise.ts';
import type { Customer } from './organization.ts';

/** What customers are promised unless the organization has promises of its own. */
export const defaultTargets: Readonly<Record<Customer['sla'], Targets>> = {
  pro: { tellWithinMinutes: 15, updateEveryMinutes: 60, resolveWithinMinutes: 240 },
  standard: { tellWithinMinutes: 30, updateEveryMinutes: 120, resolveWithinMinutes: 480 },
};
