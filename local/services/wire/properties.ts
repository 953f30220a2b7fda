import type { Resource } from '../../template/resource.ts';

/** Properties of a template, read one by one: what is missing, of another shape or unknown is an error that names it. */
export type Properties = Readonly<Record<string, unknown>>;

/** The properties of a resource, none of which this cloud may leave unread. */
export function knownProperties(resource: Resource, names: readonly string[]): Properties {
  return onlyKnown(resource.properties, names);
}

/** The same object, once it is sure that it holds nothing but `names`. */
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

/** A whole number; templates may carry it as a string. */
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

/** The name of a resource that the template left to CloudFormation. */
export function generatedName({ stackName, logicalId }: Resource): string {
  return `${stackName}-${logicalId}`;
}

/** Where the messages go that could not be delivered: AWS writes it as an object, a template also as its JSON. */
export function deadLetterArn(redrivePolicy: unknown): string | undefined {
  if (redrivePolicy === undefined) return undefined;
  const policy = typeof redrivePolicy === 'string' ? JSON.parse(redrivePolicy) : redrivePolicy;
  return textOf(onlyKnown(policy, ['deadLetterTargetArn']), 'deadLetterTargetArn');
}
