import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CustomerCopies, customerCopies } from '../../../aws/table/customer-copies.ts';
import { minute } from '../../../domain/time/instant.ts';
import { dynamoDbService } from '../../../local/services/dynamodb/dynamodb.ts';
import { tenPastThree } from '../../domain/an-incident.ts';
import { resource, serve, stage } from '../../local/services/stage.ts';

const { parts } = stage();
const service = dynamoDbService(parts);
let copies: CustomerCopies;
let close: () => void;

beforeAll(async () => {
  service.resourceTypes['AWS::DynamoDB::GlobalTable']?.(
    resource('AWS::DynamoDB::GlobalTable', {
      TableName: 'incidents',
      BillingMode: 'PAY_PER_REQUEST',
      MultiRegionConsistency: 'STRONG',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalTableWitnesses: [{ Region: 'eu-west-1' }],
      Replicas: [{ Region: 'eu-central-1' }, { Region: 'eu-west-2' }],
    }),
  );
  const server = await serve(service.aws);
  const client = (region: string) => new DynamoDBClient(server.client(region));
  copies = customerCopies('incidents', { own: client('eu-central-1'), other: client('eu-west-2') });
  close = server.close;
});
afterAll(() => close());

/** Copies for one customer, one a minute. */
async function oneAMinute(customer: string, count: number) {
  const all = [];
  for (let i = 0; i < count; i++) all.push(await copies.take(customer, `${i}`, tenPastThree + i * minute));
  return all;
}

const sent = { kind: 'send', folded: 0 };
const folded = { kind: 'folded' };

describe('copies to a customer', () => {
  test('are three in fifteen minutes; the next one says how many were counted', async () => {
    expect(await oneAMinute('acme', 7)).toEqual([sent, sent, sent, folded, folded, folded, folded]);

    const next = await copies.take('acme', 'next', tenPastThree + 15 * minute);
    const after = await copies.take('acme', 'after', tenPastThree + 16 * minute);

    expect([next, after]).toEqual([{ kind: 'send', folded: 4 }, sent]);
  });

  test('do not count for another customer', async () => {
    await oneAMinute('lumen', 5);

    expect(await copies.take('harbour', '1', tenPastThree)).toEqual(sent);
  });

  test('are three, however many ask at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 30 }, (_, i) => copies.take('kessler', `${i}`, tenPastThree)),
    );
    const next = await copies.take('kessler', 'next', tenPastThree + 15 * minute);

    expect(all.filter(({ kind }) => kind === 'send')).toHaveLength(3);
    expect(next).toEqual({ kind: 'send', folded: 27 });
  });

  test('that are asked for twice, since the function was killed, have the same answer and count once', async () => {
    await oneAMinute('twice', 4);
    const later = tenPastThree + 4 * minute;
    const again = [await copies.take('twice', '0', later), await copies.take('twice', '3', later)];

    const next = await copies.take('twice', 'next', tenPastThree + 15 * minute);

    expect(again).toEqual([sent, folded]);
    expect(next).toEqual({ kind: 'send', folded: 1 });
  });
});
