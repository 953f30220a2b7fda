import { join } from 'node:path';
import { ConnectClient } from '@aws-sdk/client-connect';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { lastPartOf } from '../../aws/connect/client.ts';
import { type ContactCenter, contactCenter } from '../../aws/connect/contact-center.ts';
import { voiceSettingsStore } from '../../aws/connect/voice-settings.ts';
import { type ChangedAssembly, changedAssembly } from './changed-assembly.ts';
import { type Laptop, laptop, other, own, root } from './laptop.ts';

const task = {
  name: 'A7K: confirm An',
  description: 'ACME web-3 disk full 95%',
  references: [{ name: 'what you found', url: 'https://permanence.example/s/xyz' }],
  attributes: { incidentKey: 'abc' },
};

describe('a task, through the settings that each cell has published of its contact center', () => {
  let night: Laptop;
  let centers: readonly [ContactCenter, ContactCenter];
  beforeAll(async () => {
    night = await laptop({ guardians: true });
    await night.skip(125); // a guardian publishes when it starts
    const owner = {
      endpoint: night.cloud.url,
      credentials: { accessKeyId: 'owner', secretAccessKey: 'owner' },
      maxAttempts: 1,
    };
    const tables = {
      own: new DynamoDBClient({ ...owner, region: own }),
      other: new DynamoDBClient({ ...owner, region: other }),
    };
    const settings = voiceSettingsStore('permanence-incidents', tables, () => undefined);
    const centerIn = async (region: string) => {
      const client = new ConnectClient({ ...owner, region });
      const center = contactCenter(region, (now) => settings.read(region, now), client);
      await center.prepare(night.cloud.now());
      return center;
    };
    centers = [await centerIn(own), await centerIn(other)];
  });
  afterAll(() => night.close());

  const ask = async ({ region }: ContactCenter, token: string) => {
    const center = centers.find((one) => one.region === region);
    const { contactId } = (await center?.ask({ ...task, token })) ?? { contactId: '' };
    await night.skip(0);
    return { id: contactId };
  };
  const stateOf = async ({ id }: { readonly id: string }) =>
    (await night.tasks()).find((each) => each.id === id);

  test('waits in the queue of either region until an operator accepts it, and ends with the operator', async () => {
    for (const center of centers) {
      const asked = await ask(center, 'confirm');
      expect(await stateOf(asked)).toMatchObject({
        ...{ region: center.region, queue: 'permanence-contact-center', status: 'queued' },
        ...{ name: task.name, description: task.description },
        references: [{ name: 'what you found', type: 'URL', value: 'https://permanence.example/s/xyz' }],
      });

      await night.accept(asked, 'els');
      expect(await stateOf(asked)).toMatchObject({ status: 'accepted', operator: 'els' });
      await night.end(asked, 'els');
      expect(await stateOf(asked)).toMatchObject({ status: 'ended' });
    }
  });

  test('that is requested twice is one task', async () => {
    expect(await ask(centers[0], 'twice')).toEqual(await ask(centers[0], 'twice'));
  });

  test('that is withdrawn leaves the queue, and may have left it already', async () => {
    const asked = await ask(centers[1], 'withdrawn');
    await centers[1].withdraw(asked.id);
    expect(await stateOf(asked)).toMatchObject({ status: 'ended' });

    await expect(centers[1].withdraw(asked.id)).resolves.toBeUndefined();
  });

  test('is refused by a region whose tasks are switched off, and accepted by the other', async () => {
    await night.faults({ region: own, service: 'tasks', mode: 'refuse' });

    await expect(ask(centers[0], 'refused')).rejects.toThrow('is switched off');
    expect(await stateOf(await ask(centers[1], 'refused'))).toMatchObject({ status: 'queued' });
  });
});

/** The ids that name a region's contact center. The same templates always have the same ids. */
async function askedIn(region: string): Promise<{ readonly instance: string; readonly flow: string }> {
  const night = await laptop({ guardians: true });
  await night.skip(125);
  const credentials = { accessKeyId: 'owner', secretAccessKey: 'owner' };
  const table = new DynamoDBClient({ endpoint: night.cloud.url, region, credentials });
  const store = voiceSettingsStore('permanence-incidents', { own: table, other: table }, () => undefined);
  const { instanceArn = '', taskFlowArn = '' } = (await store.read(region, night.cloud.now())) ?? {};
  await night.close();
  return { instance: lastPartOf(instanceArn), flow: lastPartOf(taskFlowArn) };
}

describe('the step function as it is deployed', () => {
  const connectModule = join(root, 'node_modules/@aws-sdk/client-connect/dist-cjs/index.js');
  const askAndWithdraw = (asked: { readonly instance: string; readonly flow: string }) => `
    import { ConnectClient, StartTaskContactCommand, StopContactCommand } from '${connectModule}';
    export const handler = async () => {
      const connect = new ConnectClient({ maxAttempts: 1 });
      const InstanceId = '${asked.instance}';
      const flow = { InstanceId, ContactFlowId: '${asked.flow}' };
      await connect.send(new StartTaskContactCommand({ ...flow, Name: 'stays' }));
      const { ContactId } = await connect.send(new StartTaskContactCommand({ ...flow, Name: 'goes' }));
      await connect.send(new StopContactCommand({ InstanceId, ContactId }));
      return { kind: 'end' };
    };`;
  let assembly: ChangedAssembly;
  let night: Laptop;
  beforeAll(async () => {
    assembly = await changedAssembly();
    assembly.codeOf('Step', askAndWithdraw(await askedIn(own)));
    night = await laptop({ guardians: true, assembly: assembly.directory });
  });
  afterAll(async () => {
    await night.close();
    assembly.remove();
  });

  test('may ask its contact center, and may withdraw its tasks', async () => {
    await night.alarm({ dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' });

    expect((await night.tasks()).map(({ name, status }) => `${name}: ${status}`)).toEqual([
      'stays: queued',
      'goes: ended',
    ]);
    expect(night.told.filter((line) => line.startsWith('REFUSED'))).toEqual([]);
  });
});
