import { ConnectClient, StartTaskContactCommand, StopContactCommand } from '@aws-sdk/client-connect';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type RunningCloud, runningCloud } from '../running-cloud.ts';
import { synthesizedSmallApp } from '../small-app/small-app.ts';
import { addTasks } from '../small-app/tasks.ts';
import { addContactCenter } from '../small-app/voice.ts';

const region = 'eu-central-1';
let assembly: string;
let local: RunningCloud;

beforeAll(async () => {
  assembly = await synthesizedSmallApp();
  addContactCenter(assembly);
  addTasks(assembly);
});
beforeEach(async () => {
  local = await runningCloud(assembly);
});
afterEach(() => local.cloud.close());

const owner = () => ({
  region,
  endpoint: local.cloud.url,
  credentials: { accessKeyId: 'ME', secretAccessKey: 'me' },
  maxAttempts: 1,
});
const outputs = () => local.cloud.outputs['small'] ?? {};

async function ask(Name = 'Confirm An'): Promise<string> {
  const { ContactId = '' } = await new ConnectClient(owner()).send(
    new StartTaskContactCommand({
      InstanceId: outputs()['InstanceId'],
      ContactFlowId: outputs()['TaskFlowArn']?.split('/').at(-1),
      Name,
      References: { incident: { Type: 'URL', Value: 'https://permanence.example/s/abc' } },
    }),
  );
  await local.skip(0);
  return ContactId;
}

async function does(id: string, body: object): Promise<number> {
  const { status } = await local.request('POST', `/local/tasks/${id}`, body);
  await local.skip(0);
  return status;
}

const tasks = async () => (await local.state()).tasks;
const statuses = async () => (await tasks()).map(({ status }) => status);

/** What the function of the rule got. */
async function heard(contactId: string) {
  const command = new GetItemCommand({ TableName: 'alarms', Key: { pk: { S: contactId } } });
  return (await new DynamoDBClient(owner()).send(command)).Item?.['heard']?.S;
}

describe('a task', () => {
  test('can be seen, accepted and ended by an operator', async () => {
    const id = await ask();
    expect(await tasks()).toEqual([
      {
        ...{ id, region, queue: 'fires', name: 'Confirm An', description: '', status: 'queued' },
        references: [{ name: 'incident', type: 'URL', value: 'https://permanence.example/s/abc' }],
        at: local.cloud.now(),
      },
    ]);

    expect(await does(id, { action: 'accept', operator: 'els' })).toBe(200);
    expect(await tasks()).toMatchObject([{ status: 'accepted', operator: 'els' }]);
    expect(await does(id, { action: 'accept' })).toBe(409);

    expect(await does(id, { action: 'end' })).toBe(200);
    expect(await statuses()).toEqual(['ended']);
    expect(await does(id, { action: 'end' })).toBe(409);
  });

  test('waits for the other operators when one rejects it', async () => {
    const id = await ask();
    await does(id, { action: 'accept' });
    expect(await does(id, { action: 'reject' })).toBe(200);

    expect(await statuses()).toEqual(['queued']);
  });

  test('keeps its place when it has ended: the list is oldest first and complete', async () => {
    const first = await ask('first');
    await ask('second');
    await new ConnectClient(owner()).send(
      new StopContactCommand({ InstanceId: outputs()['InstanceId'], ContactId: first }),
    );

    expect((await tasks()).map(({ name, status }) => `${name} ${status}`)).toEqual([
      'first ended',
      'second queued',
    ]);
  });

  test('that an operator accepts starts the function of a rule for that event', async () => {
    const id = await ask();
    expect(await heard(id)).toBeUndefined();
    await does(id, { action: 'accept' });

    expect(await heard(id)).toBe('CONNECTED_TO_AGENT');
    expect(local.told.join('\n')).not.toContain('REFUSED');
  });
});

describe('faults', () => {
  test.each(['refuse', 'throttle'] as const)(
    'switch a contact center to %s: it takes no task',
    async (mode) => {
      await local.switchFaults({ region, service: 'tasks', mode });

      await expect(ask()).rejects.toMatchObject({
        name: mode === 'refuse' ? 'ServiceUnavailable' : 'ThrottlingException',
      });
      expect(await tasks()).toEqual([]);
    },
  );

  test('drop a task: the API accepts it, and the queue never gets it', async () => {
    await local.switchFaults({ region, service: 'tasks', mode: 'drop' });
    const id = await ask();

    expect(id).not.toBe('');
    expect(await tasks()).toEqual([]);
    expect(await does(id, { action: 'accept' })).toBe(404);
  });

  test('keep a task in a queue that refuses, although calls work', async () => {
    const ContactId = await ask();
    const stop = () =>
      new ConnectClient(owner()).send(
        new StopContactCommand({ InstanceId: outputs()['InstanceId'], ContactId }),
      );
    await local.switchFaults({ region, service: 'tasks', mode: 'refuse' });
    await expect(stop()).rejects.toMatchObject({ name: 'ServiceUnavailable' });

    await local.switchFaults({ region, service: 'voice', mode: 'refuse' });
    await expect(stop()).resolves.toBeDefined();
    expect(await statuses()).toEqual(['ended']);
  });

  test('stop a region: its tasks wait, and nobody can accept one until the region runs again', async () => {
    const id = await ask();
    await local.switchFaults({ region, service: '*', mode: 'hang' });
    expect(await does(id, { action: 'accept' })).toBe(409);

    await local.switchFaults();
    expect(await does(id, { action: 'accept' })).toBe(200);
  });
});
