import { beforeEach, describe, expect, test } from '@jest/globals';
import type { AwsCall } from '../../../../local/kernel/service.ts';
import { type EventBus, eventBus, eventsService } from '../../../../local/services/events/event-bus.ts';
import { schedulerService } from '../../../../local/services/events/scheduler.ts';
import { resource, stage } from '../stage.ts';

const functionArn = 'arn:aws:lambda:eu-central-1:000000000000:function:intake';
const deadLetterArn = 'arn:aws:sqs:eu-central-1:000000000000:dead';
const ours = { source: 'shop', 'detail-type': 'Order', resources: [], detail: { state: { value: 'LATE' } } };

let world: ReturnType<typeof stage>;
let bus: EventBus;
beforeEach(() => {
  world = stage();
  bus = eventBus(world.parts);
});

function rule(EventPattern: unknown, properties = {}) {
  return schedulerService(world.parts, bus).resourceTypes['AWS::Events::Rule']?.(
    resource('AWS::Events::Rule', {
      Name: 'orders',
      EventPattern,
      Targets: [{ Id: 'Target0', Arn: functionArn, DeadLetterConfig: { Arn: deadLetterArn } }],
      ...properties,
    }),
  );
}

describe('a rule that waits for events', () => {
  test('passes a matching event to its target, as EventBridge itself', () => {
    const { attributes } = rule({ source: ['shop'], detail: { state: { value: ['LATE', 'LOST'] } } }) ?? {};

    bus.put('eu-central-1', ours);

    expect(world.enqueued).toEqual([
      {
        functionArn,
        payload: {
          ...{ ...ours, version: '0', id: expect.any(String), account: '000000000000' },
          ...{ region: 'eu-central-1', time: '2026-11-23T03:10:20Z' },
        },
        caller: { kind: 'service', principal: 'events.amazonaws.com', sourceArn: attributes?.['Arn'] },
      },
    ]);
  });

  test.each([
    ['of another source', { source: ['till'] }],
    ['of another type', { source: ['shop'], 'detail-type': ['Refund'] }],
    ['with another detail', { detail: { state: { value: ['EARLY'] } } }],
    ['without a member that the pattern names', { detail: { state: { colour: ['red'] } } }],
  ])('ignores an event %s', (_what, pattern) => {
    rule(pattern);

    bus.put('eu-central-1', ours);

    expect(world.enqueued).toEqual([]);
  });

  test('ignores events of another region, and all events while it is disabled', () => {
    rule({ source: ['shop'] }, { State: 'DISABLED' });
    bus.put('eu-central-1', ours);
    rule({ source: ['shop'] });
    bus.put('eu-west-2', ours);

    expect(world.enqueued).toEqual([]);
  });

  test('puts an event into its dead-letter queue when it may not start the target', () => {
    rule({ source: ['shop'] });
    world.refused.add('lambda:InvokeFunction');

    bus.put('eu-central-1', ours);

    expect(world.queued).toMatchObject([{ queueArn: deadLetterArn }]);
  });

  test.each([
    [{ source: [{ prefix: 'aws.' }] }, 'only exact values'],
    [{ source: 'shop' }, 'must be an object'],
    [{}, 'must name something'],
  ])('is refused for an unknown pattern: %j', (pattern, message) => {
    expect(() => rule(pattern)).toThrow(message);
  });
});

describe('PutEvents', () => {
  const put = (entry: object) =>
    eventsService(world.parts, bus).aws?.perform(
      { region: 'eu-central-1', body: Buffer.from(JSON.stringify({ Entries: [entry] })) } as AwsCall,
      { drop: false },
    );

  test('puts the caller’s event on the bus', async () => {
    rule({ source: ['shop'] });

    const answer = await put({ Source: 'shop', DetailType: 'Order', Detail: '{"late":true}' });

    expect(JSON.parse(String(answer?.body))).toMatchObject({ FailedEntryCount: 0 });
    expect(world.enqueued).toMatchObject([{ payload: { source: 'shop', detail: { late: true } } }]);
  });

  test('cannot publish an event in AWS’s name', async () => {
    await expect(put({ Source: 'aws.cloudwatch', DetailType: 'x', Detail: '{}' })).rejects.toThrow(
      'Not authorized for the source',
    );
  });
});
