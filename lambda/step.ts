import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { Turn } from '../domain/escalation/decide.ts';
import type { PageWithoutTable } from '../domain/escalation/without-table.ts';
import type { Organization } from '../domain/organization/organization.ts';
import { withPagesWithoutTable } from './alarms/stored-or-paged.ts';
import { sendTestPage } from './api/test-pages.ts';
import { cellOf } from './cell/cell.ts';
import { readSettings } from './cell/environment.ts';
import { log } from './cell/log.ts';
import { withSms } from './cell/sms.ts';
import { withVoice } from './cell/voice.ts';
import { type StepEvent, takeStep } from './driving/driver.ts';
import { problem } from './http/problem.ts';
import { type Handlers, handlerOf } from './http/requests.ts';
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

const handlers: Handlers<'step', Organization> = {
  sendTestPage: (event, organization) => sendTestPage(cell, organization, event),
};

/**
 * Handles one state of a workflow: takes its turn and returns the next one. It also answers the one route of the API
 * that sends a page, because this function sends all of them.
 */
export async function handler(
  event: StepEvent | WithoutTableEvent | APIGatewayProxyEvent,
): Promise<Turn | PageWithoutTable | APIGatewayProxyResult> {
  if ('httpMethod' in event) return request(event);
  return 'withoutTable' in event ? turnWithoutTable(cell, event.withoutTable, memory) : takeStep(cell, event);
}

async function request(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  try {
    const { organization } = await cell.organization.read(cell.now());
    return await handlerOf(handlers, event)(event, organization);
  } catch (error) {
    log.error('a test page failed', { error });
    return problem(503, {
      title: 'Not sent',
      detail: 'Something failed: try again, here or at the other cell.',
    });
  }
}
