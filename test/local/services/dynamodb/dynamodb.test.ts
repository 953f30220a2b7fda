import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dynamoDbService } from '../../../../local/services/dynamodb/dynamodb.ts';
import { resource, serve, stage } from '../stage.ts';

const { parts, modes } = stage();
const service = dynamoDbService(parts);
const provision = service.resourceTypes['AWS::DynamoDB::GlobalTable'];
const TableName = 'incidents';
const table = {
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  MultiRegionConsistency: 'STRONG',
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
    { AttributeName: 'dueBucket', AttributeType: 'S' },
    { AttributeName: 'deadline', AttributeType: 'N' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'due',
      KeySchema: [
        { AttributeName: 'dueBucket', KeyType: 'HASH' },
        { AttributeName: 'deadline', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  GlobalTableWitnesses: [{ Region: 'eu-west-1' }],
  Replicas: [
    { Region: 'eu-central-1', DeletionProtectionEnabled: true },
    { Region: 'eu-west-2', PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
  ],
};
const head = (pk: string) => ({ pk: { S: pk }, sk: { S: 'head' } });

let frankfurt: DynamoDBClient;
let london: DynamoDBClient;
let dublin: DynamoDBClient;
let closeServer: () => void;

beforeAll(async () => {
  provision?.(resource('AWS::DynamoDB::GlobalTable', table));
  const server = await serve(service.aws);
  frankfurt = new DynamoDBClient(server.client('eu-central-1'));
  london = new DynamoDBClient(server.client('eu-west-2'));
  dublin = new DynamoDBClient(server.client('eu-west-1'));
  closeServer = server.close;
});
afterAll(() => closeServer());

describe('a global table', () => {
  test('shows in one replica what was written through another', async () => {
    await frankfurt.send(new PutItemCommand({ TableName, Item: { ...head('both'), empty: { S: '' } } }));

    const { Item } = await london.send(
      new GetItemCommand({ TableName, Key: head('both'), ConsistentRead: true }),
    );

    expect(Item).toEqual({ ...head('both'), empty: { S: '' } });
  });

  test('does not exist in the region of the witness', async () => {
    const read = dublin.send(new GetItemCommand({ TableName, Key: head('both') }));

    await expect(read).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test('can be described', async () => {
    const { Table } = await london.send(new DescribeTableCommand({ TableName }));

    expect(Table).toMatchObject({ TableStatus: 'ACTIVE', MultiRegionConsistency: 'STRONG' });
  });

  test('refuses transactions when it is strongly consistent', async () => {
    const write = frankfurt.send(
      new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: head('t') } }] }),
    );

    await expect(write).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('answers a write with a conflict while that fault is switched on', async () => {
    modes.set('table eu-west-2', 'conflict');

    const write = london.send(new PutItemCommand({ TableName, Item: head('conflict') }));

    await expect(write).rejects.toMatchObject({ name: 'ReplicatedWriteConflictException' });
    modes.clear();
  });
});

describe('a strongly consistent table without a second region', () => {
  const alone = () => {
    modes.set('table eu-west-2', 'refuse');
    modes.set('witness eu-west-1', 'refuse');
  };
  const key = head('alone');

  test('refuses writes', async () => {
    alone();

    const write = frankfurt.send(new PutItemCommand({ TableName, Item: key }));

    await expect(write).rejects.toMatchObject({ name: 'InternalServerError' });
    modes.clear();
  });

  test('answers only eventually consistent reads', async () => {
    alone();

    const strong = frankfurt.send(new GetItemCommand({ TableName, Key: key, ConsistentRead: true }));
    await expect(strong).rejects.toMatchObject({ name: 'InternalServerError' });
    expect(await frankfurt.send(new GetItemCommand({ TableName, Key: key }))).toMatchObject({
      $metadata: {},
    });
    modes.clear();
  });

  test('accepts writes while the witness is there', async () => {
    modes.set('table eu-west-2', 'refuse');

    await frankfurt.send(new PutItemCommand({ TableName, Item: key }));

    modes.clear();
    const { Item } = await london.send(new GetItemCommand({ TableName, Key: key, ConsistentRead: true }));
    expect(Item).toEqual(key);
  });
});

describe('a conditional write', () => {
  const create = (pk: string, winner: string) =>
    new UpdateItemCommand({
      TableName,
      Key: head(pk),
      UpdateExpression: 'SET #status = :open, winner = :winner, timeline = :empty',
      ConditionExpression: 'attribute_not_exists(pk) OR #status = :resolved',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ':open': { S: 'escalating' },
        ':resolved': { S: 'resolved' },
        ':winner': { S: winner },
        ':empty': { L: [] },
      },
      ReturnValues: 'ALL_NEW',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });

  test('has one winner, and shows each loser the winner’s item', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `writer ${index}`);

    const outcomes = await Promise.allSettled(
      names.map((name, index) => (index % 2 === 0 ? frankfurt : london).send(create('race', name))),
    );

    const won = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value.Attributes] : []));
    const lost = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(won).toHaveLength(1);
    expect(lost.every((error) => error instanceof ConditionalCheckFailedException)).toBe(true);
    expect(lost.map((error) => error.Item)).toEqual(lost.map(() => won[0]));
  });

  test('returns no item unless the request asks for it', async () => {
    await frankfurt.send(create('quiet', 'first'));

    const write = frankfurt.send(
      new PutItemCommand({ TableName, Item: head('quiet'), ConditionExpression: 'attribute_not_exists(pk)' }),
    );

    const error = await write.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConditionalCheckFailedException);
    expect((error as ConditionalCheckFailedException).Item).toBeUndefined();
  });

  test('appends to a list and counts in the same update', async () => {
    await frankfurt.send(create('list', 'first'));

    const { Attributes } = await london.send(
      new UpdateItemCommand({
        TableName,
        Key: head('list'),
        UpdateExpression:
          'SET timeline = list_append(timeline, :entry), revision = if_not_exists(revision, :zero) + :one REMOVE winner',
        ExpressionAttributeValues: {
          ':entry': { L: [{ M: { kind: { S: 'paged' } } }] },
          ':zero': { N: '0' },
          ':one': { N: '1' },
        },
        ReturnValues: 'ALL_NEW',
      }),
    );

    expect(Attributes).toEqual({
      ...head('list'),
      status: { S: 'escalating' },
      revision: { N: '1' },
      timeline: { L: [{ M: { kind: { S: 'paged' } } }] },
    });
  });

  test('refuses a reserved word without a placeholder name', async () => {
    const write = frankfurt.send(
      new UpdateItemCommand({
        TableName,
        Key: head('reserved'),
        UpdateExpression: 'SET status = :open',
        ExpressionAttributeValues: { ':open': { S: 'escalating' } },
      }),
    );

    await expect(write).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('reserved keyword'),
    });
  });
});

