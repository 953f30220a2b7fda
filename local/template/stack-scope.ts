import type { Stack } from './assembly.ts';
import { evaluateCondition } from './conditions.ts';
import { noValue, resolve, type Scope } from './intrinsics.ts';
import { isRecord } from './json.ts';
import type { Provisioned } from './resource.ts';

/** What the expressions of one stack see: its parameters, its conditions, and the resources that exist so far. */
export function stackScope({
  stack,
  account,
  made,
}: {
  readonly stack: Stack;
  readonly account: string;
  readonly made: ReadonlyMap<string, Provisioned>;
}): Scope {
  const { template, name: stackName, region } = stack;
  const pseudo: Readonly<Record<string, unknown>> = {
    'AWS::Region': region,
    'AWS::AccountId': account,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stackName,
    'AWS::NoValue': noValue,
  };
  const resource = (logicalId: string, at: string): Provisioned => {
    const provisioned = made.get(logicalId);
    if (provisioned === undefined) throw new Error(`${at}: nothing is called ${logicalId}`);
    return provisioned;
  };
  const scope: Scope = {
    ref(name, at) {
      if (name in pseudo) return pseudo[name];
      if (name in template.parameters)
        return parameterValue(template.parameters[name], `${stackName}/${name}`);
      return resource(name, at).ref;
    },
    attribute(logicalId, name, at) {
      const { attributes } = resource(logicalId, at);
      const value = attributes[name];
      if (value !== undefined) return value;
      const known = Object.keys(attributes).join(', ') || 'none';
      throw new Error(`${at}: ${logicalId} has no attribute ${name} here, only: ${known}`);
    },
    condition(name) {
      const at = `${stackName}/Conditions.${name}`;
      if (!(name in template.conditions)) throw new Error(`${at}: no such condition`);
      return evaluateCondition(
        template.conditions[name],
        (value, where) => resolve(value, scope, where),
        scope.condition,
        at,
      );
    },
  };
  return scope;
}

/** A parameter has its default value. Nobody deploys with other values. */
function parameterValue(parameter: unknown, at: string): unknown {
  if (!isRecord(parameter)) throw new Error(`${at}: the parameter is not an object`);
  const { Type, Default } = parameter;
  if (Type !== 'String' && Type !== 'Number')
    throw new Error(`${at}: parameters of type ${Type} are not known here`);
  if (Default === undefined) throw new Error(`${at}: the parameter has no default`);
  return Default;
}
