import { ConnectClient, DescribeContactCommand, StartTaskContactCommand } from '@aws-sdk/client-connect';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { voiceSettingsStore } from '../../aws/connect/voice-settings.ts';
import { type ChangedAssembly, changedAssembly } from './changed-assembly.ts';
import { type Laptop, laptop, own } from './laptop.ts';

let assembly: ChangedAssembly;
let night: Laptop;
beforeAll(async () => {
  assembly = await changedAssembly();
  assembly.propertiesOf('AWS::Connect::Queue', { MaxContacts: 0 });
  night = await laptop({ guardians: true, assembly: assembly.directory, runsTheProduct: true });
  await night.skip(125); // a guardian publishes how to ask when it starts
});
afterAll(async () => {
  await night.close();
  assembly.remove();
});

describe('a task for a contact center whose queue has no room', () => {
  test('is accepted, reaches no operator, and its end is noticed', async () => {
    const credentials = { accessKeyId: 'owner', secretAccessKey: 'owner' };
    const owner = { endpoint: night.cloud.url, region: own, credentials, maxAttempts: 1 };
    const table = new DynamoDBClient(owner);
    const published = voiceSettingsStore(
      'permanence-incidents',
      { own: table, other: table },
      () => undefined,
    );
    const { instanceArn = '', taskFlowArn = '' } = (await published.read(own, night.cloud.now())) ?? {};
    const connect = new ConnectClient(owner);
    const InstanceId = instanceArn.split('/').at(-1);

    const asked = { InstanceId, ContactFlowId: taskFlowArn.split('/').at(-1), Name: 'A7K: confirm An' };
    const { ContactId } = await connect.send(new StartTaskContactCommand(asked));
    await night.skip(0);

    expect(await night.tasks()).toEqual([]);
    const { Contact } = await connect.send(new DescribeContactCommand({ InstanceId, ContactId }));
    expect(Contact).toMatchObject({ Channel: 'TASK', DisconnectTimestamp: expect.any(Date) });
  });
});
