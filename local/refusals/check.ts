import type { JsonRecord } from '../template/json.ts';
import type { Resource } from '../template/resource.ts';

/** Throws, in words, what AWS refuses of a resource whose template is otherwise well formed. */
export type Check = (resource: Resource) => void;

/** By CloudFormation type. */
export type Checks = Readonly<Record<string, readonly Check[]>>;

export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Refuses a number outside a range; a template may carry it as a text. What is absent has AWS's own default. */
export function inRange(properties: JsonRecord, name: string, { least, most }: Range): void {
  const value = properties[name];
  if (value === undefined) return;
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new Error(`${name} must be from ${least} to ${most}, got ${JSON.stringify(value)}`);
}

/** What a resource is called: by its template, or by CloudFormation. */
export function nameOf({ properties, stackName, logicalId }: Resource, property: string): string {
  return String(properties[property] ?? `${stackName}-${logicalId}`);
}
