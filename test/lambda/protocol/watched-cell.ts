import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Run } from '../../../aws/workflow/executions.ts';
import type { Turn } from '../../../domain/escalation/decide.ts';
import type { Cell } from '../../../lambda/cell/cell.ts';
import { type Gate, inMemoryCell, type Outside } from '../in-memory-cell.ts';
import type { Command } from '../in-memory-table.ts';
import type { AskedClaim } from './properties.ts';
import type { Invocation } from './scheduler.ts';
import type { Variant, World } from './world.ts';

/** The cell of one invocation: each of its calls waits for its turn, and each write to the incident is looked at. */
export function watchedCell(world: World, by: Invocation, variant: Variant): Cell {
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
    organization: world.organization,
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
        const before = world.incidentItem();
        const answer = table.execute(command);
        const after = world.incidentItem();
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

/** A cell whose functions die when they send a page with this in it. */
export function poisoned(cell: Cell, by: Invocation, summary: string): Cell {
  const send: Cell['sms']['own']['send'] = async (sms) => {
    if (!sms.text.includes(summary)) return cell.sms.own.send(sms);
    by.die();
    return new Promise(() => undefined);
  };
  return { ...cell, sms: { own: { ...cell.sms.own, send }, other: { ...cell.sms.other, send } } };
}
