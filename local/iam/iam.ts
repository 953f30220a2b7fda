import type { Authorizer } from '../kernel/parts.ts';
import type { ResourceTypes } from '../template/resource.ts';
import { policyAuthorizer } from './authorizer.ts';
import { emptyPolicies } from './policies.ts';
import { iamResourceTypes } from './resource-types.ts';
import { readPolicy } from './statement.ts';
import { requiringTrust } from './trust.ts';

/** Who may do what in the local cloud's account, as the templates say. */
export interface Iam {
  readonly authorizer: Authorizer;
  readonly resourceTypes: ResourceTypes;
  /** Adds a statement to the policy of a resource that no template made, as people do. */
  allow(statement: {
    readonly services: readonly string[];
    readonly action: string;
    readonly on: string;
  }): void;
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
    allow({ services, action, on }) {
      const statement = { Effect: 'Allow', Principal: { Service: services }, Action: action, Resource: on };
      const document = { Version: '2012-10-17', Statement: [statement] };
      policies.addToResource(on, readPolicy(document, 'resource', on));
    },
    requiringTrust: (resourceTypes) => requiringTrust(resourceTypes, authorizer),
  };
}
