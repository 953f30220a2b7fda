import { isWaiting, type Turn } from '../../domain/escalation/turn.ts';
import type { Cell } from '../cell/cell.ts';
import { takeTurn } from './driver.ts';

/** What a state of the escalation workflow hands over. */
export interface StepEvent {
  /** The alarm's key. */
  readonly incident: string;
  readonly generation: number;
  readonly epoch: number;
  readonly turn: Turn;
  /** Of a state that waits: what wakes it. */
  readonly taskToken?: string;
}

/** Takes the turn of a state. A state that waits is woken at once when there is nothing to wait for any more. */
export async function takeStep(
  cell: Cell,
  { incident, generation, epoch, turn, taskToken }: StepEvent,
): Promise<Turn> {
  const token = taskToken === undefined ? undefined : { region: cell.region, value: taskToken };
  const next = await takeTurn(cell, { key: incident, generation, epoch }, turn, token);
  const hasBegunToWait = next === turn && isWaiting(turn);
  if (token !== undefined && !hasBegunToWait) await cell.executions.wake(token, next);
  return next;
}
