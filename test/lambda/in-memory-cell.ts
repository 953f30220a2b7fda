import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { ContactCenter, ContactTask } from '../../aws/connect/contact-center.ts';
import type { Call, VoicePath } from '../../aws/connect/voice-path.ts';
import { voiceSettingsStore } from '../../aws/connect/voice-settings.ts';
import type { BothRegions } from '../../aws/regions/both-regions.ts';
import type { Sms, SmsPath } from '../../aws/sms-path.ts';
import { alarmStore } from '../../aws/table/alarm-store.ts';
import { codeIndex } from '../../aws/table/code-index.ts';
import { consentIndex } from '../../aws/table/consent-index.ts';
import { customerCopies } from '../../aws/table/customer-copies.ts';
import { failedMessages } from '../../aws/table/failed-messages.ts';
import { handledMessages } from '../../aws/table/handled-messages.ts';
import { heldIncidents } from '../../aws/table/held-incidents.ts';
import { figuresStore } from '../../aws/table/incident-figures.ts';
import { incidentHistory } from '../../aws/table/incident-history.ts';
import { attributesOf, fieldsOf, type IncidentItem, type TaskToken } from '../../aws/table/incident-item.ts';
import { incidentTable } from '../../aws/table/incident-table.ts';
import { openIncidents } from '../../aws/table/open-incidents.ts';
import { phoneLines } from '../../aws/table/phone-lines.ts';
import { phonePages } from '../../aws/table/phone-pages.ts';
import { sentTexts } from '../../aws/table/sent-texts.ts';
import { strangerMessages } from '../../aws/table/stranger-messages.ts';
import { taskIndex } from '../../aws/table/task-index.ts';
import { testPages } from '../../aws/table/test-pages.ts';
import type { Run } from '../../aws/workflow/executions.ts';
import type { Turn } from '../../domain/escalation/decide.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../../lambda/cell/cell.ts';
import { opened, tenPastThree } from '../domain/an-incident.ts';
import { exampleOrganization } from '../domain/example-organization.ts';
import { type Command, type InMemoryTable, inMemoryTable } from './in-memory-table.ts';

/** Something that a cell asks of the outside. */
export interface OutsideCall {
  readonly service: 'table' | 'sms' | 'voice' | 'tasks' | 'workflow';
  readonly region: string;
  /** As the SDK names it: `UpdateItem`; of the others: `send`, `call`, `ask`, `withdraw`, `start`, `wake`. */
  readonly operation: string;
  /** Of an SMS and a call: the phone. */
  readonly to?: string;
  /** Whether it changes something, or somebody hears of it. */
  readonly isWrite: boolean;
}

/** Stands between a cell and the outside: carries a call out now, later, twice or never. */
export type Gate = <T>(call: OutsideCall, carryOut: () => T) => Promise<T>;

/** All that there is outside of both cells. */
export interface Outside {
  readonly table: InMemoryTable;
  readonly sms: (Sms & { readonly region: string; readonly at: Instant })[];
  readonly calls: (Call & { readonly region: string })[];
  readonly tasks: (ContactTask & { readonly region: string })[];
  readonly started: Run[];
  readonly woken: { readonly token: TaskToken; readonly turn: Turn }[];
}

export function outside(): Outside {
  return { table: inMemoryTable(), sms: [], calls: [], tasks: [], started: [], woken: [] };
}

export interface InMemoryCellOptions {
  readonly outside?: Outside;
  /** @default - each call is carried out at once */
  readonly gate?: Gate;
  readonly now?: () => Instant;
  readonly organization?: Organization;
  /** What is to be different. */
  readonly parts?: Partial<Cell>;
}

const regions = { own: 'eu-central-1', other: 'eu-west-2' } as const;

const usual = exampleOrganization();

const atOnce: Gate = async (_call, carryOut) => carryOut();

