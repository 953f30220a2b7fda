import type { Parts } from '../../../kernel/parts.ts';
import { awsError, type Permission } from '../../../kernel/service.ts';
import { type Document, requiredText } from '../../wire/json-protocol.ts';
import type { Machine, Machines } from '../machines.ts';
import { machineArn } from '../names.ts';
import { type Operations, optional } from './operation.ts';

/** The operations on state machines, for callers that try one out beside those of the templates. */
export function machineOperations(machines: Machines, { clock, account }: Parts): Operations {
  return {
    CreateStateMachine: {
      members: [
        'name',
        'definition',
        'roleArn',
        'type',
        'loggingConfiguration',
        'tracingConfiguration',
        'tags',
      ],
      permissions: (document, region) => [
        {
          action: 'states:CreateStateMachine',
          resource: machineArn({ region, account }, requiredText(document, 'name')),
        },
        passing(requiredText(document, 'roleArn')),
      ],
      perform({ document, region }) {
        const { type = 'STANDARD' } = optional(document, 'type');
        if (type !== 'STANDARD') throw new Error(`The local cloud knows no state machines of type ${type}`);
        const machine = machines.create({
          name: requiredText(document, 'name'),
          region,
          roleArn: requiredText(document, 'roleArn'),
          text: requiredText(document, 'definition'),
        });
        return { stateMachineArn: machine.arn, creationDate: machine.createdAt / 1000 };
      },
    },
    UpdateStateMachine: {
      members: ['stateMachineArn', 'definition', 'roleArn', 'loggingConfiguration', 'tracingConfiguration'],
      permissions: (document) => [
        { action: 'states:UpdateStateMachine', resource: requiredText(document, 'stateMachineArn') },
        ...(typeof document['roleArn'] === 'string' ? [passing(document['roleArn'])] : []),
      ],
      perform({ document, region }) {
        const { definition: text } = optional(document, 'definition');
        const { roleArn } = optional(document, 'roleArn');
        if (text === undefined && roleArn === undefined) {
          throw awsError(
            'MissingRequiredParameter',
            'Either the definition or the roleArn must be specified',
          );
        }
        const changes = {
          ...(text === undefined ? {} : { text }),
          ...(roleArn === undefined ? {} : { roleArn }),
        };
        const machine = machines.update(requiredText(document, 'stateMachineArn'), region, changes);
        return { updateDate: clock.now() / 1000, revisionId: String(machine.revision) };
      },
    },
    DescribeStateMachine: {
      members: ['stateMachineArn'],
      permissions: (document) => [
        { action: 'states:DescribeStateMachine', resource: requiredText(document, 'stateMachineArn') },
      ],
      perform: ({ document, region }) =>
        described(machines.find(requiredText(document, 'stateMachineArn'), region)),
    },
  };
}

function passing(roleArn: string): Permission {
  const context = { 'iam:PassedToService': 'states.amazonaws.com' };
  return { action: 'iam:PassRole', resource: roleArn, context };
}

function described(machine: Machine): Document {
  return {
    stateMachineArn: machine.arn,
    name: machine.name,
    status: 'ACTIVE',
    definition: machine.text,
    roleArn: machine.roleArn,
    type: 'STANDARD',
    creationDate: machine.createdAt / 1000,
    revisionId: String(machine.revision),
  };
}
