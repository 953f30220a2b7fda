import type { JsonRecord } from '../template/json.ts';
import type { Resource } from '../template/resource.ts';

/** Throws a sentence when AWS would refuse a resource whose template is otherwise well formed. */
export type Check = (resource: Resource) => void;

/** The checks by CloudFormation type. */
export type Checks = Readonly<Record<string, readonly Check[]>>;

export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Refuses a number outside a range. A template may write the number as text. An absent number has AWS's default. */
export function inRange(properties: JsonRecord, name: string, { least, most }: Range): void {
  const value = properties[name];
  if (value === undefined) return;
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new Error(`${name} must be from ${least} to ${most}, got ${JSON.stringify(value)}`);
}

/** The name of a resource, from its template or from CloudFormation. */
export function nameOf({ properties, stackName, logicalId }: Resource, property: string): string {
  return String(properties[property] ?? `${stackName}-${logicalId}`);
}
