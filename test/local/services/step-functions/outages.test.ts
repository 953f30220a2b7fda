import { describe, expect, test } from '@jest/globals';
import { create, describeOf, machine, midnight, start, workflows } from './workflow-parts.ts';

const pause = { Type: 'Wait', Seconds: 10, End: true };
const done = { Type: 'Pass', End: true };

describe('while the workflow service of a region is down', () => {
  test.each(['hang', 'refuse'] as const)(
    '(%s) its executions stand still, and continue afterwards',
    async (mode) => {
      const cloud = workflows();
      await create(cloud, { Pause: pause });
      const arn = await start(cloud, 'one');

      cloud.fault(mode);
      await cloud.pass(60);
      const during = await describeOf(cloud, arn);
      cloud.fault(undefined);
      await cloud.settle();

      expect(during).toMatchObject({ status: 'RUNNING' });
      expect(await describeOf(cloud, arn)).toMatchObject({
        status: 'SUCCEEDED',
        stopDate: midnight / 1000 + 60,
      });
    },
  );

  test('the executions of another region continue', async () => {
    const cloud = workflows();
    await create(cloud, { Pause: pause });
    const arn = await start(cloud, 'one');

    cloud.fault('refuse', 'eu-west-2');
    await cloud.pass(10);

    expect(await describeOf(cloud, arn)).toMatchObject({ status: 'SUCCEEDED' });
  });

  test('a dropped call is answered, and has no effect', async () => {
    const cloud = workflows();
    await create(cloud, { Done: done });

    const request = { stateMachineArn: machine, name: 'one' };
    const { executionArn } = await cloud.call('StartExecution', request, { drop: true });
    await cloud.pass(3600);

    expect(await describeOf(cloud, String(executionArn))).toMatchObject({ status: 'RUNNING' });
    expect(cloud.service.executions()).toMatchObject([{ state: '' }]);
  });
});
