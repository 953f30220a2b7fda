import type { Authorizer } from '../kernel/parts.ts';
import type { Caller, Permission } from '../kernel/service.ts';
import { globalKeys, type RequestContext } from './conditions.ts';
import type { Policies } from './policies.ts';
import { type Mention, mentionOf } from './principals.ts';
import { type PublishedAction, publishedAction } from './published-actions.ts';
import type { Selection, Statement } from './statement.ts';

interface Request {
  readonly caller: Caller;
  readonly account: string;
  readonly action: string;
  readonly resource: string;
  readonly context: RequestContext;
}

/**
 * Decides as IAM does within one account: first an explicit Deny, then the statements that allow.
 *
 * The account itself needs no policy. A role needs a policy of its own, or a policy of the resource that names the
 * role. An AWS service needs a policy of the resource that names the service. Throws for an action that AWS does not
 * have, for a resource that the action does not take, for a role that does not exist, and for a condition key that
 * the call would carry in AWS and does not carry here.
 */
export function policyAuthorizer(account: string, policies: Policies): Authorizer {
  return {
    refusal(caller, permission) {
      const request = requestOf(caller, permission, account);
      const { action, resource } = request;
      const ofIdentity = caller.kind === 'role' ? policies.roleByArn(caller.roleArn).allows : [];
      const identity = ofIdentity.filter((statement) => applies(statement, request));
      const resourceBased = policies
        .ofResource(resource)
        .filter((statement) => mention(statement, request) !== 'none' && applies(statement, request));

      const what = `User: ${nameOf(caller, account)} is not authorized to perform: ${action} on resource: ${resource}`;
      if (identity.some(isDeny)) return `${what} with an explicit deny in an identity-based policy`;
      if (resourceBased.some(isDeny)) return `${what} with an explicit deny in a resource-based policy`;
      if (caller.kind === 'account' || identity.length > 0) return undefined;
      if (resourceBased.some((statement) => mention(statement, request) === 'named')) return undefined;
      const missing = caller.kind === 'service' ? 'resource-based' : 'identity-based';
      return `${what} because no ${missing} policy allows the ${action} action`;
    },
  };
}

function requestOf(caller: Caller, permission: Permission, account: string): Request {
  const action = publishedAction(permission.action);
  return {
    caller,
    account,
    action: action.name,
    resource: resourceOf(permission.resource, action),
    context: contextOf(caller, permission, account),
  };
}

/** AWS allows an action without resource types only on `*`, whatever the call touches. */
function resourceOf(resource: string, action: PublishedAction): string {
  if (resource === '*' || action.resources.length === 0) return '*';
  if (action.resources.some((expression) => expression.test(resource))) return resource;
  throw new Error(`${action.name} takes no resource such as ${resource}`);
}

function contextOf(caller: Caller, { context = {} }: Permission, account: string): RequestContext {
  const ofCaller: Readonly<Record<string, string>> =
    caller.kind === 'service'
      ? {
          'aws:SourceArn': caller.sourceArn,
          'aws:SourceAccount': caller.sourceArn.split(':')[4] || account,
        }
      : {
          'aws:PrincipalAccount': account,
          'aws:PrincipalArn': caller.kind === 'role' ? caller.roleArn : rootOf(account),
        };
  const all = {
    'aws:SecureTransport': 'true', // clients on the laptop use plain HTTP where clients in AWS use HTTPS
    'aws:PrincipalIsAWSService': String(caller.kind === 'service'),
    ...ofCaller,
    ...context,
  };
  return new Map(Object.entries(all).map(([key, value]) => [key.toLowerCase(), value]));
}

function applies(statement: Statement, request: Request): boolean {
  return (
    selects(statement.actions, request.action) &&
    selects(statement.resources, request.resource) &&
    statement.conditions.every(({ key, holds }) => holds(contextValue(key, request)))
  );
}

/** A call on something without an ARN has the resource `*`. Only a pattern that consists of `*` covers it. */
function selects({ patterns, hasAll, except }: Selection, name: string): boolean {
  const isNamed = name === '*' ? hasAll : patterns.some((pattern) => pattern.test(name));
  return isNamed !== except;
}

function contextValue(key: string, { context, action }: Request): string | undefined {
  const value = context.get(key);
  const mayBeAbsent = globalKeys.some((known) => known.toLowerCase() === key);
  if (value === undefined && !mayBeAbsent) {
    throw new Error(
      `a policy asks for the condition key ${key}, which a call of ${action} does not carry here`,
    );
  }
  return value;
}

function mention({ principals }: Statement, { caller, account }: Request): Mention {
  return principals === undefined ? 'none' : mentionOf(principals, caller, account);
}

function isDeny({ effect }: Statement): boolean {
  return effect === 'Deny';
}

function nameOf(caller: Caller, account: string): string {
  if (caller.kind === 'account') return rootOf(account);
  if (caller.kind === 'service') return caller.principal;
  const roleName = caller.roleArn.split('/').at(-1);
  return `arn:aws:sts::${account}:assumed-role/${roleName}/${caller.sessionName}`;
}

function rootOf(account: string): string {
  return `arn:aws:iam::${account}:root`;
}
