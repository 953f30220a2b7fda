/** Templates: reading a synthesized CDK app, and provisioning the resources of its CloudFormation templates. */

import type { Assembly, Stack } from './assembly.ts';
import { provisioningOrder } from './dependencies.ts';
import { resolve } from './intrinsics.ts';
import { isRecord, type JsonRecord } from './json.ts';
import type { Provisioned, ResourceTypes } from './resource.ts';
import { stackScope } from './stack-scope.ts';

/** The outputs, by stack name and then by logical id. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Types that make nothing: CDK's note of its own version. */
const typesWithoutEffect: ResourceTypes = {
  'AWS::CDK::Metadata': ({ logicalId }) => ({ ref: logicalId, attributes: {} }),
};

/**
 * Makes all resources of an assembly, each after those to which it refers.
 *
 * When the templates hold types that nobody provides, it throws before anything is made and names all of them. For
 * anything else that is unknown, it throws an error that names the stack and the resource.
 */
export function provision(assembly: Assembly, resourceTypes: ResourceTypes): Outputs {
  const types = { ...typesWithoutEffect, ...resourceTypes };
  refuseUnknownTypes(assembly, types);
  return Object.fromEntries(
    assembly.stacks.map((stack) => [stack.name, provisionStack(stack, assembly.account, types)]),
  );
}

function refuseUnknownTypes(assembly: Assembly, types: ResourceTypes): void {
  const unknown = assembly.stacks.flatMap(({ name, template }) =>
    Object.entries(template.resources)
      .filter(([, { type }]) => types[type] === undefined)
      .map(([logicalId, { type }]) => `${type} (${name}/${logicalId})`),
  );
  if (unknown.length > 0) throw new Error(`resource types not known here: ${unknown.sort().join(', ')}`);
}

function provisionStack(stack: Stack, account: string, types: ResourceTypes): Outputs[string] {
  const { template, name, region } = stack;
  const made = new Map<string, Provisioned>();
  const scope = stackScope({ stack, account, made });
  for (const logicalId of provisioningOrder(template, name)) {
    const { type, properties, condition } = template.resources[logicalId] ?? missing(logicalId);
    if (condition !== undefined && !scope.condition(condition)) continue;
    const at = `${name}/${logicalId}`;
    const resolved = resolve(properties, scope, at) as JsonRecord;
    const make = types[type] ?? missing(type);
    const resource = {
      logicalId,
      type,
      stackName: name,
      region,
      account,
      properties: resolved,
      assetPath: stack.assetPath,
    };
    made.set(
      logicalId,
      naming(`${at} (${type})`, () => make(resource)),
    );
  }
  return Object.fromEntries(
    Object.entries(template.outputs).flatMap(([outputName, output]) => {
      const value = readOutput(output, `${name}/Outputs.${outputName}`);
      if (value.condition !== undefined && !scope.condition(value.condition)) return [];
      return [[outputName, String(resolve(value.value, scope, `${name}/Outputs.${outputName}`))]];
    }),
  );
}

function readOutput(
  output: unknown,
  at: string,
): { readonly value: unknown; readonly condition: string | undefined } {
  if (!isRecord(output)) throw new Error(`${at}: not an object`);
  const { Value, Description: _, Condition, ...rest } = output;
  const unknown = Object.keys(rest);
  if (unknown.length > 0) throw new Error(`${at}: not known here: ${unknown.join(', ')}`);
  return { value: Value, condition: Condition === undefined ? undefined : String(Condition) };
}

function naming<T>(what: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${what}: ${message}`, { cause: error });
  }
}

function missing(name: string): never {
  throw new Error(`${name} is no longer in the template`);
}
