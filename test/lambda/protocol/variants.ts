import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { fieldsOf, type IncidentItem, incidentOf } from '../../../aws/table/incident-item.ts';
import type { IncidentTable } from '../../../aws/table/incident-table.ts';
import { day24Hours } from '../../../domain/time/instant.ts';
import type { Cell } from '../../../lambda/cell/cell.ts';
import type { Command } from '../in-memory-table.ts';
import type { Scene } from './explore.ts';
import type { Property } from './properties.ts';
import type { Invocation } from './scheduler.ts';
import { claimIn, type Variant, type World } from './world.ts';

/** A rule of the protocol, left out, as docs/protocol/incident.pml names it, and what must then be found broken. */
export interface BrokenRule {
  readonly rule: string;
  readonly finds: Property;
  readonly scene: Scene;
  /** The order to begin with: one of the next few shows it. @default 1 */
  readonly from?: number;
  readonly variant: Variant;
}

const fires = { kind: 'alarm', afterMs: 0, state: 'firing' } as const;
const resolves = { kind: 'alarm', afterMs: 1000, state: 'resolved' } as const;
const firesAgain = { kind: 'alarm', afterMs: 2000, state: 'firing' } as const;
const yes = { kind: 'answer', says: 'yes', message: 'm1' } as const;
const no = { kind: 'answer', says: 'no', message: 'm2' } as const;
const sweep = { kind: 'sweep' } as const;

const withOpen = (change: (condition: string) => string): Variant => ({
  command: (command) =>
    command instanceof UpdateItemCommand && command.input.ConditionExpression?.includes('resolvedAt')
      ? conditioned(command, change)
      : command,
});

const withClaim = (change: (condition: string) => string): Variant => ({
  command: (command) => (isClaim(command) ? conditioned(command, change) : command),
});

/** What an actor's functions write, changed on its way. */
const withWrites = (
  actor: string,
  change: (next: IncidentItem, seen: IncidentItem) => IncidentItem,
): Variant => ({
  cell: (cell, by) =>
    onIncidents(cell, by, actor, ({ replace }) => ({
      replace: (seen, next) => replace(seen, change(next, seen)),
    })),
});

/** What an actor's functions are shown, changed on its way. */
const withReads = (actor: string, change: (item: IncidentItem) => IncidentItem): Variant => ({
  cell: (cell, by) => onIncidents(cell, by, actor, (incidents) => shownAs(incidents, change)),
});

export const brokenRules: readonly BrokenRule[] = [
  {
    rule: 'createWithoutTime',
    finds: 'P7: no event opens what it is older than',
    scene: { comers: [fires, resolves, fires] },
    variant: withOpen((condition) => condition.replace('lastEventAt < :eventAt AND', '')),
  },
  {
    rule: 'joinWithoutLook',
    finds: 'P1: an accepted firing is never left beside an incident that has ended',
    scene: { comers: [fires, resolves, firesAgain] },
    variant: { cell: (cell, by) => (by.actor === 'alarm firing' ? withoutLook(cell, () => true) : cell) },
  },
  {
    rule: 'repeatWithoutLook',
    finds: 'P1: an accepted firing is never left beside an incident that has ended',
    scene: { comers: [fires, resolves, { ...firesAgain, diesBefore: 'table GetItem' }, firesAgain] },
    variant: {
      cell: (cell, by) =>
        by.actor === 'alarm firing' ? withoutLook(cell, (isRepeated) => isRepeated) : cell,
    },
  },
  {
    rule: 'reopenOverFlight',
    finds: 'fencing: two drivers never act at the same time',
    scene: { comers: [fires, resolves, firesAgain] },
    variant: withWrites('alarm', (next, seen) =>
      next.epoch > seen.epoch ? { ...next, busyUntil: undefined } : next,
    ),
  },
  {
    rule: 'resolveWithoutDeadline',
    finds: 'P1: an accepted firing is never left beside an incident that has ended',
    scene: { comers: [fires, resolves, firesAgain], lostStarts: 1 },
    from: 58,
    variant: withWrites('alarm', (next) =>
      next.status === 'resolved' ? { ...next, deadline: undefined } : next,
    ),
  },
  {
    rule: 'claimWithoutEpoch',
    finds: 'fencing: no claim by an old epoch or generation',
    scene: { comers: [fires, sweep, sweep] },
    variant: {
      ...withClaim((condition) => condition.replace('AND epoch = :epoch', '')),
      cell: (cell, by, world) => notFenced(cell, by, world, 'epoch'),
    },
  },
  {
    rule: 'claimWithoutGeneration',
    finds: 'fencing: no claim by an old epoch or generation',
    scene: { comers: [fires, sweep, resolves, firesAgain], lateStarts: 1 },
    variant: {
      ...withClaim((condition) => condition.replace('generation = :generation AND', '')),
      cell: (cell, by, world) => notFenced(cell, by, world, 'generation'),
    },
  },
  {
    rule: 'claimWithoutFlight',
    finds: 'fencing: two drivers never act at the same time',
    scene: { comers: [fires, no, resolves, firesAgain], kills: 1 },
    variant: withReads('', (item) => ({ ...item, busyUntil: undefined })),
  },
  {
    rule: 'writeIdOfTurn',
    finds: 'fencing: two drivers never act at the same time',
    scene: { comers: [fires], doubleStarts: 1 },
    from: 16,
    variant: { answer: knownByTurn },
  },
  {
    rule: 'awaitWithoutRevision',
    finds: 'answers: nobody goes to sleep over one',
    scene: { comers: [fires, yes, no] },
    variant: {
      command: (command) =>
        claimIn(command)?.purpose === 'wait'
          ? conditioned(command, (condition) => condition.replace('AND revision = :revision', ''))
          : command,
      cell: (cell, by, world) => asDecidedOn(cell, by, world),
    },
  },
  {
    rule: 'recordOverAnswer',
    finds: 'P4: only an answer takes an incident',
    scene: { comers: [fires, yes] },
    variant: {
      cell: (cell, by) =>
        onIncidents(cell, by, 'driver', ({ replace }) => ({
          async replace(seen, next) {
            const outcome = await replace(seen, next);
            return outcome.kind === 'lost' && outcome.item.epoch === seen.epoch
              ? replace(outcome.item, next)
              : outcome;
          },
        })),
    },
  },
  {
    rule: 'recordOverFlight',
    finds: 'fencing: two drivers never act at the same time',
    scene: { comers: [fires, resolves, firesAgain] },
    variant: withWrites('driver', (next) => ({ ...next, busyUntil: undefined })),
  },
  {
    rule: 'endWithoutLook',
    finds: 'P1: an accepted firing is never left beside an incident that has ended',
    scene: { comers: [fires, resolves, firesAgain, sweep], lostStarts: 1 },
    from: 14,
    variant: {
      cell: (cell, by) =>
        by.actor.startsWith('driver')
          ? { ...cell, alarms: { ...cell.alarms, lastFiring: async () => undefined } }
          : cell,
    },
  },
  {
    rule: 'answerWithEpoch',
    finds: 'answers: none gets lost',
    scene: { comers: [fires, sweep, yes, no] },
    variant: withReads('answer', (item) => (item.epoch > 1 ? { ...item, generation: -1 } : item)),
  },
  {
    rule: 'answerTwice',
    finds: 'answers: none counts twice',
    scene: { comers: [fires, yes, no, yes] },
    variant: {
      cell: (cell, by) =>
        onIncidents(cell, by, 'answer', (incidents) => ({
          read: async (key) => {
            const item = await incidents.read(key);
            return item && withAnswers(item, (id) => `forgotten ${id}`);
          },
          replace: (seen, next) =>
            incidents.replace(
              seen,
              withAnswers(next, (id) => id.replace('forgotten ', '')),
            ),
        })),
    },
  },
  {
    rule: 'takeoverSameEpoch',
    finds: 'names: no execution name stands for two starts',
    scene: { comers: [fires, sweep], kills: 1 },
    variant: withWrites('guardian', (next, seen) => ({ ...next, epoch: seen.epoch })),
  },
  {
    rule: 'oneGuardian',
    finds: 'again: an open incident is paged again',
    scene: { comers: [fires], stopsCell: true },
    variant: { oneGuardian: true },
  },
  {
    rule: 'flightWithoutEnd',
    finds: 'again: an open incident is paged again',
    scene: { comers: [fires], kills: 1 },
    variant: withReads('', (item) =>
      item.busyUntil === undefined ? item : { ...item, busyUntil: item.busyUntil + 365 * day24Hours },
    ),
  },
  {
    rule: 'actWithoutCount',
    finds: 'again: an open incident is paged again',
    scene: { comers: [fires], isPoisoned: true },
    variant: withReads('', (item) => ({ ...item, begun: 0 })),
  },
];

