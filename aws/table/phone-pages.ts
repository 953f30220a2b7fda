import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type IncidentRef, incidentIdOf, number } from './incident-item.ts';
import { inEitherRegion } from './writes.ts';

/** A page that went to a phone. */
export interface SentPage extends IncidentRef {
  readonly code: string;
  readonly pagedAt: Instant;
}

/** The pages to each phone, so that an answer without a code finds its incident. */
export interface PhonePages {
  store(phone: string, page: SentPage): Promise<void>;
  /** Reads the pages to a phone from one instant to another, both included, oldest first: at most the last 50. */
  between(phone: string, from: Instant, until: Instant): Promise<readonly SentPage[]>;
}

const maxPages = 50;

export function phonePages(tableName: string, clients: BothRegions<DynamoDBClient>): PhonePages {
  return {
    async store(phone, page) {
      const Item = {
        pk: { S: `phone#${phone}` },
        sk: { S: `page#${sortable(page.pagedAt)}#${incidentIdOf(page)}` },
        key: { S: page.key },
        generation: number(page.generation),
        code: { S: page.code },
        pagedAt: number(page.pagedAt),
      };
      await inEitherRegion(clients, (client) =>
        client.send(new PutItemCommand({ TableName: tableName, Item })),
      );
    },

    async between(phone, from, until) {
      const command = new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :phone AND sk BETWEEN :from AND :until',
        ExpressionAttributeValues: {
          ':phone': { S: `phone#${phone}` },
          ':from': { S: `page#${sortable(from)}` },
          ':until': { S: `page#${sortable(until)}~` },
        },
        ScanIndexForward: false,
        Limit: maxPages,
        ConsistentRead: true,
      });
      const { Items = [] } = await inEitherRegion(clients, (client) => client.send(command));
      return Items.map((attributes) => ({
        key: attributes['key']?.S ?? '',
        generation: Number(attributes['generation']?.N),
        code: attributes['code']?.S ?? '',
        pagedAt: Number(attributes['pagedAt']?.N),
      })).reverse();
    },
  };
}

function sortable(instant: Instant): string {
  return String(instant).padStart(13, '0');
}
