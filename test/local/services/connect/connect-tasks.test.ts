import {
  ConnectClient,
  DescribeContactCommand,
  StartTaskContactCommand,
  type StartTaskContactCommandInput,
  StopContactCommand,
  UpdateContactAttributesCommand,
} from '@aws-sdk/client-connect';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AwsCall } from '../../../../local/kernel/service.ts';
import type { TaskAction } from '../../../../local/services/connect/task.ts';
import { serve } from '../stage.ts';
import { aContactCenter, type ContactCenter, functionArn, region, settled } from './a-contact-center.ts';
import { aFlow, hangUp, intoQueue, invoke, say } from './a-flow.ts';

let center: ContactCenter;

let server: Awaited<ReturnType<typeof serve>>;

let client: ConnectClient;

let queueArn: string;

let flow: string;

beforeEach(async () => {
  center = aContactCenter();
  queueArn = center.queue();
  flow = center.flow(intoQueue(queueArn));
  server = await serve(center.service.aws);
  client = new ConnectClient(server.client(region));
});

afterEach(() => server.close());

type Changes = Partial<StartTaskContactCommandInput>;

async function ask(changes: Changes = {}): Promise<string> {
  const { ContactId = '' } = await client.send(
    new StartTaskContactCommand({
      InstanceId: center.instanceId,
      ContactFlowId: flow,
      Name: 'Confirm An',
      Description: 'A7K ACME disk full',
      ...changes,
    }),
  );
  await settled();
  return ContactId;
}

const stop = (ContactId: string) =>
  client.send(new StopContactCommand({ InstanceId: center.instanceId, ContactId }));

const describeIt = async (ContactId: string) =>
  (await client.send(new DescribeContactCommand({ InstanceId: center.instanceId, ContactId }))).Contact;

const tasks = () => center.service.tasks.all();

const does = (id: string, kind: TaskAction['kind'], operator = 'els') =>
  center.service.tasks.handle(id, { kind, operator });

const statuses = () => tasks().map(({ status }) => status);

describe('a task that is accepted', () => {
  test('runs its flow into the queue, with all members of the request', async () => {
    const id = await ask({
      References: {
        'who has it': { Type: 'STRING', Value: 'nobody' },
        incident: { Type: 'URL', Value: 'https://permanence.example/s/abc' },
      },
    });

    expect(tasks()).toEqual([
      {
        ...{ id, region, queue: 'incidents', name: 'Confirm An', description: 'A7K ACME disk full' },
        references: expect.arrayContaining([
          { name: 'incident', type: 'URL', value: 'https://permanence.example/s/abc' },
          { name: 'who has it', type: 'STRING', value: 'nobody' },
        ]),
        ...{ status: 'queued', at: center.clock.now() },
      },
    ]);
    expect(center.told).toEqual([`TASK ${region} "Confirm An": waits in incidents`]);
  });

  test('is the same task for the same token, for seven days', async () => {
    const first = await ask({ ClientToken: 'a1' });
    expect(await ask({ ClientToken: 'a1' })).toBe(first);
    expect(await ask({ ClientToken: 'a2' })).not.toBe(first);
    expect(tasks()).toHaveLength(2);

    center.clock.advance(7 * 24 * 3600);
    expect(await ask({ ClientToken: 'a1' })).not.toBe(first);
  });

  test('ends by itself after seven days', async () => {
    await ask();

    center.clock.advance(7 * 24 * 3600 - 1);
    expect(statuses()).toEqual(['queued']);
    center.clock.advance(1);
    expect(statuses()).toEqual(['ended']);
    expect(center.told.at(-1)).toContain('expired');
  });

  test('can be stopped in any state, even when it is over', async () => {
    const [waiting, taken] = [await ask(), await ask()];
    does(taken, 'accept');

    await stop(waiting);
    await stop(taken);
    expect(statuses()).toEqual(['ended', 'ended']);
    await expect(stop(waiting)).resolves.toBeDefined();
    expect(does(waiting, 'accept')).toEqual({ kind: 'impossible', reason: 'the task has ended' });
  });

  test('is described in its current state', async () => {
    const id = await ask();
    expect(await describeIt(id)).toMatchObject({
      Arn: `${center.instanceArn}/contact/${id}`,
      ...{ Id: id, Channel: 'TASK', InitiationMethod: 'API', Name: 'Confirm An' },
      QueueInfo: {
        Id: queueArn.split('/').at(-1),
        EnqueueTimestamp: new Date(center.clock.now()),
      },
      InitiationTimestamp: new Date(center.clock.now()),
    });

    center.clock.advance(10);
    does(id, 'accept');
    const { AgentInfo, DisconnectTimestamp } = (await describeIt(id)) ?? {};
    expect(AgentInfo).toMatchObject({ ConnectedToAgentTimestamp: new Date(center.clock.now()) });
    expect(DisconnectTimestamp).toBeUndefined();

    does(id, 'end');
    expect(await describeIt(id)).toMatchObject({ DisconnectTimestamp: new Date(center.clock.now()) });
  });

  test('lets its flow invoke functions, which learn what the task is', async () => {
    center.provision('AWS::Connect::IntegrationAssociation', {
      InstanceId: center.instanceArn,
      IntegrationType: 'LAMBDA_FUNCTION',
      IntegrationArn: functionArn,
    });
    const parameters = { where: '$.Attributes.where' };
    const twice = aFlow(
      invoke('first', functionArn, parameters, 'second', 'hang-up'),
      invoke('second', functionArn, parameters, 'hang-up', 'hang-up'),
      hangUp,
    );
    const id = await ask({
      ContactFlowId: center.flow(twice),
      Attributes: { where: 'db-3' },
      References: { incident: { Type: 'STRING', Value: 'A7K' } },
    });
    const change = { InstanceId: center.instanceId, InitialContactId: id, Attributes: { where: 'db-4' } };
    await client.send(new UpdateContactAttributesCommand(change));
    center.invoked[0]?.answer({ kind: 'returned', payload: {} });
    await settled();

    const contact = {
      ...{ Channel: 'TASK', ContactId: id, CustomerEndpoint: null, SystemEndpoint: null },
      References: { incident: { Type: 'STRING', Value: 'A7K' } },
    };
    expect(center.invoked.map(({ payload }) => payload)).toMatchObject([
      { Details: { ContactData: contact, Parameters: { where: 'db-3' } } },
      { Details: { ContactData: contact, Parameters: { where: 'db-4' } } },
    ]);
  });

  test('keeps waiting in a region that stops, and nobody can do anything there', async () => {
    const id = await ask();
    center.stop(region);

    expect(does(id, 'accept')).toEqual({ kind: 'impossible', reason: `${region} is stopped` });
    expect(statuses()).toEqual(['queued']);
  });
});

