import type { Turn } from '../domain/escalation/turn.ts';
import { isWaiting } from '../domain/escalation/turn.ts';
import type { PageWithoutTable } from '../domain/escalation/without-table.ts';
import { withPagesWithoutTable } from './alarms/stored-or-paged.ts';
import { cellOf } from './cell/cell.ts';
import { readSettings } from './cell/environment.ts';
import { withVoice } from './cell/voice.ts';
import { takeTurn } from './driving/driver.ts';
import { withLinks } from './links/task-link.ts';
import { turnWithoutTable } from './without-table/turn.ts';

const settings = readSettings();
const cell = withLinks(withPagesWithoutTable(withVoice(cellOf(settings), settings), settings), settings);

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

/** What the workflow that pages without the table hands over. */
interface WithoutTableEvent {
  readonly withoutTable: PageWithoutTable;
}

/** One state of a workflow: takes the turn and gives back the next one. */
export async function handler(event: StepEvent | WithoutTableEvent): Promise<Turn | PageWithoutTable> {
  return 'withoutTable' in event ? turnWithoutTable(cell, event.withoutTable) : escalate(event);
}

/** A state that waits is woken at once when there is nothing to wait for any more. */
async function escalate({ incident, generation, epoch, turn, taskToken }: StepEvent): Promise<Turn> {
  const token = taskToken === undefined ? undefined : { region: cell.region, value: taskToken };
  const next = await takeTurn(cell, { key: incident, generation, epoch }, turn, token);
  const hasBegunToWait = next === turn && isWaiting(turn);
  if (token !== undefined && !hasBegunToWait) await cell.executions.wake(token, next);
  return next;
}
