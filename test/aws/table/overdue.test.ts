import type { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from '@jest/globals';
import { type OverduePlace, overdueKeys } from '../../../aws/table/overdue.ts';
import { tenPastThree } from '../../domain/an-incident.ts';

/** An index of so many pages, one key each. */
function anIndex(pages: number) {
  const send = async ({ input }: ScanCommand) => {
    const page = input.ExclusiveStartKey === undefined ? 0 : Number(input.ExclusiveStartKey['pk']?.S) + 1;
    const place = { pk: { S: String(page) } };
    return { Items: [place], ...(page + 1 < pages ? { LastEvaluatedKey: place } : {}) };
  };
  const client = { send } as unknown as DynamoDBClient;
  return (from?: OverduePlace) =>
    overdueKeys('incidents', { own: client, other: client }, tenPastThree, from);
}

describe('a look for what is overdue', () => {
  test('reads all of an index of a few pages, and says that these are all', async () => {
    expect(await anIndex(3)()).toEqual({ keys: ['0', '1', '2'] });
  });

  test('stops where it would take too long, and the next one goes on there, to the end', async () => {
    const look = anIndex(30);
    const first = await look();
    const second = await look(first.next);

    expect(first.keys).toHaveLength(20);
    expect([...first.keys, ...second.keys]).toEqual(Array.from({ length: 30 }, (_, page) => String(page)));
    expect(second.next).toBeUndefined();
  });
});