describe('queries', () => {
  beforeAll(async () => {
    for (const [pk, deadline] of [
      ['q1', 1795403400000],
      ['q2', 1795403410000],
      ['q3', 1795403500000],
    ] as const) {
      const due = { dueBucket: { S: '7' }, deadline: { N: String(deadline) } };
      await frankfurt.send(new PutItemCommand({ TableName, Item: { ...head(pk), ...due, text: { S: pk } } }));
    }
  });

  test('find due items by the sparse index, with its keys only', async () => {
    const { Items } = await london.send(
      new QueryCommand({
        TableName,
        IndexName: 'due',
        KeyConditionExpression: 'dueBucket = :bucket AND deadline <= :now',
        ExpressionAttributeValues: { ':bucket': { S: '7' }, ':now': { N: '1795403450000' } },
      }),
    );

    expect(Items?.map((item) => item['pk']?.S)).toEqual(['q1', 'q2']);
    expect(Items?.[0]).not.toHaveProperty('text');
  });

  test('find the items of one key by the beginning of their sort key, newest first', async () => {
    for (const sk of ['entry#1', 'entry#2', 'entries', 'raw#1']) {
      await frankfurt.send(new PutItemCommand({ TableName, Item: { pk: { S: 'sorted' }, sk: { S: sk } } }));
    }

    const { Items } = await frankfurt.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :entry)',
        ExpressionAttributeValues: { ':pk': { S: 'sorted' }, ':entry': { S: 'entry#' } },
        ScanIndexForward: false,
      }),
    );

    expect(Items?.map((item) => item['sk']?.S)).toEqual(['entry#2', 'entry#1']);
  });

  test('scan an index page by page', async () => {
    const first = await frankfurt.send(new ScanCommand({ TableName, IndexName: 'due', Limit: 2 }));
    const second = await frankfurt.send(
      new ScanCommand({ TableName, IndexName: 'due', ExclusiveStartKey: first.LastEvaluatedKey }),
    );

    const found = [...(first.Items ?? []), ...(second.Items ?? [])].map((item) => item['pk']?.S);
    expect(found.toSorted()).toEqual(['q1', 'q2', 'q3']);
  });

  test('no longer find an item in the index once it has lost its due bucket', async () => {
    await frankfurt.send(
      new UpdateItemCommand({ TableName, Key: head('q3'), UpdateExpression: 'REMOVE dueBucket' }),
    );

    const { Count } = await frankfurt.send(new ScanCommand({ TableName, IndexName: 'due' }));

    expect(Count).toBe(2);
  });

  test('read several items at once', async () => {
    const { Responses } = await frankfurt.send(
      new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [head('q1'), head('none')] } } }),
    );

    expect(Responses?.[TableName]?.map((item) => item['pk']?.S)).toEqual(['q1']);
  });
});

describe('the template of a table', () => {
  test.each([
    ['TimeToLiveSpecification', { TimeToLiveSpecification: { Enabled: true } }],
    ['LocalSecondaryIndexes', { LocalSecondaryIndexes: [] }],
  ])('is refused for %s', (name, properties) => {
    const template = resource('AWS::DynamoDB::GlobalTable', { ...table, TableName: 'other', ...properties });

    expect(() => provision?.(template)).toThrow(name);
  });

  test('is refused when strong consistency lacks its third region', () => {
    const { GlobalTableWitnesses: _, ...twoRegions } = table;

    expect(() => provision?.(resource('AWS::DynamoDB::GlobalTable', twoRegions))).toThrow('three replicas');
  });
});

test('an index is a resource of its own for permissions', () => {
  const call = {
    service: 'dynamodb',
    region: 'eu-west-2',
    caller: { kind: 'account' },
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': 'DynamoDB_20120810.Query' },
    body: Buffer.from(JSON.stringify({ TableName, IndexName: 'due' })),
  } as const;

  expect(service.aws?.permissions(call)).toEqual([
    {
      action: 'dynamodb:Query',
      resource: 'arn:aws:dynamodb:eu-west-2:000000000000:table/incidents/index/due',
    },
  ]);
});
