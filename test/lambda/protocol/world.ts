import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type IncidentItem, itemFrom } from '../../../aws/table/incident-item.ts';
import type { Run } from '../../../aws/workflow/executions.ts';
import { type Alarm, ownSource } from '../../../domain/alarm/alarm.ts';
import type { Turn } from '../../../domain/escalation/turn.ts';
import type { Organization } from '../../../domain/organization/organization.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { Cell } from '../../../lambda/cell/cell.ts';
import { alarmKey } from '../../../sources/alarm-key.ts';
import { diskFull, tenPastThree } from '../../domain/an-incident.ts';
import { exampleOrganization } from '../../domain/example-organization.ts';
import { type Gate, inMemoryCell, type Outside, outside } from '../in-memory-cell.ts';
import type { Command } from '../in-memory-table.ts';
import { type AskedClaim, type Properties, properties } from './properties.ts';
import { type Invocation, invocation, type Scheduler, scheduler } from './scheduler.ts';

/** The rule that is left out; each is one way in which the functions could be wrong. */
export interface Variant {
  /** How a command reaches the table. */
  readonly command?: (command: Command, world: World) => Command;
  /** How the table answers it. */
  readonly answer?: (command: Command, carryOut: () => unknown, world: World) => unknown;
  /** No guardian watches from the other cell. */
  readonly oneGuardian?: boolean;
  /** What an invocation acts with. */
  readonly cell?: (cell: Cell, by: Invocation, world: World) => Cell;
}

/** An execution that waits. */
export interface Wait {
  readonly turn: Extract<Turn, { readonly until: Instant }>;
  wake(turn: Turn): void;
}

/** One alarm, its incident, and everybody who writes it. */
export interface World {
  readonly outside: Outside;
  readonly scheduler: Scheduler;
  readonly properties: Properties;
  now: Instant;
  /** Executions that were started, and wait for their first turn. */
  readonly started: Run[];
  /** Executions that were started, and begin when everybody else has come. */
  readonly late: Run[];
  /** What wakes the executions that wait. */
  readonly waits: Map<string, Wait>;
  /** Starts and wakes that still get lost or happen twice. */
  faults: { lostStarts: number; doubleStarts: number; lateStarts: number; lostWakes: number };
  /** The incident at each revision, for who would decide on an old one. */
  readonly decidedOn: Map<number, string>;
  /** The last claim that succeeded. */
  lastTurn: string | undefined;
  head(): IncidentItem | undefined;
  /** Runs a function as one invocation of an actor; undefined when it is killed. */
  invoke<T>(actor: string, run: (cell: Cell, by: Invocation) => Promise<T>): Promise<T | undefined>;
}

/** An incident of nobody's, with two people to ask: no customer is told, and no operator. */
export const organization: Organization = {
  ...exampleOrganization(),
  policies: {
    high: {
      schemaVersion: 1,
      steps: (['primary', 'secondary'] as const).map((role) => ({
        roles: [role],
        answerWithinSeconds: 60,
        paths: [{ kind: 'sms', via: 'own', afterSeconds: 0 }],
      })),
      roundSeconds: 120,
    },
  },
};

export const firing: Alarm = { ...diskFull, source: ownSource, service: 'permanence' };

export const key = alarmKey(firing);

export function worldOf(
  variant: Variant,
  { isPoisoned = false }: { readonly isPoisoned?: boolean } = {},
): World {
  const world: World = {
    outside: outside(),
    scheduler: scheduler(),
    properties: properties(() => world.now),
    now: tenPastThree,
    started: [],
    late: [],
    waits: new Map(),
    faults: { lostStarts: 0, doubleStarts: 0, lateStarts: 0, lostWakes: 0 },
    decidedOn: new Map(),
    lastTurn: undefined,
    head() {
      const attributes = world.outside.table.item(key, 'head');
      return attributes && itemFrom(attributes);
    },
    async invoke(actor, run) {
      const by = invocation(actor);
      const made = cellOf(world, by, variant);
      const cell = isPoisoned ? poisoned(made, by) : made;
      const end = run(variant.cell?.(cell, by, world) ?? cell, by).then(
        async (answer) => {
          await world.scheduler.step(by, 'returns', () => undefined);
          return { answer };
        },
        (error: unknown) => {
          world.scheduler.trace.push(`${actor} fails: ${error}`);
          return { answer: undefined };
        },
      );
      const outcome = await Promise.race([end, by.died]);
      return outcome === 'died' ? undefined : outcome.answer;
    },
  };
  return world;
}

