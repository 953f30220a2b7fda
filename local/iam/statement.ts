import { isRecord } from '../template/json.ts';
import { type Condition, readConditions } from './conditions.ts';
import { globExpression } from './glob.ts';
import { type Principals, readPrincipals } from './principals.ts';
import { checkActionPattern } from './published-actions.ts';

/** The patterns of a statement. With `except`, the statement names everything else. */
export interface Selection {
  readonly except: boolean;
  readonly patterns: readonly RegExp[];
  /** Whether one pattern consists of `*` alone. Such a pattern also covers things without an ARN. */
  readonly hasAll: boolean;
}

/** One statement of a policy document, ready to be compared with calls. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Selection;
  /** In a trust policy this covers everything: the policy belongs to its role. */
  readonly resources: Selection;
  /** Undefined in an identity policy: the policy belongs to its role. */
  readonly principals: Principals | undefined;
  readonly conditions: readonly Condition[];
}

/** The place of a policy document: on a role, on a resource, or in a role as its trust policy. */
export type PolicyKind = 'identity' | 'resource' | 'trust';

const documentMembers = ['Version', 'Id', 'Statement'];
const statementMembers = [
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'Condition',
];

const everything: Selection = { except: false, patterns: [/^/], hasAll: true };

/** Reads a policy document. Throws an error that names whatever AWS does not have or this cloud does not know. */
export function readPolicy(document: unknown, kind: PolicyKind, at: string): readonly Statement[] {
  if (!isRecord(document)) throw new Error(`${at}: the policy is not an object`);
  refuseUnknown(document, documentMembers, at);
  if (document['Version'] !== '2012-10-17') throw new Error(`${at}: the Version must be 2012-10-17`);
  return many(document['Statement']).map((statement, index) =>
    readStatement(statement, kind, `${at}, statement ${index + 1}`),
  );
}

function readStatement(statement: unknown, kind: PolicyKind, at: string): Statement {
  if (!isRecord(statement)) throw new Error(`${at}: not an object`);
  refuseUnknown(statement, statementMembers, at);
  const { Effect, Principal, Condition: conditions = {} } = statement;
  if (Effect !== 'Allow' && Effect !== 'Deny')
    throw new Error(`${at}: the Effect is Allow or Deny, got ${Effect}`);
  if ((Principal === undefined) !== (kind === 'identity')) {
    throw new Error(`${at}: a Principal belongs in policies of resources and roles' trust, and nowhere else`);
  }
  return {
    effect: Effect,
    actions: readActions(statement, at),
    resources: kind === 'trust' ? noResources(statement, at) : readResources(statement, at),
    principals: kind === 'identity' ? undefined : readPrincipals(Principal, at),
    conditions: readConditions(conditions, at),
  };
}

function readActions(statement: Readonly<Record<string, unknown>>, at: string): Selection {
  const { values, except } = either(statement, 'Action', 'NotAction', at);
  for (const action of values) checkActionPattern(action, at);
  return {
    except,
    patterns: values.map((action) => globExpression(action, 'is')),
    hasAll: values.some(isAll),
  };
}

function readResources(statement: Readonly<Record<string, unknown>>, at: string): Selection {
  const { values, except } = either(statement, 'Resource', 'NotResource', at);
  for (const resource of values) {
    if (!isAll(resource) && !/^arn:([^:]*:){4}./.test(resource)) {
      throw new Error(`${at}: a resource is an ARN of six parts or *, got ${resource}`);
    }
    if (resource.includes('${')) throw new Error(`${at}: policy variables are not known here: ${resource}`);
  }
  return { except, patterns: values.map((resource) => globExpression(resource)), hasAll: values.some(isAll) };
}

function noResources(statement: Readonly<Record<string, unknown>>, at: string): Selection {
  if ('Resource' in statement || 'NotResource' in statement) {
    throw new Error(`${at}: a trust policy names no resource`);
  }
  return everything;
}

function either(
  statement: Readonly<Record<string, unknown>>,
  name: string,
  notName: string,
  at: string,
): { readonly values: readonly string[]; readonly except: boolean } {
  if (name in statement === notName in statement)
    throw new Error(`${at}: either ${name} or ${notName} is wanted`);
  const except = notName in statement;
  const values = many(statement[except ? notName : name]);
  if (values.length === 0 || !values.every((value) => typeof value === 'string')) {
    throw new Error(`${at}: ${except ? notName : name} must name something, got ${JSON.stringify(values)}`);
  }
  return { values: values as readonly string[], except };
}

function isAll(pattern: string): boolean {
  return /^\*+$/.test(pattern);
}

function many(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function refuseUnknown(value: Readonly<Record<string, unknown>>, known: readonly string[], at: string): void {
  const unknown = Object.keys(value).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`${at}: not known here: ${unknown.join(', ')}`);
}
