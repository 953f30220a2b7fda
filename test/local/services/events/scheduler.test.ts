import { beforeEach, describe, expect, test } from '@jest/globals';
import { eventBus } from '../../../../local/services/events/event-bus.ts';
import { schedulerService } from '../../../../local/services/events/scheduler.ts';
import { resource, stage } from '../stage.ts';

const functionArn = 'arn:aws:lambda:eu-central-1:000000000000:function:guardian';
const roleArn = 'arn:aws:iam::000000000000:role/schedule';
const deadLetterArn = 'arn:aws:sqs:eu-central-1:000000000000:dead';

let world: ReturnType<typeof stage>;

beforeEach(() => {
  world = stage(); // 03:10:20.500
});

function schedule(properties = {}, target = {}) {
  return schedulerService(world.parts, eventBus(world.parts)).resourceTypes['AWS::Scheduler::Schedule']?.(
    resource('AWS::Scheduler::Schedule', {
      Name: 'guardian',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ScheduleExpression: 'rate(1 minute)',
      Target: { Arn: functionArn, RoleArn: roleArn, DeadLetterConfig: { Arn: deadLetterArn }, ...target },
      ...properties,
    }),
  );
}

function rule(properties = {}) {
  return schedulerService(world.parts, eventBus(world.parts)).resourceTypes['AWS::Events::Rule']?.(
    resource('AWS::Events::Rule', {
      Name: 'guardian',
      ScheduleExpression: 'rate(5 minutes)',
      State: 'ENABLED',
      Targets: [{ Id: 'Target0', Arn: functionArn, Input: '{"sweep":true}' }],
      ...properties,
    }),
  );
}

describe('a schedule', () => {
  test('fires first at the start of the next minute', () => {
    schedule();

    world.clock.advance(39);
    expect(world.enqueued).toEqual([]);
    world.clock.advance(1);
    expect(world.enqueued).toMatchObject([{ functionArn, payload: { time: '2026-11-23T03:11:00Z' } }]);
  });

  test('fires repeatedly, in the name of its role', () => {
    schedule();

    world.clock.advance(160);

    expect(world.enqueued).toHaveLength(3);
    expect(world.enqueued[0]?.caller).toMatchObject({ kind: 'role', roleArn, region: 'eu-central-1' });
  });

  test('sends its own input, with the time at which it was due', () => {
    schedule({}, { Input: '{"at":"<aws.scheduler.scheduled-time>"}' });

    world.clock.advance(60);

    expect(world.enqueued[0]?.payload).toEqual({ at: '2026-11-23T03:11:00Z' });
  });

  test('does not fire while its region has a fault on schedules, and continues afterwards', () => {
    schedule();
    world.modes.set('schedules eu-central-1', 'refuse');
    world.clock.advance(120);
    world.modes.clear();

    world.clock.advance(60);

    expect(world.enqueued).toHaveLength(1);
  });

  test('puts its payload into the dead-letter queue when it may not start the function', () => {
    schedule();
    world.refused.add('lambda:InvokeFunction');

    world.clock.advance(60);

    expect(world.enqueued).toEqual([]);
    expect(world.queued).toMatchObject([{ queueArn: deadLetterArn }]);
  });

  test('does not fire when it is disabled', () => {
    schedule({ State: 'DISABLED' });

    world.clock.advance(600);

    expect(world.enqueued).toEqual([]);
  });

  test.each([
    ['a cron expression', { ScheduleExpression: 'cron(0 12 * * ? *)' }, 'cron'],
    ['a rate of zero', { ScheduleExpression: 'rate(0 minutes)' }, 'rate(0'],
    ['a flexible window', { FlexibleTimeWindow: { Mode: 'FLEXIBLE' } }, 'FlexibleTimeWindow'],
    ['an unknown property', { EndDate: 'tomorrow' }, 'EndDate'],
  ])('is refused for %s', (_, properties, named) => {
    expect(() => schedule(properties)).toThrow(named);
  });
});

describe('a rule with a schedule', () => {
  test('starts its functions as EventBridge', () => {
    const { attributes } = rule() ?? {};

    world.clock.advance(340);

    expect(world.enqueued).toEqual(
      [1, 2].map(() => ({
        functionArn,
        payload: { sweep: true },
        caller: { kind: 'service', principal: 'events.amazonaws.com', sourceArn: attributes?.['Arn'] },
      })),
    );
  });

  test('is refused when it has a pattern as well', () => {
    expect(() => rule({ EventPattern: { source: ['aws.cloudwatch'] } })).toThrow('a schedule or a pattern');
  });
});
