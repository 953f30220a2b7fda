import { describe, expect, test } from '@jest/globals';
import {
  account,
  create,
  describeOf,
  machine,
  midnight,
  region,
  start,
  workflows,
} from './workflow-parts.ts';

const pause = { Type: 'Wait', Seconds: 10, End: true };
const done = { Type: 'Pass', End: true };

describe('StartExecution', () => {
  test('runs the machine, and DescribeExecution shows it', async () => {
    const cloud = workflows();
    await create(cloud, { Pause: pause });

    const arn = await start(cloud, 'one', { a: 1 });
    const during = await describeOf(cloud, arn);
    await cloud.pass(10);
    const after = await describeOf(cloud, arn);

    expect(arn).toBe(`arn:aws:states:${region}:${account}:execution:trial:one`);
    expect(during).toEqual({
      executionArn: arn,
      stateMachineArn: machine,
      name: 'one',
      status: 'RUNNING',
      startDate: midnight / 1000,
      input: '{"a":1}',
      redriveCount: 0,
    });
    expect(after).toMatchObject({ status: 'SUCCEEDED', stopDate: midnight / 1000 + 10, output: '{"a":1}' });
  });

  test('returns the running execution for the same name and input', async () => {
    const cloud = workflows();
    await create(cloud, { Pause: pause });
    const request = { stateMachineArn: machine, name: 'one', input: '{"a":1}' };

    const first = await cloud.call('StartExecution', request);
    await cloud.pass(5);
    const second = await cloud.call('StartExecution', request);

    expect(second).toEqual(first);
    expect(cloud.service.executions()).toHaveLength(1);
  });

  test.each([
    ['with another input while it runs', '{"a":2}', 0],
    ['once it is over', '{"a":1}', 10],
  ])('refuses a name that is in use %s', async (_, input, seconds) => {
    const cloud = workflows();
    await create(cloud, { Pause: pause });
    await start(cloud, 'one', { a: 1 });
    await cloud.pass(seconds);

    const answer = await cloud.call('StartExecution', { stateMachineArn: machine, name: 'one', input });

    expect(answer['code']).toBe('ExecutionAlreadyExists');
  });

  test('accepts the name again 90 days after the end of its execution', async () => {
    const cloud = workflows();
    await create(cloud, { Done: done });
    await start(cloud, 'one', 1);
    await cloud.pass(90 * 86_400 + 1);

    expect(await describeOf(cloud, await start(cloud, 'one', 2))).toMatchObject({ output: '2' });
  });

  test.each(['', 'x'.repeat(81), 'with space', 'a/b', 'a:b', 'a*', 'a"'])(
    'refuses the name %j',
    async (name) => {
      const cloud = workflows();
      await create(cloud, { Done: done });

      const answer = await cloud.call('StartExecution', { stateMachineArn: machine, name });

      expect(answer['code']).toBe('InvalidName');
    },
  );

  test('makes up a name when the request has none', async () => {
    const cloud = workflows();
    await create(cloud, { Done: done });

    const answer = await cloud.call('StartExecution', { stateMachineArn: machine });

    expect(String(answer['executionArn'])).toMatch(/:execution:trial:[0-9a-f-]{36}$/);
  });

  test.each([
    ['input that is not JSON', { stateMachineArn: machine, input: 'x' }, 'InvalidExecutionInput'],
    [
      'too much input',
      { stateMachineArn: machine, input: `"${'x'.repeat(262_144)}"` },
      'ValidationException',
    ],
    ['another machine', { stateMachineArn: `${machine}x` }, 'StateMachineDoesNotExist'],
  ])('refuses %s', async (_, request, code) => {
    const cloud = workflows();
    await create(cloud, { Done: done });

    expect((await cloud.call('StartExecution', request))['code']).toBe(code);
  });

  test('finds no machine of another region', async () => {
    const cloud = workflows();
    await create(cloud, { Done: done });

    const answer = await cloud.call('StartExecution', { stateMachineArn: machine }, { home: 'eu-west-2' });

    expect(answer['code']).toBe('StateMachineDoesNotExist');
  });

  test('refuses an unknown member', async () => {
    const cloud = workflows();

    await expect(cloud.call('StartExecution', { stateMachine: machine })).rejects.toThrow(/stateMachine/);
  });
});
