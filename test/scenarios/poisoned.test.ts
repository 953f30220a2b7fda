import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { barePageText } from '../../domain/messages/page-text.ts';
import type { Phone } from '../../local/phones/phone-book.ts';
import { exampleOrganization } from './example.ts';
import { type Laptop, laptop, own, theNight } from './laptop.ts';
import type { Accepted } from './requests.ts';
import { signed } from './signed.ts';
import { secondsIn } from './what-came.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

/** The next act of the ladder after the first page. Only then does a driver notice the fault. */
const nextPageAt = 45;

let cloud: Laptop;
let opened: Accepted['body'];
beforeEach(async () => {
  // The guardians of both cells have begun to sweep when the alarm arrives.
  cloud = await laptop({ guardians: true, startAt: theNight - 1000 });
  await cloud.skip(1);
  ({ body: opened } = await cloud.alarm(diskFull));
});
afterEach(() => cloud.close());

/** Replaces the incident's text, as anybody could who may write to the table. */
async function spoil(body: string) {
  const client = new DynamoDBClient({
    endpoint: cloud.cloud.url,
    region: own,
    credentials: { accessKeyId: 'owner', secretAccessKey: 'owner' },
  });
  await client.send(
    new UpdateItemCommand({
      TableName: 'permanence-incidents',
      Key: { pk: { S: opened.incidentId.replace(/-\d+$/, '') }, sk: { S: 'head' } },
      UpdateExpression: 'SET body = :body',
      ExpressionAttributeValues: { ':body': { S: body } },
    }),
  );
  client.destroy();
}

/** The times of the bare pages to a number. */
async function barePages(number: string | undefined): Promise<readonly number[]> {
  const response = await fetch(`${cloud.cloud.url}/local/state`);
  const { phones } = (await response.json()) as { readonly phones: readonly Phone[] };
  const { messages } = phones.find((phone) => phone.number === number) ?? { messages: [] };
  const text = barePageText(opened.code);
  return messages.filter((message) => message.text === text).map(({ at }) => secondsIn(at));
}

const { responders, contactCenter } = exampleOrganization;
const numberOf = (responder: string) => responders[responder]?.numbers[0];

const bodies = {
  'that is not JSON': '{"status":"escalating",',
  'that is empty': '{}',
  'without the policy that it was opened with': JSON.stringify({ status: 'escalating', notices: [] }),
};

describe('an incident in the table', () => {
  test.each(Object.entries(bodies))(
    '%s has management and the contact center paged with the bare page',
    async (_, body) => {
      await spoil(body);
      await cloud.skip(nextPageAt + 90);

      const everybody = [numberOf('dirk'), numberOf('els'), contactCenter.number];
      const pages = await Promise.all(everybody.map(barePages));
      for (const [first] of pages) expect(first).toBeLessThanOrEqual(nextPageAt + 90);
    },
  );

  test('that kills each act, though it can be read, is paged with the bare page as well', async () => {
    const { incident } = await cloud.incident(opened.incidentId);
    await spoil(JSON.stringify({ ...incident, code: undefined }));
    await cloud.skip(nextPageAt + 90);

    const [first] = await barePages(numberOf('dirk'));
    expect(first).toBeLessThanOrEqual(nextPageAt + 90);
  });

  test('that cannot be read is still in the list, and its own view says what is wrong', async () => {
    await spoil(bodies['that is empty']);
    const list = await signed(cloud, 'GET', '/v1/incidents');
    const alone = await signed(cloud, 'GET', `/v1/incidents/${opened.incidentId}`);

    expect(list.body['incidents']).toEqual([
      expect.objectContaining({ code: opened.code, summary: expect.stringContaining('cannot be read') }),
    ]);
    expect(alone.status).toBe(503);
    expect(alone.body).toMatchObject({
      title: 'Cannot be read',
      detail: expect.stringContaining(opened.code),
    });
  });

  test('that nobody repairs is paged again and again, at most every five minutes', async () => {
    await spoil(bodies['that is empty']);
    await cloud.skip(800);

    const seconds = await barePages(numberOf('dirk'));
    expect(seconds.length).toBeGreaterThanOrEqual(2);
    const pauses = seconds.slice(1).map((second, index) => second - (seconds[index] ?? 0));
    for (const pause of pauses) {
      expect(pause).toBeGreaterThanOrEqual(295);
      expect(pause).toBeLessThanOrEqual(330);
    }
  });

  test('does not keep another incident from being paged', async () => {
    await spoil(bodies['that is empty']);
    await cloud.skip(60);
    const second = await cloud.alarm({ ...diskFull, dedupKey: 'web-4-disk', summary: 'web-4 disk full' });

    const texts = await cloud.texts('an');
    expect(texts.at(-1)).toMatch(new RegExp(`^${second.body.code} ACME web-4 disk full`));
  });
});
