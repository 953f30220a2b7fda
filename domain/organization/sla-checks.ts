import type { Organization, OrganizationError } from './organization.ts';

type Errors = readonly OrganizationError[];

/** Finds promises to customers that cannot be kept, and copies for those whose SLA has none. */
export function slaErrors({ customers, slas = {} }: Organization): Errors {
  const copyErrors = Object.entries(customers).flatMap(([id, { sla, copies }]) =>
    copies === true && sla !== 'pro'
      ? [
          {
            place: `customers.${id}.copies`,
            message: `must be false or left out with the sla ${sla}: only pro has copies, got true`,
          },
        ]
      : [],
  );
  const targetErrors = Object.entries(slas).flatMap(([sla, { tellWithinMinutes, resolveWithinMinutes }]) =>
    tellWithinMinutes > resolveWithinMinutes
      ? [
          {
            place: `slas.${sla}.tellWithinMinutes`,
            message: `must be at most resolveWithinMinutes, ${resolveWithinMinutes}, got ${tellWithinMinutes}`,
          },
        ]
      : [],
  );
  return [...copyErrors, ...targetErrors];
}
