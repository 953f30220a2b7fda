/** IAM: policies of roles and resources, and whether a call is allowed. */

import type { Authorizer } from '../kernel/parts.ts';
import type { ResourceTypes } from '../template/resource.ts';
import { policyAuthorizer } from './authorizer.ts';
import { emptyPolicies } from './policies.ts';
import { iamResourceTypes } from './resource-types.ts';
import { readPolicy } from './statement.ts';
import { requiringTrust } from './trust.ts';

/** Who may do what in the account of the local cloud, according to the templates. */
export interface Iam {
  readonly authorizer: Authorizer;
  readonly resourceTypes: ResourceTypes;
  /** Adds a statement to the policy of a resource that no template made, as a person does by hand. */
  allow(statement: {
    readonly services: readonly string[];
    readonly action: string;
    readonly on: string;
  }): void;
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
    allow({ services, action, on }) {
      const statement = { Effect: 'Allow', Principal: { Service: services }, Action: action, Resource: on };
      const document = { Version: '2012-10-17', Statement: [statement] };
      policies.addToResource(on, readPolicy(document, 'resource', on));
    },
    requiringTrust: (resourceTypes) => requiringTrust(resourceTypes, authorizer),
  };
}