/** The item of an incident that knows the messages by other names. */
function withAnswers(item: IncidentItem, name: (id: string) => string): IncidentItem {
  const incident = incidentOf(item);
  return { ...item, ...fieldsOf({ ...incident, answers: incident.answers.map(name) }) };
}

function isClaim(command: Command): command is UpdateItemCommand {
  return claimIn(command) !== undefined;
}

function conditioned(command: Command, change: (condition: string) => string): Command {
  if (!(command instanceof UpdateItemCommand)) return command;
  const condition = command.input.ConditionExpression ?? '';
  const changed = change(condition);
  if (changed === condition) throw new Error(`the rule does not stand in ${condition}`);
  return new UpdateItemCommand({ ...command.input, ConditionExpression: changed });
}

function onIncidents(
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
function withoutLook(cell: Cell, when: (isRepeated: boolean) => boolean): Cell {
  let isBlind = false;
  let seen: IncidentItem | undefined;
  return {
    ...cell,
    alarms: {
      ...cell.alarms,
      async store(key, alarm, now) {
        const stored = await cell.alarms.store(key, alarm, now);
        isBlind = when(stored.isRepeated);
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
      read: async (key) => (isBlind ? seen : cell.incidents.read(key)),
    },
  };
}

/** A driver that takes each epoch, or each generation, for its own. */
function notFenced(cell: Cell, by: Invocation, world: World, name: 'epoch' | 'generation'): Cell {
  let own: number | undefined;
  const changed = onIncidents(cell, by, 'driver', (incidents) => ({
    ...shownAs(incidents, (item) => ({ ...item, [name]: own ?? item[name] })),
    claim: async (asked) => {
      own = asked[name];
      return shownAs(incidents, (item) => ({ ...item, [name]: own ?? item[name] })).claim?.(asked) ?? never();
    },
    replace: (seen, next) => {
      const real = world.head()?.[name] ?? seen[name];
      return incidents.replace({ ...seen, [name]: real }, { ...next, [name]: real });
    },
  }));
  return changed;
}

/** A driver that waits on what it had decided, whatever stands there by then. */
function asDecidedOn(cell: Cell, by: Invocation, world: World): Cell {
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
function knownByTurn(command: Command, carryOut: () => unknown, world: World): unknown {
  const turn = isClaim(command) ? JSON.stringify(turnIn(command)) : undefined;
  try {
    const answer = carryOut();
    world.lastTurn = turn;
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
