import type { Visits } from '../../kernel/visits.ts';
import type { Provision } from '../../template/resource.ts';
import { generatedName, knownProperties, onlyKnown, optionalTextOf, textOf } from '../wire/properties.ts';
import type { Machines } from './machines.ts';
import { placesOfMachine } from './places.ts';

const known = [
  ...['DefinitionString', 'DefinitionSubstitutions', 'RoleArn', 'StateMachineName', 'StateMachineType'],
  ...['LoggingConfiguration', 'TracingConfiguration', 'Tags'],
];

/** `AWS::StepFunctions::StateMachine` */
export function stateMachineResource(machines: Machines, visits: Visits): Provision {
  return (resource) => {
    const properties = knownProperties(resource, known);
    const type = optionalTextOf(properties, 'StateMachineType') ?? 'STANDARD';
    if (type !== 'STANDARD') throw new Error(`StateMachineType ${type} is not known here, only STANDARD`);

    onlyKnown(properties['LoggingConfiguration'] ?? {}, ['Level', 'IncludeExecutionData', 'Destinations']);
    onlyKnown(properties['TracingConfiguration'] ?? {}, ['Enabled']);
    const substitutions = properties['DefinitionSubstitutions'] ?? {};
    const machine = machines.create({
      name: optionalTextOf(properties, 'StateMachineName') ?? generatedName(resource),
      region: resource.region,
      roleArn: textOf(properties, 'RoleArn'),
      text: substituted(textOf(properties, 'DefinitionString'), { ...substitutions }),
    });
    visits.expect(placesOfMachine(machine.name, machine.definition));
    const attributes = { Arn: machine.arn, Name: machine.name, StateMachineRevisionId: 'INITIAL' };
    return { ref: machine.arn, attributes };
  };
}

/** Replaces each `${key}` by the template's value. Throws for a key that no substitution names. */
function substituted(definition: string, substitutions: Readonly<Record<string, unknown>>): string {
  return definition.replace(/\$\{(\w+)\}/g, (_whole, key: string) => {
    if (key in substitutions) return String(substitutions[key]);
    throw new Error(`DefinitionSubstitutions has no ${key}`);
  });
}
