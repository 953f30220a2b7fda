import type { ConnectClient } from '@aws-sdk/client-connect';
import { describe, expect, test } from '@jest/globals';
import { voicePath } from '../../../aws/connect/voice-path.ts';

const instanceArn = 'arn:aws:connect:eu-west-2:123456789012:instance/i-1';
const settings = {
  instanceArn,
  contactFlowArn: `${instanceArn}/contact-flow/f-1`,
  sourceNumber: '+442079460000',
};
const order = { to: '+32470000001', token: 'abc-1/1/0/primary/3', attributes: { language: 'nl' } };

/** Amazon Connect, which answers each call so. */
function connect(answer: { readonly ContactId?: string }) {
  const inputs: unknown[] = [];
  const client = {
    async send({ input }: { readonly input: unknown }) {
      inputs.push(input);
      return answer;
    },
  } as unknown as ConnectClient;
  return { client, inputs };
}

describe('a call through Amazon Connect', () => {
  test('names instance, flow, both numbers, its token and how long it rings', async () => {
    const { client, inputs } = connect({ ContactId: 'c-1' });
    const path = voicePath('eu-west-2', async () => settings, client);
    await path.prepare(0);

    expect(await path.call(order)).toEqual({ contactId: 'c-1' });
    expect(inputs).toEqual([
      {
        InstanceId: 'i-1',
        ContactFlowId: 'f-1',
        SourcePhoneNumber: '+442079460000',
        DestinationPhoneNumber: '+32470000001',
        ClientToken: 'abc-1/1/0/primary/3',
        RingTimeoutInSeconds: 30,
        Attributes: { language: 'nl' },
      },
    ]);
  });

  test('that is accepted without a name is not believed', async () => {
    const path = voicePath('eu-west-2', async () => settings, connect({}).client);
    await path.prepare(0);

    await expect(path.call(order)).rejects.toThrow('accepted a call without a contact id');
  });

  test('through a region whose settings nobody has published yet is refused, and says so', async () => {
    const path = voicePath('eu-west-2', async () => undefined, connect({}).client);
    await path.prepare(0);

    await expect(path.call(order)).rejects.toThrow('no Amazon Connect is known in eu-west-2');
  });
});
