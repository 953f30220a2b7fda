import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { type Attributes, type IncidentItem, incidentOf, itemFrom } from '../../aws/table/incident-item.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Entry } from '../../domain/incident/timeline.ts';

/** An incident as it is stored, with its whole timeline. */
export interface StoredIncident {
  readonly item: IncidentItem;
  readonly incident: Incident;
  readonly timeline: readonly Entry[];
  /** The events that are stored beside it. */
  readonly alarms: number;
}

/** Reads an incident by its public id. Rejects when there is none. */
export async function storedIncident(url: string, incidentId: string): Promise<StoredIncident> {
  const [key = '', generation] = incidentId.split('-');
  const items = await itemsOf(url, key);
  const attributes =
    items.find(({ sk }) => sk?.S === `generation#${generation?.padStart(6, '0')}`) ??
    items.find(({ sk }) => sk?.S === 'head');
  if (attributes === undefined) throw new Error(`no incident ${incidentId}`);
  const item = itemFrom(items.find(({ sk }) => sk?.S === 'head') ?? attributes);
  const shown = item.generation === Number(generation) ? item : itemFrom(attributes);
  const incident = incidentOf(shown);
  const moved = items
    .filter(({ sk }) => sk?.S?.startsWith(`timeline#${generation?.padStart(6, '0')}`))
    .flatMap(({ entries }) => JSON.parse(entries?.S ?? '[]') as Entry[]);
  const alarms = items.filter(({ sk }) => sk?.S?.startsWith('alarm#')).length;
  return { item: shown, incident, timeline: [...moved, ...incident.timeline], alarms };
}

/** Reads with the account owner's rights, through the AWS SDK. */
async function itemsOf(endpoint: string, key: string): Promise<readonly Attributes[]> {
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
