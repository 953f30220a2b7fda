import { ConditionalCheckFailedException, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { fieldsOf, type IncidentItem, incidentOf } from '../../../aws/table/incident-item.ts';
import type { IncidentTable } from '../../../aws/table/incident-table.ts';
import type { Cell } from '../../../lambda/cell/cell.ts';
import type { Command } from '../in-memory-table.ts';
import type { Invocation } from './scheduler.ts';
import { claimIn } from './watched-cell.ts';
import type { Variant, World } from './world.ts';

/** An alarm that opens an incident, under another condition. */
export const withOpen = (change: (condition: string) => string): Variant => ({
  command: (command) =>
    command instanceof UpdateItemCommand && command.input.ConditionExpression?.includes('resolvedAt')
      ? conditioned(command, change)
      : command,
});

/** A driver that claims, under another condition. */
export const withClaim = (change: (condition: string) => string): Variant => ({
  command: (command) => (isClaim(command) ? conditioned(command, change) : command),
});

/** What an actor's functions write, changed on its way. */
export const withWrites = (
  actor: string,
  change: (next: IncidentItem, seen: IncidentItem) => IncidentItem,
): Variant => ({
  cell: (cell, by) =>
    onIncidents(cell, by, actor, ({ replace }) => ({
      replace: (seen, next) => replace(seen, change(next, seen)),
    })),
});

/** What an actor's functions are shown, changed on its way. */
export const withReads = (actor: string, change: (item: IncidentItem) => IncidentItem): Variant => ({
  cell: (cell, by) => onIncidents(cell, by, actor, (incidents) => shownAs(incidents, change)),
});

/** The item of an incident that knows the messages by other names. */
export function withAnswers(item: IncidentItem, name: (id: string) => string): IncidentItem {
  const incident = incidentOf(item);
  return { ...item, ...fieldsOf({ ...incident, answers: incident.answers.map(name) }) };
}

function isClaim(command: Command): command is UpdateItemCommand {
  return claimIn(command) !== undefined;
}

/** A command under another condition. */
export function conditioned(command: Command, change: (condition: string) => string): Command {
  if (!(command instanceof UpdateItemCommand)) return command;
  const condition = command.input.ConditionExpression ?? '';
  const changed = change(condition);
  if (changed === condition) throw new Error(`the rule does not stand in ${condition}`);
  return new UpdateItemCommand({ ...command.input, ConditionExpression: changed });
}

/** The cell of an actor, with something else in the place of its incidents' operations. */
export function onIncidents(
  cell: Cell,
  by: Invocation,
  actor: string,
  change: (incidents: IncidentTable) => Partial<IncidentTable>,
): Cell {
  if (!by.actor.startsWith(actor)) return cell;
  return { ...cell, incidents: { ...cell.incidents, ...change(cell.incidents) } };
}

/** The incidents as somebody sees them who is shown something else. */
function shownAs(
  { read, claim, replace }: IncidentTable,
  change: (item: IncidentItem) => IncidentItem,
): Partial<IncidentTable> {
  const shown = <O extends { readonly item: IncidentItem | undefined }>(outcome: O): O =>
    outcome.item === undefined ? outcome : { ...outcome, item: change(outcome.item) };
  return {
    read: async (key) => {
      const item = await read(key);
      return item && change(item);
    },
    claim: async (asked) => shown(await claim(asked)),
    replace: async (seen, next) => {
      const outcome = await replace(seen, next);
      return outcome.kind === 'lost' ? shown(outcome) : outcome;
    },
  };
}

/** Joins without looking at the incident once the event is stored. */
export function withoutLook(cell: Cell, when: (isRepeated: boolean) => boolean): Cell {
  let readsWhatItSaw = false;
  let seen: IncidentItem | undefined;
  return {
    ...cell,
    alarms: {
      ...cell.alarms,
      async store(key, alarm, now) {
        const stored = await cell.alarms.store(key, alarm, now);
        readsWhatItSaw = when(stored.isRepeated);
        return stored;
      },
    },
    incidents: {
      ...cell.incidents,
      async open(opening) {
        const outcome = await cell.incidents.open(opening);
        seen = { ...outcome.item, status: 'escalating', deadline: undefined };
        return outcome;
      },
      read: async (key) => (readsWhatItSaw ? seen : cell.incidents.read(key)),
    },
  };
}

/** A driver that takes each epoch, or each generation, for its own. */
export function notFenced(cell: Cell, by: Invocation, world: World, name: 'epoch' | 'generation'): Cell {
  let own: number | undefined;
  return onIncidents(cell, by, 'driver', (incidents) => ({
    ...shownAs(incidents, (item) => ({ ...item, [name]: own ?? item[name] })),
    claim: async (asked) => {
      own = asked[name];
      return shownAs(incidents, (item) => ({ ...item, [name]: own ?? item[name] })).claim?.(asked) ?? never();
    },
    replace: (seen, next) => {
      const real = world.incidentItem()?.[name] ?? seen[name];
      return incidents.replace({ ...seen, [name]: real }, { ...next, [name]: real });
    },
  }));
}

/** A driver that waits on what it had decided, whatever stands there by then. */
export function asDecidedOn(cell: Cell, by: Invocation, world: World): Cell {
  return onIncidents(cell, by, 'driver', ({ claim }) => ({
    async claim(asked) {
      const outcome = await claim(asked);
      const decidedOn = world.decidedOn.get(asked.revision);
      const isWait = asked.purpose.kind === 'wait' && outcome.kind === 'claimed' && decidedOn !== undefined;
      return isWait ? { ...outcome, item: { ...outcome.item, body: decidedOn } } : outcome;
    },
  }));
}

/** A write id that is made of the turn: the second execution of an epoch takes the first one's claim for its own. */
export function knownByTurn(command: Command, carryOut: () => unknown, world: World): unknown {
  const turn = isClaim(command) ? JSON.stringify(turnIn(command)) : undefined;
  try {
    const answer = carryOut();
    if (turn !== undefined || command instanceof PutItemCommand) world.lastTurn = turn;
    return answer;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException) || turn === undefined) throw error;
    if (turn !== world.lastTurn || !isClaim(command) || error.Item === undefined) throw error;
    const writeId = command.input.ExpressionAttributeValues?.[':writeId'];
    throw new ConditionalCheckFailedException({
      message: error.message,
      $metadata: {},
      Item: { ...error.Item, ...(writeId === undefined ? {} : { writeId }) },
    });
  }
}

function turnIn({ input }: UpdateItemCommand) {
  const {
    ':generation': generation,
    ':epoch': epoch,
    ':revision': revision,
  } = input.ExpressionAttributeValues ?? {};
  return { generation, epoch, revision };
}

function never(): never {
  throw new Error('there is always a claim');
}
