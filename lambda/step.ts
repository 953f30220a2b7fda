import type { Turn } from '../domain/escalation/decide.ts';
import type { PageWithoutTable } from '../domain/escalation/without-table.ts';
import { withPagesWithoutTable } from './alarms/stored-or-paged.ts';
import { cellOf } from './cell/cell.ts';
import { readSettings } from './cell/environment.ts';
import { withSms } from './cell/sms.ts';
import { withVoice } from './cell/voice.ts';
import { type StepEvent, takeStep } from './driving/driver.ts';
import { withLinks } from './links/task-link.ts';
import { instanceMemory } from './without-table/instance-memory.ts';
import { turnWithoutTable } from './without-table/turn.ts';

const settings = readSettings();

const cell = withLinks(
  withPagesWithoutTable(withVoice(withSms(cellOf(settings), settings), settings), settings),
  settings,
);

const memory = instanceMemory();

/** What the workflow that pages without the table sends to the step function. */
interface WithoutTableEvent {
  readonly withoutTable: PageWithoutTable;
}

/** Handles one state of a workflow: takes its turn and returns the next one. */
export async function handler(event: StepEvent | WithoutTableEvent): Promise<Turn | PageWithoutTable> {
  return 'withoutTable' in event ? turnWithoutTable(cell, event.withoutTable, memory) : takeStep(cell, event);
}
