import { readPolicy, type Statement } from './statement.ts';

/** A role: who may assume it, and what it may do. */
export interface Role {
  readonly arn: string;
  readonly name: string;
  readonly trust: readonly Statement[];
  /** It grows as policies are attached. */
  readonly allows: Statement[];
}

/** All policies of the account, by the role or resource to which they belong. */
export interface Policies {
  addRole(role: Role): void;
  roleByName(name: string): Role;
  roleByArn(arn: string): Role;
  addToResource(arn: string, statements: readonly Statement[]): void;
  /** Replaces the policy of a resource that has one document. Undefined removes it. */
  setDocument(arn: string, document: object | undefined): void;
  /** The document that was set, if there is one. */
  documentOf(arn: string): object | undefined;
  /** The policy of a resource. For a role, the statements about who may assume it. Empty where there is no policy. */
  ofResource(arn: string): readonly Statement[];
}

/** An account without roles and policies. */
export function emptyPolicies(): Policies {
  const roles = new Map<string, Role>();
  const ofResources = new Map<string, readonly Statement[]>();
  const documents = new Map<string, object>();
  return {
    addRole(role) {
      if ([...roles.values()].some(({ name }) => name === role.name)) {
        throw new Error(`a role named ${role.name} exists already`);
      }
      roles.set(role.arn, role);
    },
    roleByName(name) {
      return [...roles.values()].find((role) => role.name === name) ?? unknownRole(name);
    },
    roleByArn(arn) {
      return roles.get(arn) ?? unknownRole(arn);
    },
    addToResource(arn, statements) {
      ofResources.set(arn, [...(ofResources.get(arn) ?? []), ...statements]);
    },
    setDocument(arn, document) {
      const statements = document === undefined ? [] : readPolicy(document, 'resource', arn);
      ofResources.set(arn, statements);
      if (document === undefined) documents.delete(arn);
      else documents.set(arn, document);
    },
    documentOf: (arn) => documents.get(arn),
    ofResource(arn) {
      return roles.get(arn)?.trust ?? ofResources.get(ownerOfPolicy(arn)) ?? [];
    },
  };
}

/** The policy of an object is the policy of its bucket. */
function ownerOfPolicy(arn: string): string {
  return arn.startsWith('arn:aws:s3:::') ? (arn.split('/')[0] ?? arn) : arn;
}

function unknownRole(name: string): never {
  throw new Error(`there is no role ${name}`);
}
