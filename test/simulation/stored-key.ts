import { DynamoDBClient, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import {
  type Attributes,
  type IncidentItem,
  incidentIdOf,
  incidentOf,
  itemFrom,
} from '../../aws/table/incident-item.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Entry } from '../../domain/incident/timeline.ts';

/** One incident of an alarm's key as it is stored, with its whole timeline. */
export interface Seen {
  readonly id: string;
  readonly item: IncidentItem;
  readonly incident: Incident;
  readonly timeline: readonly Entry[];
  /** A later generation has taken its place. */
  readonly isPast: boolean;
}

/**
 * Reads with the account owner's rights what the table holds of an alarm's key: the incident item, and the
 * generations before it.
 */
export interface TableReader {
  read(key: string): Promise<readonly Seen[]>;
  /** The keys of all incidents of this source. The whole table is read. */
  keysOf(source: string): Promise<readonly string[]>;
  close(): void;
}

export function tableReader(endpoint: string): TableReader {
  const credentials = { accessKeyId: 'owner', secretAccessKey: 'owner' };
  const client = new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials });
  return {
    close: () => client.destroy(),
    async keysOf(source) {
      const heads = await client.send(
        new ScanCommand({
          TableName: 'permanence-incidents',
          FilterExpression: 'sk = :head',
          ExpressionAttributeValues: { ':head': { S: 'head' } },
        }),
      );
      const items = (heads.Items ?? []).map(itemFrom);
      return items.filter((item) => incidentOf(item).source === source).map(({ key }) => key);
    },
    async read(key) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: 'permanence-incidents',
          KeyConditionExpression: 'pk = :key',
          ExpressionAttributeValues: { ':key': { S: key } },
        }),
      );
      const item = Items.find(({ sk }) => sk?.S === 'head');
      if (item === undefined) return [];
      const current = seen(Items, itemFrom(item), false);
      const past = Items.filter(({ sk }) => sk?.S?.startsWith('generation#'))
        .map(itemFrom)
        .filter(({ generation }) => generation !== current.item.generation);
      return [...past.map((one) => seen(Items, one, true)), current];
    },
  };
}

function seen(items: readonly Attributes[], item: IncidentItem, isPast: boolean): Seen {
  const incident = incidentOf(item);
  const prefix = `timeline#${String(item.generation).padStart(6, '0')}`;
  const moved = items
    .filter(({ sk }) => sk?.S?.startsWith(prefix))
    .flatMap(({ entries }) => JSON.parse(entries?.S ?? '[]') as Entry[]);
  const timeline = [...moved.slice(0, incident.movedEntries), ...incident.timeline];
  return { id: incidentIdOf(item), item, incident, timeline, isPast };
}
