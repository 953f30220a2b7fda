import type { Parts } from '../../../kernel/parts.ts';
import { awsError, type Permission } from '../../../kernel/service.ts';
import { payloadLimitBytes } from '../../../states-language/limits.ts';
import { type Document, requiredText } from '../../wire/json-protocol.ts';
import { uuid } from '../../wire/uuid.ts';
import { type Execution, outcomeOf } from '../execution.ts';
import type { Executions } from '../executions.ts';
import type { HistoryEvent } from '../history.ts';
import type { Machines } from '../machines.ts';
import { checkName } from '../names.ts';
import { type Operation, type Operations, optional, page, type Request } from './operation.ts';

/** The operations on executions: start, describe, list, stop, history. */
export function executionOperations(machines: Machines, executions: Executions, parts: Parts): Operations {
  const found = ({ document, region }: Request) =>
    executions.find(requiredText(document, 'executionArn'), region);
  return {
    StartExecution: starting(machines, executions, parts),
    DescribeExecution: {
      members: ['executionArn'],
      permissions: on('DescribeExecution', 'executionArn'),
      perform: (request) => described(found(request)),
    },
    GetExecutionHistory: {
      members: ['executionArn', 'maxResults', 'nextToken', 'reverseOrder', 'includeExecutionData'],
      permissions: on('GetExecutionHistory', 'executionArn'),
      perform: (request) => historyPage(found(request).history.events, request.document),
    },
    StopExecution: {
      members: ['executionArn', 'error', 'cause'],
      permissions: on('StopExecution', 'executionArn'),
      perform(request) {
        const execution = found(request);
        const why = { ...optional(request.document, 'error'), ...optional(request.document, 'cause') };
        if (!request.drop) executions.stop(execution, why);
        return { stopDate: (execution.stoppedAt ?? parts.clock.now()) / 1000 };
      },
    },
    ListExecutions: {
      members: ['stateMachineArn', 'statusFilter', 'maxResults', 'nextToken'],
      permissions: on('ListExecutions', 'stateMachineArn'),
      perform({ document, region }) {
        const machine = machines.find(requiredText(document, 'stateMachineArn'), region);
        const { statusFilter } = optional(document, 'statusFilter');
        const all = executions
          .all()
          .filter((one) => one.machine.arn === machine.arn && (statusFilter ?? one.status) === one.status)
          .reverse();
        const { items, ...more } = page(all, document, 1000);
        return { executions: items.map(listed), ...more };
      },
    },
  };
}

function on(action: string, member: string): (document: Document) => readonly Permission[] {
  return (document) => [{ action: `states:${action}`, resource: requiredText(document, member) }];
}

function starting(machines: Machines, executions: Executions, { random }: Parts): Operation {
  return {
    members: ['stateMachineArn', 'name', 'input', 'traceHeader'],
    permissions: on('StartExecution', 'stateMachineArn'),
    perform({ document, region, drop }) {
      const machine = machines.find(requiredText(document, 'stateMachineArn'), region);
      const { name = uuid(random) } = optional(document, 'name');
      const { input = '{}' } = optional(document, 'input');
      checkName(name);
      checkInput(input);
      const execution = executions.start({ machine, name, input, drop });
      return { executionArn: execution.arn, startDate: execution.startedAt / 1000 };
    },
  };
}

function checkInput(input: string): void {
  if (Buffer.byteLength(input) > payloadLimitBytes) {
    throw awsError(
      'ValidationException',
      `'input' must have length less than or equal to ${payloadLimitBytes}`,
    );
  }
  try {
    JSON.parse(input);
  } catch {
    throw awsError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${input}' is not JSON`);
  }
}

function listed({ arn, machine, name, status, startedAt, stoppedAt }: Execution): Document {
  return {
    executionArn: arn,
    stateMachineArn: machine.arn,
    name,
    status,
    startDate: startedAt / 1000,
    ...(stoppedAt === undefined ? {} : { stopDate: stoppedAt / 1000 }),
    redriveCount: 0,
  };
}

function described(execution: Execution): Document {
  const { input, ending } = execution;
  return { ...listed(execution), input, ...(ending === undefined ? {} : outcomeOf(ending)) };
}

/** The answer of GetExecutionHistory: one page of events, on request newest first or without data. */
export function historyPage(events: readonly HistoryEvent[], document: Document): Document {
  const ordered = document['reverseOrder'] === true ? events.toReversed() : events;
  const { items, ...more } = page(ordered, document, 1000);
  return { events: document['includeExecutionData'] === false ? items.map(withoutData) : items, ...more };
}

function withoutData(event: HistoryEvent): Document {
  const bare = Object.entries(event).map(([member, value]) => {
    if (typeof value !== 'object' || value === null) return [member, value];
    const kept = Object.entries(value).filter(([name]) => name !== 'input' && name !== 'output');
    return [member, Object.fromEntries(kept)];
  });
  return Object.fromEntries(bare);
}
