/** Refusals: what CloudFormation and its services would refuse of a template. */

import type { Authorizer } from '../kernel/parts.ts';
import type { Resource, ResourceTypes } from '../template/resource.ts';
import type { Checks } from './check.ts';
import { deadLetterChecks } from './dead-letters.ts';
import { functionChecks } from './functions.ts';
import { inlinePolicyChecks } from './inline-policies.ts';
import { retentionChecks } from './retention.ts';
import { logDeliveryChecks } from './state-machine-logs.ts';

/** The types of all services, with the checks of what AWS refuses. */
export interface RefusingTypes {
  readonly resourceTypes: ResourceTypes;
  /**
   * Checks that must wait until everything is made, since a policy may come after the resource that needs it. Throws
   * as a check does.
   */
  whenAllIsMade(): void;
}

/** Wraps the types. When AWS would refuse a resource, this throws before the resource is made. */
export function refusing(resourceTypes: ResourceTypes, authorizer: Authorizer): RefusingTypes {
  const deadLetters = deadLetterChecks(authorizer);
  const all: readonly Checks[] = [
    functionChecks(authorizer),
    inlinePolicyChecks(),
    logDeliveryChecks(authorizer),
    retentionChecks,
    deadLetters.checks,
  ];
  const checked = Object.entries(resourceTypes).map(([type, provision]) => {
    const checks = all.flatMap((each) => each[type] ?? []);
    const checking = (resource: Resource) => {
      for (const check of checks) check(resource);
      return provision(resource);
    };
    return [type, checks.length === 0 ? provision : checking] as const;
  });
  return { resourceTypes: Object.fromEntries(checked), whenAllIsMade: deadLetters.whenAllIsMade };
}
