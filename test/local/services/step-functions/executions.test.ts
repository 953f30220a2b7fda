import { describe, expect, test } from '@jest/globals';
import { create, describeOf, machine, region, start, stepArn, workflows } from './workflow-parts.ts';

const invoke = 'arn:aws:states:::lambda:invoke';
const step = {
  Type: 'Task',
  Resource: invoke,
  Arguments: { FunctionName: stepArn, Payload: { turn: '{% $states.input.turn %}' } },
  Output: '{% $states.result %}',
  End: true,
};
const pause = { Type: 'Wait', Seconds: 10, End: true };

describe('executions', () => {
  test('are stopped with a reason', async () => {
    const cloud = workflows();
    await create(cloud, { Pause: pause });
    const arn = await start(cloud, 'one');

    await cloud.call('StopExecution', { executionArn: arn, error: 'Enough', cause: 'by hand' });
    await cloud.settle();

    expect(await describeOf(cloud, arn)).toMatchObject({
      status: 'ABORTED',
      error: 'Enough',
      cause: 'by hand',
    });
  });

  test('are listed, the latest first, on request by status', async () => {
    const cloud = workflows();
    await create(cloud, { Pause: pause });
    await start(cloud, 'one');
    await cloud.pass(20);
    await start(cloud, 'two');

    const names = async (request: object) => {
      const { executions } = await cloud.call('ListExecutions', { stateMachineArn: machine, ...request });
      return (executions as { name: string }[]).map(({ name }) => name);
    };

    expect(await names({})).toEqual(['two', 'one']);
    expect(await names({ statusFilter: 'SUCCEEDED' })).toEqual(['one']);
    expect(await names({ maxResults: 1 })).toEqual(['two']);
    expect(await names({ maxResults: 1, nextToken: '1' })).toEqual(['one']);
  });

  test('have a history, event by event', async () => {
    const cloud = workflows();
    await create(cloud, { Pass: { Type: 'Pass', Next: 'Step' }, Step: step });
    const executionArn = await start(cloud, 'one', { turn: 1 });

    const { events } = await cloud.call('GetExecutionHistory', { executionArn });
    const all = events as { id: number; previousEventId: number; type: string }[];

    expect(all.map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
      [1, 0, 'ExecutionStarted'],
      [2, 0, 'PassStateEntered'],
      [3, 2, 'PassStateExited'],
      [4, 3, 'TaskStateEntered'],
      [5, 4, 'TaskScheduled'],
      [6, 5, 'TaskStarted'],
      [7, 6, 'TaskSucceeded'],
      [8, 7, 'TaskStateExited'],
      [9, 8, 'ExecutionSucceeded'],
    ]);
    expect(all[1]).toMatchObject({ stateEnteredEventDetails: { name: 'Pass', input: '{"turn":1}' } });
  });

  test('are shown with their current state', async () => {
    const cloud = workflows();
    await create(cloud, { Pass: { Type: 'Pass', Next: 'Pause' }, Pause: pause });
    const arn = await start(cloud, 'one');

    expect(cloud.service.executions()).toEqual([
      { arn, region, name: 'one', status: 'RUNNING', state: 'Pause' },
    ]);
  });

  test('are reported when they start and when they end', async () => {
    const cloud = workflows();
    await create(cloud, { Stop: { Type: 'Fail', Error: 'Broken', Cause: 'why' } });
    await start(cloud, 'one');

    expect(cloud.told).toEqual([
      'eu-central-1: execution one of trial started',
      'eu-central-1: execution one failed: Broken: why',
    ]);
  });
});
