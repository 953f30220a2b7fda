import {
  knownProperties,
  listOf,
  numberOf,
  onlyKnown,
  optionalTextOf,
  textOf,
} from '../services/wire/properties.ts';
import type { Provision, Resource, ResourceTypes } from '../template/resource.ts';
import { managedPolicy } from './managed-policies.ts';
import type { Policies } from './policies.ts';
import { lambdaPermission, resourcePolicies } from './resource-policies.ts';
import { readPolicy, type Statement } from './statement.ts';

/** The resource types of IAM in a template. */
export function iamResourceTypes(policies: Policies): ResourceTypes {
  return {
    'AWS::IAM::Role': role(policies),
    'AWS::IAM::Policy': policy(policies),
    'AWS::Lambda::Permission': lambdaPermission(policies),
    ...resourcePolicies(policies),
  };
}

function role(policies: Policies): Provision {
  return (resource) => {
    const properties = knownProperties(resource, [
      'AssumeRolePolicyDocument',
      'Description',
      'ManagedPolicyArns',
      'MaxSessionDuration',
      'Path',
      'Policies',
      'RoleName',
      'Tags',
    ]);
    numberOf(properties, 'MaxSessionDuration', 3600);
    const name = optionalTextOf(properties, 'RoleName') ?? nameFor(resource);
    const arn = `arn:aws:iam::${resource.account}:role${optionalTextOf(properties, 'Path') ?? '/'}${name}`;
    const managed = listOf(properties, 'ManagedPolicyArns').flatMap((one) => managedPolicy(String(one)));
    const inline = listOf(properties, 'Policies').flatMap((one) => inlinePolicy(one));
    policies.addRole({
      arn,
      name,
      trust: readPolicy(properties['AssumeRolePolicyDocument'], 'trust', 'AssumeRolePolicyDocument'),
      allows: [...managed, ...inline],
    });
    return { ref: name, attributes: { Arn: arn } };
  };
}

function inlinePolicy(value: unknown): readonly Statement[] {
  const properties = onlyKnown(value, ['PolicyDocument', 'PolicyName']);
  return readPolicy(properties['PolicyDocument'], 'identity', textOf(properties, 'PolicyName'));
}

function policy(policies: Policies): Provision {
  return (resource) => {
    const properties = knownProperties(resource, ['PolicyDocument', 'PolicyName', 'Roles']);
    const statements = readPolicy(properties['PolicyDocument'], 'identity', 'PolicyDocument');
    for (const name of listOf(properties, 'Roles'))
      policies.roleByName(String(name)).allows.push(...statements);
    return { ref: textOf(properties, 'PolicyName'), attributes: {} };
  };
}

/** The longest name of a role that IAM allows. */
const roleNameLength = 64;

/** CloudFormation adds random characters. Here the same template always gives the same names. */
function nameFor({ stackName, logicalId }: Resource): string {
  return `${stackName}-${logicalId}`.slice(-roleNameLength);
}
