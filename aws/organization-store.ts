import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Organization } from '../domain/organization/organization.ts';
import { parseOrganization } from '../domain/organization/parse.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { ObjectStore } from './object-store.ts';
import { itemOf, itemsFor, textIn } from './organization-parts.ts';
import { type BothRegions, within, wordsOf } from './regions/both-regions.ts';
import { number } from './table/incident-item.ts';
import { conditionalPut } from './table/writes.ts';

/** The organization, read from the first source that has it. */
export interface OrganizationStore {
  read(now: Instant): Promise<StoredOrganization>;
  /**
   * Brings the table and the own region's object up to date: the deployed organization replaces one that was edited before. A
   * cell that is deployed last does not bring back an older one.
   */
  publish(editedAt: Instant): Promise<void>;
}

export interface StoredOrganization {
  readonly organization: Organization;
  readonly from: 'memory' | 'table' | 'own object' | 'other object' | 'bundle';
}

export interface Sources {
  readonly tableName: string;
  readonly clients: BothRegions<DynamoDBClient>;
  readonly objects: BothRegions<ObjectStore>;
  /** The text of the version that the function was deployed with. */
  readonly bundled: string;
  /** Called when a source cannot be read, with the reason. */
  readonly warn: (message: string) => void;
}

const memoryTime = 60_000;

/** Milliseconds that a source has to answer before the next one is asked. An alarm waits for this. */
const patience = { table: 1200, object: 400 } as const;

/** When the table does not answer, the copy in memory is used, and read again after this many milliseconds. */
const refreshAgainAfter = 10_000;

const objectName = 'organization.json';

const itemKey = { pk: { S: 'organization' }, sk: { S: 'current' } };

/**
 * Reads in this order: memory for 60 seconds, table, own region's object, the other's, the bundle. The read needs no quorum,
 * so it works when nothing can be written. It takes 2 seconds at most, whatever hangs, and 1.2 where memory has a copy of
 * any age.
 */
export function organizationStore({
  tableName,
  clients,
  objects,
  bundled,
  warn,
}: Sources): OrganizationStore {
  let memory: { readonly organization: Organization; readonly until: Instant } | undefined;

  async function fromTable(): Promise<string | undefined> {
    return textIn({ tableName, clients }, await itemOf({ tableName, clients }, itemKey));
  }

  const places = [
    { from: 'table', text: () => within(patience.table, fromTable()) },
    { from: 'own object', text: () => within(patience.object, objects.own.read(objectName)) },
    { from: 'other object', text: () => within(patience.object, objects.other.read(objectName)) },
    { from: 'bundle', text: async () => bundled },
  ] as const;

  async function readPlaces(): Promise<StoredOrganization> {
    for (const { from, text } of places) {
      try {
        const found = await text();
        if (found !== undefined) return { organization: organizationIn(found), from };
      } catch (error) {
        warn(`the organization cannot be read from the ${from}: ${wordsOf(error)}`);
      }
    }
    throw new Error('no organization can be read, not even the one that this function was deployed with');
  }

  /** The stored copy was published after the deployment, so it is preferred to the bundle. */
  async function refresh(now: Instant): Promise<StoredOrganization> {
    const read = await readPlaces();
    const found =
      read.from === 'bundle' && memory !== undefined
        ? ({ organization: memory.organization, from: 'memory' } as const)
        : read;
    memory = { organization: found.organization, until: now + memoryTime };
    return found;
  }

  return {
    async read(now) {
      if (memory === undefined) return refresh(now);
      const { organization } = memory;
      if (now < memory.until) return { organization, from: 'memory' };
      try {
        return await within(patience.table, refresh(now));
      } catch (error) {
        warn(`the organization is not refreshed: ${wordsOf(error)}`);
        memory = { organization, until: now + refreshAgainAfter };
        return { organization, from: 'memory' };
      }
    },

    async publish(editedAt) {
      const written = await itemsFor({ tableName, clients }, bundled, editedAt);
      const outcome = await conditionalPut(clients, {
        TableName: tableName,
        Item: { ...itemKey, ...written, editedAt: number(editedAt) },
        ConditionExpression: 'attribute_not_exists(pk) OR editedAt < :editedAt',
        ExpressionAttributeValues: { ':editedAt': number(editedAt) },
      });
      const current = (await textIn({ tableName, clients }, outcome.attributes)) ?? bundled;
      if ((await objects.own.read(objectName)) !== current) await objects.own.write(objectName, current);
    },
  };
}

function organizationIn(text: string): Organization {
  const parsed = parseOrganization(JSON.parse(text));
  if (parsed.kind === 'organization') return parsed.organization;
  const errors = parsed.errors.map(({ place, message }) => `${place}: ${message}`);
  throw new Error(`it is not valid: ${errors.join('; ')}`);
}
