import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { IncidentFigures } from '../../domain/reports/incident-figures.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, type IncidentItem, incidentIdOf, number } from './incident-item.ts';
import { conditionalPut, inEitherRegion } from './writes.ts';

/** What reports say of the incidents that are over: a small item each, beside those of the same month. */
export interface FiguresStore {
  /** Stores the figures of an incident that ends. Doing it twice is harmless, and an earlier end never replaces a later one. */
  store(item: IncidentItem, month: string, figures: IncidentFigures): Promise<void>;
  /** Those of a month, a page of them: those after an incident, by its id. */
  ofMonth(month: string, after?: string): Promise<FiguresPage>;
}

export interface FiguresPage {
  readonly incidents: readonly StoredFigures[];
  /** After which incident the next page begins; none: there is no more. */
  readonly next: string | undefined;
}

export interface StoredFigures extends IncidentFigures {
  readonly incidentId: string;
}

/** Incidents in a page: what a function answers at once, a few hundred bytes each. */
const pageSize = 250;

/** Months are partitions: a report asks for one of them. */
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
