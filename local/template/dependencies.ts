import { attributeName, placeholder } from './intrinsics.ts';
import { isRecord } from './json.ts';
import type { Template, TemplateResource } from './template.ts';

/** The logical ids of a template. Each comes after those that it refers to or names in DependsOn. A cycle throws. */
export function provisioningOrder(template: Template, stackName: string): readonly string[] {
  const ordered = new Set<string>();
  const visit = (logicalId: string, path: readonly string[]): void => {
    if (ordered.has(logicalId)) return;
    if (path.includes(logicalId)) {
      const cycle = [...path.slice(path.indexOf(logicalId)), logicalId];
      throw new Error(`${stackName}: resources depend on each other in a circle: ${cycle.join(' -> ')}`);
    }
    const resource = template.resources[logicalId];
    if (resource === undefined)
      throw new Error(`${stackName}/${path.at(-1)}: DependsOn names ${logicalId}, which does not exist`);
    for (const dependency of dependenciesOf(resource, template)) visit(dependency, [...path, logicalId]);
    ordered.add(logicalId);
  };
  for (const logicalId of Object.keys(template.resources)) visit(logicalId, []);
  return [...ordered];
}

function dependenciesOf(resource: TemplateResource, template: Template): ReadonlySet<string> {
  const mentioned = [...mentions(resource.properties)].filter((name) => name in template.resources);
  return new Set([...mentioned, ...resource.dependsOn]);
}

/** Every name that the intrinsics of a value mention, including parameters. */
function* mentions(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const element of value) yield* mentions(element);
  if (!isRecord(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (name === 'Ref' && typeof member === 'string') yield member;
    if (name === 'Fn::GetAtt') yield attributeName(member, name).logicalId;
    if (name === 'Fn::Sub') yield* placeholders(Array.isArray(member) ? member[0] : member);
    yield* mentions(member);
  }
}

function* placeholders(template: unknown): Generator<string> {
  for (const [, escaped, name] of String(template).matchAll(placeholder)) {
    if (escaped !== '!' && name !== undefined) yield name.split('.')[0] ?? name;
  }
}
