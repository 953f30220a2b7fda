import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Resource } from '../../template/resource.ts';
import {
  generatedName,
  knownProperties,
  numberOf,
  onlyKnown,
  optionalTextOf,
  textOf,
} from '../wire/properties.ts';

/** A function as its template describes it. */
export interface FunctionSpec {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly roleArn: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** The file of the bundle, and the name of the export that is called. */
  readonly file: string;
  readonly handler: string;
  readonly taskRoot: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What a template may say about a function. `Architectures` and the properties after it have no meaning here. */
const known = [
  ...['Code', 'Environment', 'FunctionName', 'Handler', 'MemorySize', 'Role', 'Runtime', 'Timeout'],
  ...['Architectures', 'Description', 'EphemeralStorage', 'LoggingConfig', 'RecursiveLoop'],
  ...['ReservedConcurrentExecutions', 'RuntimeManagementConfig', 'Tags', 'TracingConfig'],
];

const fileEndings = ['.mjs', '.js', '.cjs'];

/** Reads an `AWS::Lambda::Function`. */
export function functionSpec(resource: Resource): FunctionSpec {
  const { region, account } = resource;
  const properties = knownProperties(resource, known);

  const taskRoot = resource.assetPath(textOf(onlyKnown(properties['Code'], ['S3Bucket', 'S3Key']), 'S3Key'));
  const name = optionalTextOf(properties, 'FunctionName') ?? generatedName(resource);
  return {
    arn: `arn:aws:lambda:${region}:${account}:function:${name}`,
    name,
    region,
    roleArn: textOf(properties, 'Role'),
    timeoutMs: numberOf(properties, 'Timeout', 3) * 1000,
    memoryMb: numberOf(properties, 'MemorySize', 128),
    ...entryOf(taskRoot, textOf(properties, 'Handler')),
    taskRoot,
    environment: variablesOf(properties['Environment']),
  };
}

/** `index.handler` is the export `handler` of the file `index`. */
function entryOf(taskRoot: string, entry: string): { readonly file: string; readonly handler: string } {
  const dot = entry.lastIndexOf('.');
  const paths = fileEndings.map((ending) => join(taskRoot, entry.slice(0, dot) + ending));
  const file = paths.find((path) => existsSync(path));
  if (file === undefined) throw new Error(`Handler ${entry}: there is no ${paths.join(' or ')}`);
  return { file, handler: entry.slice(dot + 1) };
}

function variablesOf(environment: unknown): Readonly<Record<string, string>> {
  if (environment === undefined) return {};
  const { Variables = {} } = onlyKnown(environment, ['Variables']);
  if (typeof Variables !== 'object' || Variables === null) throw new Error('Variables must be an object');
  const variables = { ...Variables };
  return Object.fromEntries(Object.keys(variables).map((name) => [name, textOf(variables, name)]));
}
