import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { type Head, headFromItem, type Item, incidentOf } from '../../aws/table/head.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Entry } from '../../domain/incident/timeline.ts';

/** An incident as it stands in the table, with its whole timeline. */
export interface StoredIncident {
  readonly head: Head;
  readonly incident: Incident;
  readonly timeline: readonly Entry[];
  /** Events that were stored beside it. */
  readonly alarms: number;
}

/** Reads an incident by the id that people know. Rejects when there is none. */
export async function storedIncident(url: string, incidentId: string): Promise<StoredIncident> {
  const [key = '', generation] = incidentId.split('-');
  const items = await itemsOf(url, key);
  const item =
    items.find(({ sk }) => sk?.S === `generation#${generation?.padStart(6, '0')}`) ??
    items.find(({ sk }) => sk?.S === 'head');
  if (item === undefined) throw new Error(`no incident ${incidentId}`);
  const head = headFromItem(items.find(({ sk }) => sk?.S === 'head') ?? item);
  const shown = head.generation === Number(generation) ? head : headFromItem(item);
  const incident = incidentOf(shown);
  const moved = items
    .filter(({ sk }) => sk?.S?.startsWith(`timeline#${generation?.padStart(6, '0')}`))
    .flatMap(({ entries }) => JSON.parse(entries?.S ?? '[]') as Entry[]);
  const alarms = items.filter(({ sk }) => sk?.S?.startsWith('alarm#')).length;
  return { head: shown, incident, timeline: [...moved, ...incident.timeline], alarms };
}

/** Reads as the account's owner would, with the AWS SDK. */
async function itemsOf(endpoint: string, key: string): Promise<readonly Item[]> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'owner', secretAccessKey: 'owner' },
  });
  const command = new QueryCommand({
    TableName: 'permanence-incidents',
    KeyConditionExpression: 'pk = :key',
    ExpressionAttributeValues: { ':key': { S: key } },
  });
  const { Items = [] } = await client.send(command);
  client.destroy();
  return Items;
}