describe('a task that reaches no queue is seen by nobody, and ends', () => {
  test.each<[string, () => string]>([
    ['where its flow names another queue', () => intoQueue(`${queueArn}x`)],
    ['where its flow ends without one', () => aFlow(hangUp)],
    ['where the queue has no room', () => intoQueue(center.queue({ Name: 'full', MaxContacts: 0 }))],
    ['where its flow speaks, which nobody hears', () => aFlow(say('hi', 'Hello', 'hang-up'), hangUp)],
  ])('%s', async (_what, content) => {
    const id = await ask({ ContactFlowId: center.flow(content()) });

    expect(tasks()).toEqual([]);
    expect(await describeIt(id)).toMatchObject({ DisconnectTimestamp: expect.any(Date) });
    expect(does(id, 'accept')).toEqual({ kind: 'unknown' });
  });

  test('but a later task enters a full queue once another has left it', async () => {
    const small = center.flow(intoQueue(center.queue({ Name: 'small', MaxContacts: 1 })));
    const first = await ask({ ContactFlowId: small });
    await ask({ ContactFlowId: small });
    expect(tasks()).toHaveLength(1);

    does(first, 'accept');
    await ask({ ContactFlowId: small });
    expect(statuses()).toEqual(['accepted', 'queued']);
  });
});

describe('an operator', () => {
  test('accepts a task, and no other operator can', async () => {
    const id = await ask();

    expect(does(id, 'accept', 'els')).toEqual({ kind: 'done' });
    expect(tasks()).toMatchObject([{ status: 'accepted', operator: 'els' }]);
    expect(does(id, 'accept', 'tom')).toEqual({
      kind: 'impossible',
      reason: 'els has accepted the task already',
    });
  });

  test('rejects a task: it keeps waiting, or waits again', async () => {
    const id = await ask();
    does(id, 'reject');
    expect(statuses()).toEqual(['queued']);

    does(id, 'accept');
    does(id, 'reject');
    expect(tasks()).toMatchObject([{ status: 'queued' }]);
    expect(tasks()[0]).not.toHaveProperty('operator');
  });

  test('ends a task once', async () => {
    const id = await ask();
    does(id, 'accept');

    expect(does(id, 'end')).toEqual({ kind: 'done' });
    expect(statuses()).toEqual(['ended']);
    expect(does(id, 'end')).toEqual({ kind: 'impossible', reason: 'the task has ended' });
  });
});

