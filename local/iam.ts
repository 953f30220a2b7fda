import { policyAuthorizer } from './iam/authorizer.ts';
import { emptyPolicies } from './iam/policies.ts';
import { iamResourceTypes } from './iam/resource-types.ts';
import { requiringTrust } from './iam/trust.ts';
import type { Authorizer } from './parts.ts';
import type { ResourceTypes } from './template/resource.ts';

/** Who may do what in the local cloud's account, as the templates say. */
export interface Iam {
  readonly authorizer: Authorizer;
  readonly resourceTypes: ResourceTypes;
  /** Wraps the types of all services: a resource whose role does not trust its service fails to be made. */
  requiringTrust(resourceTypes: ResourceTypes): ResourceTypes;
}

/** An account of which nobody has said anything yet. */
export function identityAndAccess(account: string): Iam {
  const policies = emptyPolicies();
  const authorizer = policyAuthorizer(account, policies);
  return {
    authorizer,
    resourceTypes: iamResourceTypes(policies),
    requiringTrust: (resourceTypes) => requiringTrust(resourceTypes, authorizer),
  };
}