/** A cell in memory: its stores are the product's own, on a table that is a map. */
export function inMemoryCell({
  outside: world = outside(),
  gate = atOnce,
  now = () => tenPastThree,
  organization = usual,
  parts = {},
}: InMemoryCellOptions = {}): Cell & { readonly outside: Outside } {
  const both = <T>(of: (region: string) => T): BothRegions<T> => ({
    own: of(regions.own),
    other: of(regions.other),
  });
  const clients = both((region) => tableClientOf(world, region, gate));
  const incidents = incidentTable(tableName, clients);
  return {
    region: regions.own,
    incidents,
    openIncidents: openIncidents(tableName, clients),
    history: incidentHistory(tableName, clients),
    handled: handledMessages(tableName, clients),
    failed: failedMessages(tableName, clients),
    figures: figuresStore(tableName, clients),
    strangers: strangerMessages(tableName, clients),
    alarms: alarmStore(tableName, clients),
    codes: codeIndex(tableName, clients, incidents),
    consents: consentIndex(tableName, clients),
    copies: customerCopies(tableName, clients),
    tasks: taskIndex(tableName, clients),
    pages: phonePages(tableName, clients),
    held: heldIncidents(tableName, clients),
    texts: sentTexts(tableName, clients),
    tests: testPages(tableName, clients),
    lines: phoneLines(tableName, clients),
    voiceSettings: voiceSettingsStore(tableName, clients, () => undefined),
    organization: {
      read: async () => ({ organization, from: 'memory' }),
      publish: async () => undefined,
    },
    executions: {
      start: (run) =>
        gate(
          { service: 'workflow', region: regions.own, operation: 'start', isWrite: true },
          () => void world.started.push(run),
        ),
      wake: (token, turn) =>
        gate(
          { service: 'workflow', region: token.region, operation: 'wake', isWrite: true },
          () => void world.woken.push({ token, turn }),
        ),
    },
    sms: both((region) => smsOf(world, region, gate, now)),
    voice: both((region) => voiceOf(world, region, gate)),
    contactCenter: both((region) => contactCenterOf(world, region, gate)),
    now,
    ...parts,
    outside: world,
  };
}

const tableName = 'permanence-incidents';

/** All that the stores use of a client is `send`. */
function tableClientOf({ table }: Outside, region: string, gate: Gate): DynamoDBClient {
  const send = (command: Command) => {
    const operation = command.constructor.name.replace('Command', '');
    const isWrite = operation === 'PutItem' || operation === 'UpdateItem';
    return gate({ service: 'table', region, operation, isWrite }, () => table.execute(command));
  };
  return { send } as unknown as DynamoDBClient;
}

function smsOf({ sms }: Outside, region: string, gate: Gate, now: () => Instant): SmsPath {
  return {
    region,
    send: (message) =>
      gate({ service: 'sms', region, operation: 'send', to: message.to, isWrite: true }, () => ({
        messageId: String(sms.push({ ...message, region, at: now() })),
      })),
  };
}

function voiceOf({ calls }: Outside, region: string, gate: Gate): VoicePath {
  return {
    region,
    prepare: async () => undefined,
    call: (call) =>
      gate({ service: 'voice', region, operation: 'call', to: call.to, isWrite: true }, () => ({
        contactId: `${region}-${calls.push({ ...call, region })}`,
      })),
  };
}

function contactCenterOf({ tasks }: Outside, region: string, gate: Gate): ContactCenter {
  return {
    region,
    prepare: async () => undefined,
    ask: (task) =>
      gate({ service: 'tasks', region, operation: 'ask', isWrite: true }, () => ({
        contactId: `task-${region}-${tasks.push({ ...task, region })}`,
      })),
    withdraw: () => gate({ service: 'tasks', region, operation: 'withdraw', isWrite: true }, () => undefined),
  };
}

/** The item of an incident that was just opened. */
export function itemOf(incident: Incident = opened()): IncidentItem {
  return {
    ...{ key: 'abc', generation: 1, epoch: 1, revision: 1, takeovers: 0, begun: 0 },
    ...{ isArchived: false, lastEventAt: tenPastThree },
    ...fieldsOf(incident),
  };
}

/** Puts an incident into the table, as it stands. */
export function stored(world: Outside, item: IncidentItem = itemOf()): void {
  world.table.put(attributesOf(item));
}
