import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/time/instant.ts';
import { type BothRegions, wordsOf } from '../regions/both-regions.ts';
import type { Attributes } from '../table/incident-item.ts';
import { inEitherRegion } from '../table/writes.ts';

/** What it takes to call, and to ask the contact center, through a region. */
export interface VoiceSettings {
  readonly instanceArn: string;
  readonly contactFlowArn: string;
  /** The number that people see, E.164. */
  readonly sourceNumber: string;
  /** Puts a task into the contact center's queue; absent where the region has none. */
  readonly taskFlowArn?: string | undefined;
}

/** How each cell tells the other one how to call through its region: see docs/adr/0007. */
export interface VoiceSettingsStore {
  /** What the region's own cell published last. Never rejects: what was read before holds until it can be read again. */
  read(region: string, now: Instant): Promise<VoiceSettings | undefined>;
  publish(region: string, settings: VoiceSettings): Promise<void>;
}

const memoryTime = 60_000;

/** The settings of the regions, one item each in the incident table. */
export function voiceSettingsStore(
  tableName: string,
  clients: BothRegions<DynamoDBClient>,
  warn: (message: string) => void,
): VoiceSettingsStore {
  const memory = new Map<string, { readonly settings: VoiceSettings | undefined; readonly until: Instant }>();

  async function fromTable(region: string): Promise<VoiceSettings | undefined> {
    const command = new GetItemCommand({ TableName: tableName, Key: keyOf(region) });
    const { Item } = await inEitherRegion(clients, (client) => client.send(command));
    const instanceArn = Item?.['instanceArn']?.S;
    const contactFlowArn = Item?.['contactFlowArn']?.S;
    const sourceNumber = Item?.['sourceNumber']?.S;
    if (instanceArn === undefined || contactFlowArn === undefined || sourceNumber === undefined) return;
    return { instanceArn, contactFlowArn, sourceNumber, taskFlowArn: Item?.['taskFlowArn']?.S };
  }

  return {
    async read(region, now) {
      const known = memory.get(region);
      if (known !== undefined && now < known.until) return known.settings;
      try {
        const settings = await fromTable(region);
        if (settings !== undefined) memory.set(region, { settings, until: now + memoryTime });
        return settings;
      } catch (error) {
        warn(`the voice settings of ${region} cannot be read: ${wordsOf(error)}`);
        return known?.settings;
      }
    },
    async publish(region, { instanceArn, contactFlowArn, sourceNumber, taskFlowArn }) {
      const Item: Attributes = {
        ...keyOf(region),
        instanceArn: { S: instanceArn },
        contactFlowArn: { S: contactFlowArn },
        sourceNumber: { S: sourceNumber },
        ...(taskFlowArn === undefined ? {} : { taskFlowArn: { S: taskFlowArn } }),
      };
      await inEitherRegion(clients, (client) =>
        client.send(new PutItemCommand({ TableName: tableName, Item })),
      );
    },
  };
}

function keyOf(region: string): Attributes {
  return { pk: { S: `voice#${region}` }, sk: { S: 'current' } };
}
