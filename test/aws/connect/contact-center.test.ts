import {
  type ConnectClient,
  ContactNotFoundException,
  InternalServiceException,
  InvalidRequestException,
  ResourceNotFoundException,
} from '@aws-sdk/client-connect';
import { describe, expect, test } from '@jest/globals';
import { type ContactTask, contactCenter } from '../../../aws/connect/contact-center.ts';

const instanceArn = 'arn:aws:connect:eu-west-2:123456789012:instance/i-1';
const settings = {
  instanceArn,
  contactFlowArn: `${instanceArn}/contact-flow/f-1`,
  sourceNumber: '+442079460000',
  taskFlowArn: `${instanceArn}/contact-flow/f-2`,
};
const task: ContactTask = {
  name: 'A7K: confirm An',
  description: 'ACME web-3 disk full 95%',
  token: 'abc-1/t1',
  references: [
    { name: 'what you found', url: 'https://permanence.example/s/xyz' },
    { name: 'An', text: '+32470000001' },
  ],
  attributes: { incidentKey: 'abc' },
};

/** Amazon Connect, which answers each request so. */
function connect(answer: () => object) {
  const inputs: unknown[] = [];
  const client = {
    async send({ input }: { readonly input: unknown }) {
      inputs.push(input);
      return answer();
    },
  } as unknown as ConnectClient;
  return { client, inputs };
}

async function center(answer: () => object = () => ({ ContactId: 'c-1' }), known: object = settings) {
  const { client, inputs } = connect(answer);
  const asked = contactCenter('eu-west-2', async () => ({ ...settings, ...known }), client);
  await asked.prepare(0);
  return { asked, inputs };
}

const $metadata = {};
const message = 'no';

describe('a task for the contact center', () => {
  test('names instance, flow, its token, what is to be done, and what stands beside it', async () => {
    const { asked, inputs } = await center();

    expect(await asked.ask(task)).toEqual({ contactId: 'c-1' });
    expect(inputs).toEqual([
      {
        InstanceId: 'i-1',
        ContactFlowId: 'f-2',
        Name: 'A7K: confirm An',
        Description: 'ACME web-3 disk full 95%',
        ClientToken: 'abc-1/t1',
        References: {
          'what you found': { Type: 'URL', Value: 'https://permanence.example/s/xyz' },
          An: { Type: 'STRING', Value: '+32470000001' },
        },
        Attributes: { incidentKey: 'abc' },
      },
    ]);
  });

  test('that says more than Amazon Connect takes is cut off, not refused', async () => {
    const { asked, inputs } = await center();
    await asked.ask({ ...task, name: '🔥'.repeat(1025), description: 'x'.repeat(5000) });

    expect(inputs).toMatchObject([{ Name: '🔥'.repeat(1024), Description: 'x'.repeat(4096) }]);
  });

  test('that is accepted without a name is not believed', async () => {
    const { asked } = await center(() => ({}));

    await expect(asked.ask(task)).rejects.toThrow('accepted a task without a contact id');
  });

  test('through a region without a queue for tasks is refused, and says so', async () => {
    const { asked, inputs } = await center(undefined, { taskFlowArn: undefined });

    await expect(asked.ask(task)).rejects.toThrow('the contact center of eu-west-2 has no queue for tasks');
    expect(inputs).toEqual([]);
  });

  test('through a region whose settings nobody has published yet is refused, and says so', async () => {
    const asked = contactCenter('eu-west-2', async () => undefined, connect(() => ({})).client);
    await asked.prepare(0);

    await expect(asked.ask(task)).rejects.toThrow('no Amazon Connect is known in eu-west-2');
    await expect(asked.withdraw('c-1')).rejects.toThrow('no Amazon Connect is known in eu-west-2');
  });
});

describe('a task that is withdrawn', () => {
  test('leaves the queue of its instance', async () => {
    const { asked, inputs } = await center(() => ({}));
    await asked.withdraw('c-1');

    expect(inputs).toEqual([{ InstanceId: 'i-1', ContactId: 'c-1' }]);
  });

  test.each([
    new ContactNotFoundException({ $metadata, message }),
    new ResourceNotFoundException({ $metadata, message }),
    new InvalidRequestException({ $metadata, message }),
  ])('may be over already: $name is none of our concern', async (error) => {
    const { asked } = await center(() => {
      throw error;
    });

    await expect(asked.withdraw('c-1')).resolves.toBeUndefined();
  });

  test('and is not is an error, so that somebody may try again', async () => {
    const { asked } = await center(() => {
      throw new InternalServiceException({ $metadata, message });
    });

    await expect(asked.withdraw('c-1')).rejects.toThrow(InternalServiceException);
  });
});
