import type { Parts } from '../../kernel/parts.ts';
import { awsError } from '../../kernel/service.ts';
import { parseDefinition } from '../../states-language/check/definition.ts';
import type { StateMachine } from '../../states-language/definition.ts';
import { checkName, machineArn } from './names.ts';

/**
 * A state machine at one revision. An update makes a new revision. A running execution keeps the one with which it
 * began.
 */
export interface Machine {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly roleArn: string;
  readonly text: string;
  readonly definition: StateMachine;
  readonly createdAt: number;
  readonly revision: number;
}

/** A machine as a caller requests it. */
export interface Wanted {
  readonly name: string;
  readonly region: string;
  readonly roleArn: string;
  /** JSON. */
  readonly text: string;
}

/** The state machines of all regions. */
export interface Machines {
  /** Creates a machine. Returns the existing one when nothing differs. */
  create(wanted: Wanted): Machine;
  update(
    arn: string,
    region: string,
    changes: { readonly roleArn?: string; readonly text?: string },
  ): Machine;
  find(arn: string, region: string): Machine;
}

/** No machines. */
export function machineStore({ clock, account }: Pick<Parts, 'clock' | 'account'>): Machines {
  const byArn = new Map<string, Machine>();
  const find = (arn: string, region: string) => {
    const machine = byArn.get(arn);
    if (machine?.region === region) return machine;
    throw awsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  };
  const keep = (machine: Machine) => {
    byArn.set(machine.arn, machine);
    return machine;
  };
  return {
    find,
    create(wanted) {
      checkName(wanted.name);
      const arn = machineArn({ region: wanted.region, account }, wanted.name);
      const there = byArn.get(arn);
      if (there === undefined) {
        const definition = checked(wanted.text);
        return keep({ ...wanted, arn, definition, createdAt: clock.now(), revision: 0 });
      }
      if (there.text === wanted.text && there.roleArn === wanted.roleArn) return there;
      throw awsError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`);
    },
    update(arn, region, { roleArn, text }) {
      const before = find(arn, region);
      const definition = text === undefined ? before.definition : checked(text);
      return keep({
        ...before,
        roleArn: roleArn ?? before.roleArn,
        text: text ?? before.text,
        definition,
        revision: before.revision + 1,
      });
    },
  };
}

function checked(text: string): StateMachine {
  try {
    return parseDefinition(text);
  } catch (thrown) {
    const problems = thrown instanceof Error ? thrown.message : String(thrown);
    throw awsError('InvalidDefinition', `Invalid State Machine Definition: '${problems}'`);
  }
}
