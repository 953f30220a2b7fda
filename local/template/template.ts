import { isRecord, type JsonRecord } from './json.ts';

/** One resource as the template writes it, before its intrinsics are resolved. */
export interface TemplateResource {
  readonly type: string;
  readonly properties: JsonRecord;
  readonly dependsOn: readonly string[];
  /** The name of the condition for its existence. */
  readonly condition: string | undefined;
}

/** A CloudFormation template, in the sections that the local cloud uses. */
export interface Template {
  readonly parameters: JsonRecord;
  readonly mappings: JsonRecord;
  readonly conditions: JsonRecord;
  readonly resources: Readonly<Record<string, TemplateResource>>;
  readonly outputs: JsonRecord;
}

/** Sections for CloudFormation or for people. They have no effect on what then runs. */
const sectionsWithoutEffect = ['AWSTemplateFormatVersion', 'Description', 'Metadata'];
const sections = ['Parameters', 'Mappings', 'Conditions', 'Resources', 'Outputs', 'Rules'];

/** Attributes about the update or removal of a stack. The local cloud does neither. */
const attributesWithoutEffect = ['DeletionPolicy', 'UpdateReplacePolicy', 'UpdatePolicy', 'Metadata'];

/**
 * CloudFormation nevertheless refuses other values of these attributes. `Snapshot` is for types that no service here
 * has. Source: CloudFormation user guide, "DeletionPolicy attribute" and "UpdateReplacePolicy attribute".
 */
const policyValues: Readonly<Record<string, readonly string[]>> = {
  DeletionPolicy: ['Delete', 'Retain', 'RetainExceptOnCreate'],
  UpdateReplacePolicy: ['Delete', 'Retain'],
};
const attributes = ['Type', 'Properties', 'DependsOn', 'Condition'];

/** The check that the CDK adds to each template: whether the account is bootstrapped. */
const bootstrapRule = 'CheckBootstrapVersion';

/** Reads a parsed template. Throws an error that names each section or resource attribute without a meaning here. */
export function readTemplate(value: unknown, stackName: string): Template {
  if (!isRecord(value)) throw new Error(`${stackName}: the template is not an object`);
  const section = (name: string): JsonRecord => {
    const found = value[name] ?? {};
    if (!isRecord(found)) throw new Error(`${stackName}: the section ${name} is not an object`);
    return found;
  };
  refuseUnknown(Object.keys(value), [...sections, ...sectionsWithoutEffect], `${stackName}: section`);
  refuseUnknown(Object.keys(section('Rules')), [bootstrapRule], `${stackName}: rule`);

  const resources = Object.entries(section('Resources')).map(
    ([logicalId, resource]) => [logicalId, readResource(resource, `${stackName}/${logicalId}`)] as const,
  );
  return {
    parameters: section('Parameters'),
    mappings: section('Mappings'),
    conditions: section('Conditions'),
    resources: Object.fromEntries(resources),
    outputs: section('Outputs'),
  };
}

function readResource(value: unknown, at: string): TemplateResource {
  if (!isRecord(value) || typeof value['Type'] !== 'string') throw new Error(`${at}: no Type`);
  refuseUnknown(Object.keys(value), [...attributes, ...attributesWithoutEffect], `${at}: resource attribute`);
  const { Type, Properties = {}, DependsOn = [], Condition } = value;
  refusePolicies(value, at);
  if (!isRecord(Properties)) throw new Error(`${at}: Properties is not an object`);
  if (Condition !== undefined && typeof Condition !== 'string') {
    throw new Error(`${at}: Condition is not a name`);
  }
  return {
    type: Type as string,
    properties: Properties,
    dependsOn: (Array.isArray(DependsOn) ? DependsOn : [DependsOn]).map(String),
    condition: Condition,
  };
}

function refusePolicies(value: JsonRecord, at: string): void {
  for (const [name, allowed] of Object.entries(policyValues)) {
    const given = value[name];
    if (given !== undefined && !allowed.includes(String(given)))
      throw new Error(`${at}: ${name} must be one of ${allowed.join(', ')}, got ${JSON.stringify(given)}`);
  }
}

function refuseUnknown(names: readonly string[], known: readonly string[], what: string): void {
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`${what} not known here: ${unknown.join(', ')}`);
}
