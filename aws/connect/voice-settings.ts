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

/** What the own region's Connect stack says of itself: see aws/voice-parameter.ts. */
export interface VoiceParameter {
  readonly region: string;
  /** Undefined where no Connect stack is deployed. Rejects when nobody answers. */
  read(): Promise<VoiceSettings | undefined>;
}

/** How a cell knows how to call through its own region, and through the other: see docs/adr/0007 and 0010. */
export interface VoiceSettingsStore {
  /**
   * How to call through a region; undefined where no Connect stack is deployed, or nobody knows of one. Never rejects: what
   * was read before holds until it can be read again.
   */
  read(region: string, now: Instant): Promise<VoiceSettings | undefined>;
  /** Tells the other cell what the own region's Connect stack says of itself. Rejects when it cannot be read or written. */
  publish(): Promise<void>;
}

const memoryTime = 60_000;

/**
 * The settings of the regions, one item each in the incident table. The own region's are also in the parameter that its
 * Connect stack writes: that one counts, and needs no table. The functions that call nobody have no parameter.
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

  /** Both are asked at once, so that a silent Parameter Store makes nobody wait for longer than a silent table does. */
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

/** None of them where there is no Connect stack: then nobody calls through the region. */
function attributesOf(settings: VoiceSettings | undefined): Attributes {
  const given = Object.entries(settings ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, { S: String(value) }]));
}

function keyOf(region: string): Attributes {
  return { pk: { S: `voice#${region}` }, sk: { S: 'current' } };
}
