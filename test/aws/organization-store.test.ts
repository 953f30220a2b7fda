import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from '@jest/globals';
import type { ObjectStore } from '../../aws/object-store.ts';
import { organizationStore } from '../../aws/organization-store.ts';
import { exampleOrganization } from '../domain/example-organization.ts';
import { type Command, inMemoryTable } from '../lambda/in-memory-table.ts';

/** An organization that validates, with so many services that an item of the table cannot hold it. */
const large = exampleOrganization((draft) => {
  const [first] = draft.services;
  draft.services = Array.from({ length: 2_000 }, (_, index) => ({
    ...first,
    name: `service-${index}`,
    matches: [
      {
        source: 'cloudwatch',
        account: String(100_000_000_000 + index * 7919),
        alarmName: `shop-${index * 31}-*`,
      },
      { source: 'cloudwatch', region: 'eu-west-1', alarmName: `web-${index * 17}-${'x'.repeat(200)}-*` },
    ],
  })) as typeof draft.services;
});

function aCell() {
  const table = inMemoryTable();
  const objects = new Map<string, string>();
  const client = { send: async (command: Command) => table.execute(command) } as unknown as DynamoDBClient;
  const object: ObjectStore = {
    read: async (name) => objects.get(name),
    write: async (name, text) => void objects.set(name, text),
  };
  const storeWith = (organization: unknown) =>
    organizationStore({
      ...{ tableName: 'incidents', clients: { own: client, other: client } },
      ...{ objects: { own: object, other: object }, bundled: JSON.stringify(organization) },
      warn: (message) => {
        throw new Error(message);
      },
    });
  return { table, objects, storeWith };
}

describe('an organization of two thousand services', () => {
  test('is stored, each item within the table, and read as it was', async () => {
    const { table, storeWith, objects } = aCell();
    await storeWith(large).publish(1);

    const sizes = table.all().map((item) => JSON.stringify(item).length);
    expect(JSON.stringify(large).length).toBeGreaterThan(400_000);
    expect(Math.max(...sizes)).toBeLessThan(400_000);
    expect(await storeWith(exampleOrganization()).read(0)).toEqual({ organization: large, from: 'table' });
    expect(objects.get('organization.json')).toBe(JSON.stringify(large));
  });

  test('replaces a smaller one that was edited before, and is replaced by a later one', async () => {
    const { storeWith } = aCell();
    await storeWith(exampleOrganization()).publish(1);
    await storeWith(large).publish(2);
    await storeWith(exampleOrganization()).publish(1);
    expect((await storeWith(large).read(0)).organization).toEqual(large);

    await storeWith(exampleOrganization()).publish(3);
    expect((await storeWith(large).read(0)).organization).toEqual(exampleOrganization());
  });
});
