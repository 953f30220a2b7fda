import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/time/instant.ts';
import { type BothRegions, wordsOf } from '../regions/both-regions.ts';
import type { Attributes } from '../table/incident-item.ts';
import { inEitherRegion } from '../table/writes.ts';

/** The settings for calls and for tasks through one region. */
export interface VoiceSettings {
  readonly instanceArn: string;
  readonly contactFlowArn: string;
  /** The number from which people are called, E.164. */
  readonly sourceNumber: string;
  /** The flow that puts a task into the contact center's queue. Undefined where the region has no queue. */
  readonly taskFlowArn?: string | undefined;
}

/** The parameter that the own region's Connect stack writes: see aws/voice-parameter.ts. */
export interface VoiceParameter {
  readonly region: string;
  /** Undefined where no Connect stack is deployed. Rejects when Parameter Store does not answer. */
  read(): Promise<VoiceSettings | undefined>;
}

/** Gives a cell the settings of its own region and of the other: see docs/adr/0007 and 0010. */
export interface VoiceSettingsStore {
  /**
   * Gives the settings of a region. Undefined where no Connect stack is deployed, or none is known. Never rejects: the
   * settings that were read before count until they can be read again.
   */
  read(region: string, now: Instant): Promise<VoiceSettings | undefined>;
  /** Writes the own region's parameter into the table, for the other cell. Rejects when it cannot be read or written. */
  publish(): Promise<void>;
}

const memoryTime = 60_000;

/**
 * The settings of both regions, in one item each of the incident table. The own region's settings are also in the
 * parameter that its Connect stack writes. The parameter counts, and needs no table. Functions that call nobody have no
 * parameter.
 */
export function voiceSettingsStore(
  tableName: string,
  clients: BothRegions<DynamoDBClient>,
  warn: (message: string) => void,
  parameter?: VoiceParameter,
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

  /** Asks both at once, so that a silent Parameter Store costs no more time than a silent table. */
  async function ofOwnRegion({ region, read }: VoiceParameter): Promise<VoiceSettings | undefined> {
    const published = fromTable(region).catch((error: unknown) => wordsOf(error));
    try {
      return await read();
    } catch (error) {
      const settings = await published;
      if (typeof settings !== 'string') return settings;
      throw new AggregateError([error], `${wordsOf(error)}; ${settings}`);
    }
  }

  return {
    async read(region, now) {
      const known = memory.get(region);
      if (known !== undefined && now < known.until) return known.settings;
      try {
        const isOwn = parameter?.region === region;
        const settings = isOwn ? await ofOwnRegion(parameter) : await fromTable(region);
        if (isOwn || settings !== undefined) memory.set(region, { settings, until: now + memoryTime });
        return settings;
      } catch (error) {
        warn(`the voice settings of ${region} cannot be read: ${wordsOf(error)}`);
        return known?.settings;
      }
    },
    async publish() {
      if (parameter === undefined) return;
      const settings = await parameter.read();
      const Item: Attributes = { ...keyOf(parameter.region), ...attributesOf(settings) };
      await inEitherRegion(clients, (client) =>
        client.send(new PutItemCommand({ TableName: tableName, Item })),
      );
    },
  };
}

/** Undefined where there is no Connect stack. Then nobody is called through the region. */
function attributesOf(settings: VoiceSettings | undefined): Attributes {
  const given = Object.entries(settings ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, { S: String(value) }]));
}

function keyOf(region: string): Attributes {
  return { pk: { S: `voice#${region}` }, sk: { S: 'current' } };
}
