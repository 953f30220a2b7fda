import { describe, expect, test } from '@jest/globals';
import { create, describeOf, machine, midnight, roleArn, start, workflows } from './workflow-parts.ts';

const pause = { Type: 'Wait', Seconds: 10, End: true };
const done = { Type: 'Pass', End: true };

describe('a machine', () => {
  test('with mistakes is refused with all its problems', async () => {
    const cloud = workflows();

    const definition = '{"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Pass","Foo":1}}}';
    const answer = await cloud.call('CreateStateMachine', { name: 'trial', roleArn, definition });

    expect(answer['code']).toBe('InvalidDefinition');
    expect(answer['message']).toMatch(/either a 'Next' or 'End': true at \/States\/P, .*Field 'Foo' is not/);
  });

  test('that exists is returned when nothing differs, and refused when something does', async () => {
    const cloud = workflows();
    await create(cloud, { Done: done });

    await expect(create(cloud, { Done: done })).resolves.toBeUndefined();
    await expect(create(cloud, { Other: done })).rejects.toThrow(/Already Exists/);
  });

  test('that is updated does not change its running executions', async () => {
    const cloud = workflows();
    await create(cloud, { Pause: { Type: 'Wait', Seconds: 10, Output: 'old', End: true } });
    const old = await start(cloud, 'old');

    const definition = {
      QueryLanguage: 'JSONata',
      StartAt: 'New',
      States: { New: { Type: 'Pass', Output: 'new', End: true } },
    };
    await cloud.call('UpdateStateMachine', {
      stateMachineArn: machine,
      definition: JSON.stringify(definition),
    });
    const young = await start(cloud, 'young');
    await cloud.pass(10);

    expect(await describeOf(cloud, old)).toMatchObject({ output: '"old"' });
    expect(await describeOf(cloud, young)).toMatchObject({ output: '"new"' });
    expect(await cloud.call('DescribeStateMachine', { stateMachineArn: machine })).toMatchObject({
      definition: JSON.stringify(definition),
      roleArn,
      type: 'STANDARD',
    });
  });

  test('stops an execution that runs longer than the machine’s time-out', async () => {
    const cloud = workflows();
    const definition = {
      QueryLanguage: 'JSONata',
      StartAt: 'Pause',
      TimeoutSeconds: 4,
      States: { Pause: pause },
    };
    await cloud.call('CreateStateMachine', {
      name: 'trial',
      roleArn,
      definition: JSON.stringify(definition),
    });
    const arn = await start(cloud, 'one');
    await cloud.pass(10);

    expect(await describeOf(cloud, arn)).toMatchObject({
      status: 'TIMED_OUT',
      stopDate: midnight / 1000 + 4,
    });
  });
});
