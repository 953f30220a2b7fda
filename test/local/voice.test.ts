import { ConnectClient, StartOutboundVoiceContactCommand } from '@aws-sdk/client-connect';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { number, type RunningCloud, runningCloud } from './running-cloud.ts';
import { synthesizedSmallApp } from './small-app/small-app.ts';
import { addContactCenter } from './small-app/voice.ts';

const region = 'eu-central-1';
let assembly: string;
let local: RunningCloud;

beforeAll(async () => {
  assembly = await synthesizedSmallApp();
});
beforeEach(async () => {
  addContactCenter(assembly);
  local = await runningCloud(assembly);
});
afterEach(() => local.cloud.close());

function call() {
  const { InstanceId, FlowArn = '', Number: from } = local.cloud.outputs['small'] ?? {};
  const client = new ConnectClient({
    region,
    endpoint: local.cloud.url,
    credentials: { accessKeyId: 'ME', secretAccessKey: 'me' },
    maxAttempts: 1,
  });
  return client.send(
    new StartOutboundVoiceContactCommand({
      InstanceId,
      ContactFlowId: FlowArn.split('/').at(-1),
      SourcePhoneNumber: from,
      DestinationPhoneNumber: number,
      RingTimeoutInSeconds: 25,
      Attributes: { where: 'db-3' },
    }),
  );
}

async function does(action: string, digits?: string) {
  const id = (await calls()).at(-1)?.id;
  const path = `/local/phones/${encodeURIComponent(number)}/calls/${id}`;
  const answer = await local.request('POST', path, { action, ...(digits !== undefined && { digits }) });
  await local.skip(0);
  return answer.status;
}

const calls = async () => (await local.state()).phones[0]?.calls ?? [];
const spoken = async () => (await calls()).at(-1)?.spoken;
const statuses = async () => (await calls()).map(({ status }) => status);

describe('a call', () => {
  test('is answered, speaks the flow, and passes a key to the function', async () => {
    await call();
    await does('answer');
    expect(await spoken()).toEqual(['Fire at db-3. Press a key']);

    await does('press', '7');
    expect(await spoken()).toEqual(['Fire at db-3. Press a key', 'Stored 7']);
    expect(await statuses()).toEqual(['ended']);
    expect(local.told.filter((line) => line.startsWith('CALL')).map((line) => line.split(': ')[1])).toEqual([
      'ringing',
      'answered',
      'pressed 7',
      'ended',
    ]);
  });

  test('rings while time passes, and ends when nobody answers', async () => {
    await call();
    await local.skip(24);
    expect(await statuses()).toEqual(['ringing']);

    await local.skip(1);
    expect(await statuses()).toEqual(['ended']);
    expect(await does('answer')).toBe(409);
  });

  test('that a voicemail takes speaks to its end, and no key is pressed', async () => {
    await call();
    await does('voicemail');
    expect(await does('press', '7')).toBe(409);
    await local.skip(20); // two announcements of two seconds, and eight after each

    expect(await spoken()).toEqual(['Fire at db-3. Press a key', 'Fire at db-3. Press a key']);
    expect(await statuses()).toEqual(['ended']);
  });

  test('waits for a slow function no longer than eight seconds', async () => {
    await call();
    await does('answer');
    await does('press', '0');
    await local.skip(8);

    expect((await spoken())?.at(-1)).toBe('Not stored');
  });

  test('can end while its function still runs', async () => {
    await call();
    await does('answer');
    await does('press', '0');
    await does('hang-up');
    await local.skip(20);

    expect(await spoken()).toEqual(['Fire at db-3. Press a key']);
    expect(await statuses()).toEqual(['ended']);
  });
});

describe('faults', () => {
  test.each(['refuse', 'throttle'] as const)('switch a path to %s: it takes no call', async (mode) => {
    await local.switchFaults({ region, service: 'voice', mode });

    await expect(call()).rejects.toMatchObject({
      name: mode === 'refuse' ? 'ServiceUnavailable' : 'ThrottlingException',
    });
    expect(await calls()).toEqual([]);
  });

  test('drop a call: it is accepted, and never rings', async () => {
    await local.switchFaults({ region, service: 'voice', mode: 'drop' });

    expect((await call()).ContactId).toBeDefined();
    expect(await calls()).toEqual([]);
  });

  test('stop a region: its calls end', async () => {
    await call();
    await does('answer');
    await local.switchFaults({ region, service: '*', mode: 'hang' });
    await local.skip(0);

    expect(await statuses()).toEqual(['ended']);
  });
});

test('a function without a permission for Amazon Connect is not invoked', async () => {
  await local.cloud.close();
  addContactCenter(assembly, 'CenterMayInvoke');
  local = await runningCloud(assembly);
  await call();
  await does('answer');
  await does('press', '7');

  expect((await spoken())?.at(-1)).toBe('Not stored');
  expect(local.told.join('\n')).toContain('not authorized to perform: lambda:InvokeFunction');
});
