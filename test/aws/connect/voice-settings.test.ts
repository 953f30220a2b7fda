import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from '@jest/globals';
import { type VoiceParameter, voiceSettingsStore } from '../../../aws/connect/voice-settings.ts';

const instanceArn = 'arn:aws:connect:eu-central-1:123456789012:instance/i-1';
const settings = {
  instanceArn,
  contactFlowArn: `${instanceArn}/contact-flow/f-1`,
  sourceNumber: '+442079460000',
  taskFlowArn: `${instanceArn}/contact-flow/f-2`,
};
const Item = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, { S: value }]));

const own = 'eu-central-1';

/** A store that knows what its parameter and its table answer; both may be changed between two readings. */
function aStore(answers: { parameter: () => Promise<typeof settings | undefined>; table: () => object }) {
  const written: unknown[] = [];
  const warned: string[] = [];
  const client = {
    async send({ input }: { readonly input: { readonly Item?: unknown } }) {
      if (input.Item !== undefined) written.push(input.Item);
      return answers.table();
    },
  } as unknown as DynamoDBClient;
  const parameter: VoiceParameter = { region: own, read: () => answers.parameter() };
  const warn = (message: string) => void warned.push(message);
  const store = voiceSettingsStore('incidents', { own: client, other: client }, warn, parameter);
  return { store, written, warned };
}

const fails = () => {
  throw new Error('it does not answer');
};

describe('how to call through the own region', () => {
  test('is what its Connect stack says, whether or not the table can be read', async () => {
    const { store } = aStore({ parameter: async () => settings, table: fails });

    expect(await store.read(own, 0)).toEqual(settings);
  });

  test('is what the table says when Parameter Store does not answer', async () => {
    const { store } = aStore({ parameter: async () => fails(), table: () => ({ Item }) });

    expect(await store.read(own, 0)).toEqual(settings);
  });

  test('is remembered when neither answers, and a warning names both', async () => {
    const answers = { parameter: async (): Promise<typeof settings | undefined> => settings, table: fails };
    const { store, warned } = aStore(answers);
    await store.read(own, 0);

    answers.parameter = async () => fails();

    expect(await store.read(own, 61_000)).toEqual(settings);
    expect(warned).toEqual([expect.stringContaining('the voice settings of eu-central-1 cannot be read')]);
  });

  test('is nothing where no Connect stack is deployed, though the table may remember one', async () => {
    const { store } = aStore({ parameter: async () => undefined, table: () => ({ Item }) });

    expect(await store.read(own, 0)).toBeUndefined();
  });
});

describe('what the other cell is told of the own region', () => {
  const key = { pk: { S: 'voice#eu-central-1' }, sk: { S: 'current' } };

  test('is what the Connect stack says', async () => {
    const { store, written } = aStore({ parameter: async () => settings, table: () => ({}) });
    await store.publish();

    expect(written).toEqual([{ ...key, ...Item }]);
  });

  test('is that there is no Connect, once its stack is gone', async () => {
    const { store, written } = aStore({ parameter: async () => undefined, table: () => ({}) });
    await store.publish();

    expect(written).toEqual([key]);
  });

  test('stays as it is while Parameter Store does not answer', async () => {
    const { store, written } = aStore({ parameter: async () => fails(), table: () => ({}) });

    await expect(store.publish()).rejects.toThrow('it does not answer');
    expect(written).toEqual([]);
  });
});
