import { describe, expect, test } from '@jest/globals';
import { create, describeOf, region, roleArn, start, stepArn, workflows } from './workflow-parts.ts';

const invoke = 'arn:aws:states:::lambda:invoke';
const step = {
  Type: 'Task',
  Resource: invoke,
  Arguments: { FunctionName: stepArn, Payload: { turn: '{% $states.input.turn %}' } },
  Output: '{% $states.result %}',
  End: true,
};

describe('a task with a function', () => {
  test('invokes the function in the name of the machine', async () => {
    const cloud = workflows();
    await create(cloud, { Step: step });

    await start(cloud, 'one', { turn: 7 });

    const caller = { kind: 'role', roleArn, sessionName: 'one', region };
    expect(cloud.invocations).toEqual([{ functionArn: stepArn, payload: { turn: 7 }, caller }]);
  });

  test('has the answer of the Lambda API as its result', async () => {
    const cloud = workflows();
    cloud.functions(() => ({ kind: 'returned', payload: { kind: 'end' } }));
    await create(cloud, { Step: step });

    const { output } = await describeOf(cloud, await start(cloud, 'one'.padEnd(3), { turn: 1 }));

    expect(JSON.parse(String(output))).toMatchObject({
      ExecutedVersion: '$LATEST',
      Payload: { kind: 'end' },
      StatusCode: 200,
      SdkHttpMetadata: { HttpStatusCode: 200 },
    });
  });

  test.each([
    ['TypeError', 'TypeError', '{"errorType":"TypeError","errorMessage":"why","trace":[]}'],
    [
      'Sandbox.Timedout',
      'Sandbox.Timedout',
      '{"errorType":"Sandbox.Timedout","errorMessage":"why","trace":[]}',
    ],
    ['TooManyRequestsException', 'Lambda.TooManyRequestsException', 'why'],
    ['ServiceException', 'Lambda.ServiceException', 'why'],
    ['AccessDeniedException', 'Lambda.AWSLambdaException', 'why'],
  ])('that failed by %s fails by %s', async (error, expected, cause) => {
    const cloud = workflows();
    cloud.functions(() => ({ kind: 'failed', error, message: 'why' }));
    await create(cloud, { Step: step });

    const described = await describeOf(cloud, await start(cloud, 'one', { turn: 1 }));

    expect(described).toMatchObject({ status: 'FAILED', error: expected, cause });
  });

  test('that was killed fails by Lambda.Unknown, which States.TaskFailed covers', async () => {
    const cloud = workflows();
    const outcomes = [{ kind: 'failed', error: 'Runtime.ExitError', message: 'exit' } as const];
    cloud.functions(() => outcomes.pop() ?? { kind: 'returned', payload: 'again' });
    await create(cloud, { Step: { ...step, Retry: [{ ErrorEquals: ['States.TaskFailed'] }] } });

    const arn = await start(cloud, 'one', { turn: 1 });
    const { events } = await cloud.call('GetExecutionHistory', { executionArn: arn });
    await cloud.pass(1);

    expect(JSON.stringify(events)).toMatch(/"error":"Lambda.Unknown"/);
    expect(await describeOf(cloud, arn)).toMatchObject({ status: 'SUCCEEDED' });
  });

  test.each([
    ['an unknown argument', { FunctionName: stepArn, Qualifier: 'live' }, /not known here with Qualifier/],
    ['an alias', { FunctionName: `${stepArn}:live` }, /aliases are not known here/],
    ['another region', { FunctionName: stepArn.replace(region, 'eu-west-2') }, /is in another region/],
  ])('reports why it cannot reach the function with %s', async (_, Arguments, line) => {
    const cloud = workflows();
    await create(cloud, { Step: { ...step, Arguments } });

    const arn = await start(cloud, 'one');

    expect(await describeOf(cloud, arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(cloud.told.join('\n')).toMatch(line);
  });
});
