import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { IncidentFigures } from '../../domain/reports/incident-figures.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, type IncidentItem, incidentIdOf, number } from './incident-item.ts';
import { conditionalPut, inEitherRegion } from './writes.ts';

/** The figures of resolved incidents, for reports: a small item for each incident. */
export interface FiguresStore {
  /**
   * Stores the figures of an incident that ends. Doing it twice is harmless, and an earlier end never replaces a later
   * one.
   */
  store(item: IncidentItem, month: string, figures: IncidentFigures): Promise<void>;
  /** Reads a page of a month's figures: those after the incident with this id. */
  ofMonth(month: string, after?: string): Promise<FiguresPage>;
}

export interface FiguresPage {
  readonly incidents: readonly StoredFigures[];
  /** The id of the incident after which the next page begins. Undefined: this is the last page. */
  readonly next: string | undefined;
}

export interface StoredFigures extends IncidentFigures {
  readonly incidentId: string;
}

/** Incidents in a page. Each has a few hundred bytes, so that a page fits into one answer. */
const pageSize = 250;

/** The figures in the incident table. Each month is a partition, because a report is about one month. */
export function figuresStore(tableName: string, clients: BothRegions<DynamoDBClient>): FiguresStore {
  return {
    async store(item, month, figures) {
      await conditionalPut(clients, {
        TableName: tableName,
        Item: {
          ...keyOf(month, incidentIdOf(item)),
          revision: number(item.revision),
          figures: { S: JSON.stringify(figures) },
        },
        ConditionExpression: 'attribute_not_exists(pk) OR revision <= :revision',
        ExpressionAttributeValues: { ':revision': number(item.revision) },
      });
    },

    async ofMonth(month, after) {
      const command = new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :month',
        ExpressionAttributeValues: { ':month': { S: partitionOf(month) } },
        ConsistentRead: true,
        Limit: pageSize,
        ...(after === undefined ? {} : { ExclusiveStartKey: keyOf(month, after) }),
      });
      const { Items = [], LastEvaluatedKey } = await inEitherRegion(clients, (client) =>
        client.send(command),
      );
      return { incidents: Items.flatMap(figuresIn), next: LastEvaluatedKey?.['sk']?.S };
    },
  };
}

function figuresIn({ sk, figures }: Attributes): readonly StoredFigures[] {
  return sk?.S === undefined || figures?.S === undefined
    ? []
    : [{ ...(JSON.parse(figures.S) as IncidentFigures), incidentId: sk.S }];
}

function keyOf(month: string, incidentId: string): Attributes {
  return { pk: { S: partitionOf(month) }, sk: { S: incidentId } };
}

function partitionOf(month: string): string {
  return `month#${month}`;
}
