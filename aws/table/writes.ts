import { randomUUID } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  PutItemCommand,
  type PutItemCommandInput,
  ReplicatedWriteConflictException,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { requestMs } from '../../domain/timeouts.ts';
import { type BothRegions, failFast, firstAnswer } from '../regions/both-regions.ts';
import type { Attributes } from './incident-item.ts';

/** The outcome of a conditional write. `attributes`: the item that is in the table now. Undefined: there is none. */
export type WriteOutcome =
  | { readonly kind: 'written'; readonly attributes: Attributes | undefined }
  | { readonly kind: 'refused'; readonly attributes: Attributes | undefined };

/**
 * Makes a conditional write that recognizes itself. If its answer was lost and it is made a second time, the condition
 * fails, but the item has its own write id: that is a success.
 */
export async function conditionalUpdate(
  clients: BothRegions<DynamoDBClient>,
  input: Omit<UpdateItemCommandInput, 'UpdateExpression'> & { UpdateExpression: string },
): Promise<WriteOutcome> {
  const writeId = randomUUID();
  const command = new UpdateItemCommand({
    ...input,
    UpdateExpression: input.UpdateExpression.replace('SET ', 'SET writeId = :writeId, '),
    ExpressionAttributeValues: { ...input.ExpressionAttributeValues, ':writeId': { S: writeId } },
    ReturnValues: 'ALL_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  return written(writeId, () =>
    inEitherRegion(clients, async (client) => (await client.send(command)).Attributes as Attributes),
  );
}

/** Does the same as `conditionalUpdate`, for a whole item. */
export async function conditionalPut(
  clients: BothRegions<DynamoDBClient>,
  input: Omit<PutItemCommandInput, 'Item'> & { Item: Attributes },
): Promise<WriteOutcome> {
  const writeId = randomUUID();
  const attributes = { ...input.Item, writeId: { S: writeId } };
  const command = new PutItemCommand({
    ...input,
    Item: attributes,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  return written(writeId, () =>
    inEitherRegion(clients, async (client) => {
      await client.send(command);
      return attributes;
    }),
  );
}

async function written(writeId: string, write: () => Promise<Attributes>): Promise<WriteOutcome> {
  try {
    return { kind: 'written', attributes: await write() };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const attributes = error.Item as Attributes | undefined;
    return { kind: attributes?.['writeId']?.S === writeId ? 'written' : 'refused', attributes };
  }
}

/** Asks the own replica, and the other when it gives no answer: both have the same items. */
export function inEitherRegion<R>(
  clients: BothRegions<DynamoDBClient>,
  ask: (client: DynamoDBClient) => Promise<R>,
): Promise<R> {
  return firstAnswer(clients, (client) => throughConflicts(() => ask(client)), isCondition);
}

function isCondition(error: unknown): boolean {
  return error instanceof ConditionalCheckFailedException;
}

/**
 * Tries again when both regions wrote the same item at once. A strongly consistent global table answers that with an
 * error; it is not a fault. Tries and pauses fit into the second that a call to the table may take.
 */
async function throughConflicts<R>(ask: () => Promise<R>): Promise<R> {
  for (let tries = 1; tries < maxConflicts; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ReplicatedWriteConflictException)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 180));
    }
  }
  return ask();
}

const maxConflicts = 5;

/** Makes a client of one region's replica that gives up soon, because the other replica has the same items. */
export function tableClient(region: string): DynamoDBClient {
  return new DynamoDBClient({ region, ...failFast(requestMs.table) });
}
