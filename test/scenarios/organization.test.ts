import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { objectStore } from '../../aws/object-store.ts';
import { exampleOrganization } from './example.ts';
import { type Laptop, laptop, other, own } from './laptop.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };
const owner = { accessKeyId: 'owner', secretAccessKey: 'owner' };

let cloud: Laptop;
let table: DynamoDBClient;
beforeEach(async () => {
  cloud = await laptop({ guardians: true });
  table = new DynamoDBClient({ endpoint: cloud.cloud.url, region: own, credentials: owner });
});
afterEach(async () => {
  table.destroy();
  await cloud.close();
});

const Key = { pk: { S: 'organization' }, sk: { S: 'current' } };

/** The organization as a deployment published it: of a later edit, unless an older one is given. */
async function putIntoTable(organization: string, editedAt = Date.parse('2100-01-01')): Promise<void> {
  const Item = { ...Key, organization: { S: organization }, editedAt: { N: String(editedAt) } };
  await table.send(new PutItemCommand({ TableName: 'permanence-incidents', Item }));
}

async function inTable(): Promise<string | undefined> {
  const { Item } = await table.send(new GetItemCommand({ TableName: 'permanence-incidents', Key }));
  return Item?.['organization']?.S;
}

function objectIn(region: string) {
  const name = `permanence-organization-000000000000-${region}`;
  return objectStore({ region, name, endpointUrl: cloud.cloud.url }, owner);
}

/** The example's organization with another customer name. The name shows where it was read. */
function organizationNaming(place: string): string {
  const { customers } = exampleOrganization;
  const acme = { ...customers['acme'], name: place };
  return JSON.stringify({ ...exampleOrganization, customers: { ...customers, acme } });
}

async function everywhere(): Promise<void> {
  await putIntoTable(organizationNaming('TABLE'));
  await objectIn(own).write('organization.json', organizationNaming('OWN'));
  await objectIn(other).write('organization.json', organizationNaming('OTHER'));
}

/** The customer's name in An's only page. */
async function namedOnThePage(): Promise<string | undefined> {
  const { answer } = await cloud.answered(cloud.alarm(diskFull));
  expect(answer.status).toBe(202);
  await cloud.skip(10);
  const texts = await cloud.texts('an');
  expect(texts).toHaveLength(1);
  return texts[0]?.split(' ')[1];
}

const badTexts: [string, string][] = [
  ['is no JSON', 'version: 1'],
  ['does not hold together', JSON.stringify({ ...exampleOrganization, defaultRoster: 'nobody' })],
];

describe('the organization is read', () => {
  test('from the table', async () => {
    await everywhere();

    expect(await namedOnThePage()).toBe('TABLE');
  });

  test.each(['refuse', 'throttle', 'hang'])(
    "through the other region's replica when the own one fails (%s)",
    async (mode) => {
      await everywhere();
      await cloud.faults({ region: own, service: 'table', mode });

      expect(await namedOnThePage()).toBe('TABLE');
    },
  );

  test.each(badTexts)("from the own region's object when what the table holds %s", async (_what, text) => {
    await everywhere();
    await putIntoTable(text);

    expect(await namedOnThePage()).toBe('OWN');
  });

  test.each(['refuse', 'hang'])(
    "from the other region's object when the own region's objects fail (%s)",
    async (mode) => {
      await everywhere();
      await putIntoTable('');
      await cloud.faults({ region: own, service: 'objects', mode });

      expect(await namedOnThePage()).toBe('OTHER');
    },
  );

  test('from the other region’s object when the own region has none', async () => {
    await objectIn(other).write('organization.json', organizationNaming('OTHER'));

    expect(await namedOnThePage()).toBe('OTHER');
  });

  test.each(['refuse', 'hang'])('from the bundle when no object can be read (%s)', async (mode) => {
    await everywhere();
    await putIntoTable('');
    await cloud.faults({ region: '*', service: 'objects', mode });

    expect(await namedOnThePage()).toBe('ACME');
  });

  test('from the bundle before anything was ever published', async () => {
    expect(await namedOnThePage()).toBe('ACME');
  });
});

describe('the guardian', () => {
  test('publishes the deployed organization into the table and both objects within the first minute', async () => {
    expect(await inTable()).toBeUndefined();
    await cloud.skip(60);

    const published = JSON.parse((await inTable()) ?? 'null');
    expect(published).toEqual(JSON.parse(JSON.stringify(exampleOrganization)));
    for (const region of [own, other]) {
      expect(JSON.parse((await objectIn(region).read('organization.json')) ?? 'null')).toEqual(published);
    }
  });

  test('replaces an organization that is older than the deployed one', async () => {
    await putIntoTable(organizationNaming('TABLE'), Date.parse('2020-01-01'));
    await cloud.skip(60);

    expect(JSON.parse((await inTable()) ?? 'null')).toEqual(JSON.parse(JSON.stringify(exampleOrganization)));
  });

  test('leaves a later edit in the table, and updates the objects to it', async () => {
    await putIntoTable(organizationNaming('TABLE'));
    await objectIn(own).write('organization.json', organizationNaming('OWN'));
    await cloud.skip(60);

    expect(await inTable()).toBe(organizationNaming('TABLE'));
    expect(await objectIn(own).read('organization.json')).toBe(organizationNaming('TABLE'));
    expect(await objectIn(other).read('organization.json')).toBe(organizationNaming('TABLE'));
  });
});
