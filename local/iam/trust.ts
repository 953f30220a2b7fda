import type { Authorizer } from '../kernel/parts.ts';
import { isRecord } from '../template/json.ts';
import type { Resource, ResourceTypes } from '../template/resource.ts';

/** How the resources of a type use a role: which service assumes it, and where the template names it. */
interface RoleUse {
  readonly principal: string;
  rolesOf(properties: Resource['properties']): readonly unknown[];
  /** The last part of the ARN that the service gives in `aws:SourceArn`. */
  sourceOf(resource: Resource): string;
}

/** Source for the values of `aws:SourceArn`: the confused deputy pages of each service's guide. */
const roleUses: Readonly<Record<string, RoleUse>> = {
  'AWS::Lambda::Function': {
    principal: 'lambda.amazonaws.com',
    rolesOf: ({ Role }) => [Role],
    sourceOf: (resource) => `function:${nameOf(resource, 'FunctionName')}`,
  },
  'AWS::StepFunctions::StateMachine': {
    principal: 'states.amazonaws.com',
    rolesOf: ({ RoleArn }) => [RoleArn],
    sourceOf: (resource) => `stateMachine:${nameOf(resource, 'StateMachineName')}`,
  },
  'AWS::Scheduler::Schedule': {
    principal: 'scheduler.amazonaws.com',
    rolesOf: ({ Target }) => roleArnsOf([Target]),
    sourceOf: ({ properties }) => `schedule-group/${properties['GroupName'] ?? 'default'}`,
  },
  'AWS::Events::Rule': {
    principal: 'events.amazonaws.com',
    rolesOf: ({ Targets }) => roleArnsOf(Targets),
    sourceOf: (resource) => `rule/${nameOf(resource, 'Name')}`,
  },
  'AWS::ApiGateway::Account': {
    principal: 'apigateway.amazonaws.com',
    rolesOf: ({ CloudWatchRoleArn }) => [CloudWatchRoleArn],
    sourceOf: () => '/account',
  },
};

/** Wraps the types. A resource that uses a role fails, as in AWS, when the role does not trust the service. */
export function requiringTrust(resourceTypes: ResourceTypes, authorizer: Authorizer): ResourceTypes {
  const checked = Object.entries(resourceTypes).map(([type, provision]) => {
    const use = roleUses[type];
    if (use === undefined) return [type, provision] as const;
    const checking = (resource: Resource) => {
      checkTrust(resource, use, authorizer);
      return provision(resource);
    };
    return [type, checking] as const;
  });
  return Object.fromEntries(checked);
}

function checkTrust(resource: Resource, use: RoleUse, authorizer: Authorizer): void {
  const { properties, account, region } = resource;
  const { principal } = use;
  const sourceArn = `arn:aws:${principal.split('.')[0]}:${region}:${account}:${use.sourceOf(resource)}`;
  for (const role of use.rolesOf(properties)) {
    if (role === undefined) continue;
    const permission = { action: 'sts:AssumeRole', resource: String(role) };
    const refusal = authorizer.refusal({ kind: 'service', principal, sourceArn }, permission);
    if (refusal !== undefined) throw new Error(`the role ${role} does not trust ${principal}: ${refusal}`);
  }
}

function roleArnsOf(targets: unknown): readonly unknown[] {
  return (Array.isArray(targets) ? targets : []).filter(isRecord).map(({ RoleArn }) => RoleArn);
}

function nameOf({ properties, stackName, logicalId }: Resource, property: string): unknown {
  return properties[property] ?? `${stackName}-${logicalId}`;
}