function cellOf(world: World, by: Invocation, variant: Variant): Cell {
  const gate: Gate = ({ service, operation }, carryOut) => {
    if (by.diesBefore !== `${service} ${operation}`) {
      return world.scheduler.step(by, `${service} ${operation}`, carryOut, service === 'sms');
    }
    by.die();
    return new Promise(() => undefined);
  };
  return inMemoryCell({
    outside: { ...world.outside, table: watchedTable(world, by, variant) },
    now: () => world.now,
    gate,
    organization,
    parts: {
      voice: undefined,
      contactCenter: undefined,
      executions: {
        start: (run) => world.scheduler.step(by, `start ${run.epoch}`, () => start(world, run)),
        wake: (token, turn) => world.scheduler.step(by, 'wake', () => wake(world, token.value, turn)),
      },
    },
  });
}

/** The table, whose every write to the incident is looked at. */
function watchedTable(world: World, by: Invocation, variant: Variant): Outside['table'] {
  const { table } = world.outside;
  return {
    ...table,
    execute(asked) {
      const command = variant.command?.(asked, world) ?? asked;
      const carryOut = () => {
        if (!isOfHead(command)) return table.execute(command);
        const before = world.head();
        const answer = table.execute(command);
        const after = world.head();
        if (after !== undefined && after.revision !== before?.revision) {
          world.decidedOn.set(after.revision, after.body);
          world.properties.wrote(by, before, after, claimIn(command));
        }
        return answer;
      };
      try {
        return variant.answer?.(command, carryOut, world) ?? carryOut();
      } catch (error) {
        if (claimIn(command) !== undefined) world.properties.shown(by);
        throw error;
      }
    },
  };
}

/** Whether a command writes the incident. */
function isOfHead(command: Command): boolean {
  if (command instanceof UpdateItemCommand) return command.input.Key?.['sk']?.S === 'head';
  return command instanceof PutItemCommand && command.input.Item?.['sk']?.S === 'head';
}

/** A claim is the update of the incident that names an epoch. */
export function claimIn(command: Command): AskedClaim | undefined {
  if (!(command instanceof UpdateItemCommand)) return undefined;
  const { UpdateExpression = '', ExpressionAttributeValues: values = {} } = command.input;
  if (values[':epoch'] === undefined) return undefined;
  const isWait = values[':token'] !== undefined || UpdateExpression.includes('takeovers = :none');
  return {
    generation: Number(values[':generation']?.N),
    epoch: Number(values[':epoch'].N),
    purpose: UpdateExpression.includes('busyUntil = :deadline') ? 'act' : isWait ? 'wait' : 'decide',
  };
}

/** Starts an execution; it may get lost, or happen in both regions, when the answer of the first got lost. */
function start(world: World, run: Run): void {
  world.properties.started(`${run.generation}-${run.epoch}`);
  if (world.faults.lostStarts > 0) {
    world.faults.lostStarts -= 1;
    throw new Error('no region starts it');
  }
  if (world.faults.lateStarts > 0) {
    world.faults.lateStarts -= 1;
    world.late.push(run);
    return;
  }
  world.started.push(run);
  if (world.faults.doubleStarts > 0) {
    world.faults.doubleStarts -= 1;
    world.started.push(run);
  }
}

function wake(world: World, token: string, turn: Turn): void {
  if (world.faults.lostWakes > 0) {
    world.faults.lostWakes -= 1;
    throw new Error('neither region wakes it');
  }
  world.waits.get(token)?.wake(turn);
}

/** A cell whose functions die when they send a page that says what this incident is about. */
function poisoned(cell: Cell, by: Invocation): Cell {
  const send: Cell['sms']['own']['send'] = async (sms) => {
    if (!sms.text.includes(firing.summary)) return cell.sms.own.send(sms);
    by.die();
    return new Promise(() => undefined);
  };
  return { ...cell, sms: { own: { ...cell.sms.own, send }, other: { ...cell.sms.other, send } } };
}
