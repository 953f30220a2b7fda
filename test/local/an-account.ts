import { type Iam, identityAndAccess } from '../../local/iam/iam.ts';
import type { Caller } from '../../local/kernel/service.ts';
import type { Resource } from '../../local/template/resource.ts';

/** The account of the IAM tests. */
export const account = '111122223333';

/** A resource of the templates. Its intrinsics are resolved. */
export function aResource(type: string, properties: Resource['properties'], logicalId = 'Thing'): Resource {
  return {
    logicalId,
    type,
    stackName: 'cell',
    region: 'eu-central-1',
    account,
    properties,
    assetPath: () => '/nowhere',
  };
}

/** An account with a role `worker`. Tests add more to it. */
export function anAccount(): Iam & { add(type: string, properties: Resource['properties']): void } {
  const iam = identityAndAccess(account);
  const add = (type: string, properties: Resource['properties']) => {
    const provision = iam.resourceTypes[type];
    if (provision === undefined) throw new Error(`no ${type}`);
    provision(aResource(type, properties));
  };
  add('AWS::IAM::Role', {
    RoleName: 'worker',
    AssumeRolePolicyDocument: policy({ ...allow('sts:AssumeRole'), Principal: service('lambda') }),
  });
  return { ...iam, add };
}

export const worker: Caller = {
  kind: 'role',
  roleArn: `arn:aws:iam::${account}:role/worker`,
  sessionName: 'step',
  region: 'eu-central-1',
};

export function policy(...statements: readonly object[]): object {
  return { Version: '2012-10-17', Statement: statements };
}

export function allow(Action: unknown, Resource?: unknown): object {
  return { Effect: 'Allow', Action, ...(Resource === undefined ? {} : { Resource }) };
}

export function service(name: string): object {
  return { Service: `${name}.amazonaws.com` };
}
