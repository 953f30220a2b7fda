import { describe, expect, test } from '@jest/globals';
import { create, describeOf, region, start, stepArn, workflows } from './workflow-parts.ts';

const invoke = 'arn:aws:states:::lambda:invoke';
const waiting = {
  Type: 'Task',
  Resource: `${invoke}.waitForTaskToken`,
  Arguments: { FunctionName: stepArn, Payload: { taskToken: '{% $states.context.Task.Token %}' } },
  TimeoutSeconds: 60,
  End: true,
};

/** Starts an execution that waits for its token. */
async function awaiting() {
  const cloud = workflows();
  await create(cloud, { Await: waiting });
  const arn = await start(cloud, 'one');
  const taskToken = String(cloud.invocations[0]?.payload['taskToken']);
  return { cloud, arn, taskToken };
}

describe('a task token', () => {
  test('lets the execution continue with the output of SendTaskSuccess', async () => {
    const { cloud, arn, taskToken } = await awaiting();

    const answer = await cloud.call('SendTaskSuccess', { taskToken, output: '{"kind":"yes"}' });
    await cloud.settle();

    expect(answer).toEqual({});
    expect(await describeOf(cloud, arn)).toMatchObject({ status: 'SUCCEEDED', output: '{"kind":"yes"}' });
  });

  test('fails the task with the error of SendTaskFailure', async () => {
    const { cloud, arn, taskToken } = await awaiting();

    await cloud.call('SendTaskFailure', { taskToken, error: 'No', cause: 'because' });
    await cloud.settle();

    expect(await describeOf(cloud, arn)).toMatchObject({ status: 'FAILED', error: 'No', cause: 'because' });
  });

  test('works once', async () => {
    const { cloud, taskToken } = await awaiting();
    await cloud.call('SendTaskSuccess', { taskToken, output: '1' });
    await cloud.settle();

    expect((await cloud.call('SendTaskSuccess', { taskToken, output: '2' }))['code']).toBe('TaskTimedOut');
  });

  test('is over when the task has timed out', async () => {
    const { cloud, arn, taskToken } = await awaiting();
    await cloud.pass(60);

    expect(await describeOf(cloud, arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect((await cloud.call('SendTaskHeartbeat', { taskToken }))['code']).toBe('TaskTimedOut');
  });

  test('is over when the execution was stopped', async () => {
    const { cloud, arn, taskToken } = await awaiting();
    await cloud.call('StopExecution', { executionArn: arn });
    await cloud.settle();

    expect((await cloud.call('SendTaskSuccess', { taskToken, output: '1' }))['code']).toBe('TaskTimedOut');
  });

  test('works before the function that got it has returned', async () => {
    const cloud = workflows();
    cloud.functions(({ taskToken }) => {
      void cloud.call('SendTaskSuccess', { taskToken, output: '"quick"' });
      return { kind: 'returned', payload: null };
    });
    await create(cloud, { Await: waiting });

    expect(await describeOf(cloud, await start(cloud, 'one'))).toMatchObject({ output: '"quick"' });
  });

  test('ends when the function that got it fails', async () => {
    const cloud = workflows();
    cloud.functions(() => ({ kind: 'failed', error: 'TypeError', message: 'why' }));
    await create(cloud, { Await: waiting });

    const arn = await start(cloud, 'one');
    const taskToken = cloud.invocations[0]?.payload['taskToken'];

    expect(await describeOf(cloud, arn)).toMatchObject({ status: 'FAILED', error: 'TypeError' });
    expect((await cloud.call('SendTaskSuccess', { taskToken, output: '1' }))['code']).toBe('TaskTimedOut');
  });

  test.each([
    ['that is made up', 'nonsense', region, 'InvalidToken'],
    [
      'that was never given out',
      Buffer.from(`${region}|99|x`).toString('base64'),
      region,
      'TaskDoesNotExist',
    ],
  ])('%s is refused', async (_, taskToken, home, code) => {
    const { cloud } = await awaiting();

    expect((await cloud.call('SendTaskSuccess', { taskToken, output: '1' }, { home }))['code']).toBe(code);
  });

  test('is refused in another region, and for an output that is not JSON', async () => {
    const { cloud, taskToken } = await awaiting();
    const request = { taskToken, output: '1' };

    expect((await cloud.call('SendTaskSuccess', request, { home: 'eu-west-2' }))['code']).toBe(
      'InvalidToken',
    );
    expect((await cloud.call('SendTaskSuccess', { taskToken, output: 'x' }))['code']).toBe('InvalidOutput');
  });
});
