import type { Turn } from '../domain/turn.ts';
import { isWaiting } from '../domain/turn.ts';
import { cell } from './cell.ts';
import { takeTurn } from './driver.ts';
import { settings } from './environment.ts';
import { withVoice } from './voice.ts';

const found = settings();
const ours = withVoice(cell(found), found);

/** What a state of the escalation workflow hands over. */
interface StepEvent {
  /** The alarm's key. */
  readonly incident: string;
  readonly generation: number;
  readonly epoch: number;
  readonly turn: Turn;
  /** Of a state that waits: what wakes it. */
  readonly taskToken?: string;
}

/**
 * One state of the escalation workflow: takes the turn and gives back the next one. A state that waits is woken at once
 * when there is nothing to wait for any more.
 */
export async function handler({ incident, generation, epoch, turn, taskToken }: StepEvent): Promise<Turn> {
  const token = taskToken === undefined ? undefined : { region: ours.region, value: taskToken };
  const next = await takeTurn(ours, { key: incident, generation, epoch }, turn, token);
  const hasBegunToWait = next === turn && isWaiting(turn);
  if (token !== undefined && !hasBegunToWait) await ours.executions.wake(token, next);
  return next;
}