describe('a task is refused', () => {
  const reference = (Type: string, Value?: string): Changes => ({
    References: { it: { Type: Type as 'URL', Value } },
  });
  test.each<[string, Changes, string, number]>([
    ['without a name', { Name: undefined }, 'InvalidParameterException', 400],
    ['with too long a name', { Name: 'x'.repeat(1025) }, 'InvalidParameterException', 400],
    ['with too long a description', { Description: 'x'.repeat(4097) }, 'InvalidParameterException', 400],
    ['with too long a token', { ClientToken: 'x'.repeat(501) }, 'InvalidParameterException', 400],
    ['without a flow', { ContactFlowId: undefined }, 'InvalidRequestException', 400],
    ['with a flow and a quick connect', { QuickConnectId: 'q' }, 'InvalidRequestException', 400],
    ['with a flow and a template', { TaskTemplateId: 't' }, 'InvalidRequestException', 400],
    ['with a flow that does not exist', { ContactFlowId: 'none' }, 'ResourceNotFoundException', 404],
    ['by an instance that does not exist', { InstanceId: 'none' }, 'ResourceNotFoundException', 404],
    ['with an attachment', reference('ATTACHMENT', 'x'), 'InvalidParameterException', 400],
    ['with a link that is not a URL', reference('URL', 'the board'), 'InvalidParameterException', 400],
    ['with a number that is not a number', reference('NUMBER', 'two'), 'InvalidParameterException', 400],
    ['with a date in words', reference('DATE', 'today'), 'InvalidParameterException', 400],
    ['with an invalid e-mail address', reference('EMAIL', 'els'), 'InvalidParameterException', 400],
    ['with too long a fact', reference('STRING', 'x'.repeat(4097)), 'InvalidParameterException', 400],
  ])('%s', async (_what, changes, name, status) => {
    await expect(ask(changes)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
    expect(tasks()).toEqual([]);
  });

  test.each<[string, Changes]>([
    ['a quick connect', { ContactFlowId: undefined, QuickConnectId: 'q' }],
    ['a template', { ContactFlowId: undefined, TaskTemplateId: 't' }],
    ['a time of its own', { ScheduledTime: new Date() }],
    ['a task that it follows', { PreviousContactId: 'c' }],
  ])('with an error for an unknown member: %s', async (_what, changes) => {
    await expect(ask(changes)).rejects.toMatchObject({ $metadata: { httpStatusCode: 501 } });
  });

  test('beyond 2,500 open ones', async () => {
    const request = { InstanceId: center.instanceId, ContactFlowId: flow, Name: 'one of many' };
    const call = {
      ...wire,
      method: 'PUT',
      path: '/contact/task',
      body: Buffer.from(JSON.stringify(request)),
    };
    for (let count = 0; count < 2500; count += 1) await center.service.aws?.perform(call, { drop: false });

    await expect(ask()).rejects.toMatchObject({
      name: 'ServiceQuotaExceededException',
      $metadata: { httpStatusCode: 402 },
    });
    await stop(tasks()[0]?.id ?? '');
    await expect(ask()).resolves.toEqual(expect.any(String));
  });

  test('for a contact that does not exist, when it is to be stopped or described', async () => {
    await expect(stop('none')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(describeIt('none')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

const wire: Pick<AwsCall, 'service' | 'region' | 'caller' | 'query' | 'headers'> = {
  ...{ service: 'connect', region, caller: { kind: 'account' }, query: new URLSearchParams(), headers: {} },
};

test('starting a task needs its flow, describing and stopping one needs the contact', () => {
  const asked = (method: string, path: string, body: object = {}) =>
    center.service.aws?.permissions({ ...wire, method, path, body: Buffer.from(JSON.stringify(body)) });
  const i = `arn:aws:connect:${region}:000000000000:instance/i`;

  expect(asked('PUT', '/contact/task', { InstanceId: 'i', ContactFlowId: 'f' })).toEqual([
    { action: 'connect:StartTaskContact', resource: `${i}/contact-flow/f` },
  ]);
  expect(asked('GET', '/contacts/i/c')).toEqual([
    { action: 'connect:DescribeContact', resource: `${i}/contact/c` },
  ]);
  expect(asked('POST', '/contact/stop', { InstanceId: 'i', ContactId: 'c' })).toEqual([
    { action: 'connect:StopContact', resource: `${i}/contact/c` },
  ]);
});
