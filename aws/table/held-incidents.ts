import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type IncidentRef, incidentIdOf, number } from './incident-item.ts';
import { inEitherRegion } from './writes.ts';

/** An incident that a responder has said yes to. */
export interface HeldIncident extends IncidentRef {
  readonly code: string;
  readonly at: Instant;
}

/**
 * The incidents that each responder has said yes to, so that a word without a code finds what its sender holds, however
 * old it is and whether or not they were paged. It is a hint: the incident itself says whether they hold it still.
 */
export interface HeldIncidents {
  store(responder: string, held: HeldIncident): Promise<void>;
  /** The last ones, oldest first. */
  latest(responder: string): Promise<readonly HeldIncident[]>;
}

/** More than these in a row are not found without their code, once the others are over. */
const maxHeld = 30;

export function heldIncidents(tableName: string, clients: BothRegions<DynamoDBClient>): HeldIncidents {
  return {
    async store(responder, held) {
      const Item = {
        pk: { S: `responder#${responder}` },
        sk: { S: `held#${String(held.at).padStart(13, '0')}#${incidentIdOf(held)}` },
        key: { S: held.key },
        generation: number(held.generation),
        code: { S: held.code },
        at: number(held.at),
      };
      await inEitherRegion(clients, (client) =>
        client.send(new PutItemCommand({ TableName: tableName, Item })),
      );
    },

    async latest(responder) {
      const command = new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :responder AND begins_with(sk, :held)',
        ExpressionAttributeValues: { ':responder': { S: `responder#${responder}` }, ':held': { S: 'held#' } },
        ScanIndexForward: false,
        Limit: maxHeld,
        ConsistentRead: true,
      });
      const { Items = [] } = await inEitherRegion(clients, (client) => client.send(command));
      return Items.map((attributes) => ({
        key: attributes['key']?.S ?? '',
        generation: Number(attributes['generation']?.N),
        code: attributes['code']?.S ?? '',
        at: Number(attributes['at']?.N),
      })).reverse();
    },
  };
}
