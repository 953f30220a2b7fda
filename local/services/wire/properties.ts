import type { Resource } from '../../template/resource.ts';

/**
 * Reads the properties of a template. Throws an error that names each property that is missing, unknown or of another
 * shape.
 */
export type Properties = Readonly<Record<string, unknown>>;

/** The properties of a resource. This cloud must read all of them. */
export function knownProperties(resource: Resource, names: readonly string[]): Properties {
  return onlyKnown(resource.properties, names);
}

/** Returns the object. Throws when it holds other members than `names`. */
export function onlyKnown(value: unknown, names: readonly string[]): Properties {
  const properties = asProperties(value);
  const unknown = Object.keys(properties).filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`not known here: ${unknown.join(', ')}; known: ${names.join(', ')}`);
  return properties;
}

function asProperties(value: unknown): Properties {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`expected an object, got ${JSON.stringify(value)}`);
  }
  return value as Properties;
}

export function textOf(properties: Properties, name: string): string {
  const text = optionalTextOf(properties, name);
  if (text === undefined) throw new Error(`${name} is missing`);
  return text;
}

export function optionalTextOf(properties: Properties, name: string): string | undefined {
  const value = properties[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new Error(`${name} must be a string, got ${JSON.stringify(value)}`);
}

/** A whole number. A template may write it as a string. */
export function numberOf(properties: Properties, name: string, otherwise: number): number {
  const number = Number(properties[name] ?? otherwise);
  if (Number.isInteger(number)) return number;
  throw new Error(`${name} must be a whole number, got ${JSON.stringify(properties[name])}`);
}

export function listOf(properties: Properties, name: string): readonly unknown[] {
  const value = properties[name] ?? [];
  if (Array.isArray(value)) return value;
  throw new Error(`${name} must be a list, got ${JSON.stringify(value)}`);
}

/** The name of a resource whose template leaves the name to CloudFormation. */
export function generatedName({ stackName, logicalId }: Resource): string {
  return `${stackName}-${logicalId}`;
}

/** The ARN for undeliverable messages. AWS writes it as an object, a template also as its JSON. */
export function deadLetterArn(redrivePolicy: unknown): string | undefined {
  if (redrivePolicy === undefined) return undefined;
  const policy = typeof redrivePolicy === 'string' ? JSON.parse(redrivePolicy) : redrivePolicy;
  return textOf(onlyKnown(policy, ['deadLetterTargetArn']), 'deadLetterTargetArn');
}
