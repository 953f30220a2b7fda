import { isRecord } from '../template/json.ts';
import type { Resource } from '../template/resource.ts';
import { type Checks, nameOf } from './check.ts';

/**
 * The limit for all inline policies of a role together, without white space. Source: IAM user guide, "IAM and AWS STS
 * quotas".
 */
const maxCharacters = 10_240;

/** What IAM refuses of the inline policies of a role. */
export function inlinePolicyChecks(): Checks {
  const sizes = new Map<string, number>();
  const grow = (role: string, document: unknown) => {
    const size = (sizes.get(role) ?? 0) + (JSON.stringify(document) ?? '').replace(/\s/g, '').length;
    if (size > maxCharacters)
      throw new Error(`the inline policies of ${role} may have ${maxCharacters} characters, got ${size}`);
    sizes.set(role, size);
  };
  return {
    'AWS::IAM::Role': [
      (resource) => {
        for (const document of inlineDocuments(resource)) grow(roleName(resource), document);
      },
    ],
    'AWS::IAM::Policy': [
      ({ properties }) => {
        for (const role of listed(properties['Roles'])) grow(String(role), properties['PolicyDocument']);
      },
    ],
  };
}

function inlineDocuments({ properties }: Resource): readonly unknown[] {
  return listed(properties['Policies']).map((one) => (isRecord(one) ? one['PolicyDocument'] : undefined));
}

/** The name that the local cloud gives to a role without a name in the template. IAM takes 64 characters. */
function roleName(resource: Resource): string {
  return nameOf(resource, 'RoleName').slice(-64);
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
