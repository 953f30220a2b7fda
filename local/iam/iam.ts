/** IAM: policies of roles and resources, and whether a call is allowed. */

import type { Authorizer } from '../kernel/parts.ts';
import type { ResourceTypes } from '../template/resource.ts';
import { policyAuthorizer } from './authorizer.ts';
import { emptyPolicies, type Policies } from './policies.ts';
import { iamResourceTypes } from './resource-types.ts';
import { requiringTrust } from './trust.ts';

/** The one policy document of a resource. */
export type HandmadePolicies = Pick<Policies, 'setDocument' | 'documentOf'>;

/** Who may do what in the account of the local cloud, according to the templates. */
export interface Iam {
  readonly authorizer: Authorizer;
  readonly resourceTypes: ResourceTypes;
  /** The policies that people write by hand, for resources that no template made. */
  readonly policies: HandmadePolicies;
  /** Wraps the types of all services. A resource cannot be made when its role does not trust its service. */
  requiringTrust(resourceTypes: ResourceTypes): ResourceTypes;
}

/** An account without any policy. */
export function identityAndAccess(account: string): Iam {
  const policies = emptyPolicies();
  const authorizer = policyAuthorizer(account, policies);
  return {
    authorizer,
    resourceTypes: iamResourceTypes(policies),
    policies,
    requiringTrust: (resourceTypes) => requiringTrust(resourceTypes, authorizer),
  };
}
