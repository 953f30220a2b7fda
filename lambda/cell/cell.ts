import { readFileSync } from 'node:fs';
import type { ContactCenter } from '../../aws/connect/contact-center.ts';
import type { VoicePath } from '../../aws/connect/voice-path.ts';
import { type VoiceSettingsStore, voiceSettingsStore } from '../../aws/connect/voice-settings.ts';
import type { LinkKey } from '../../aws/link-key.ts';
import { objectStore } from '../../aws/object-store.ts';
import { type OrganizationStore, organizationStore } from '../../aws/organization-store.ts';
import type { BothRegions } from '../../aws/regions/both-regions.ts';
import type { SmsPath } from '../../aws/sms-path.ts';
import { type AlarmStore, alarmStore } from '../../aws/table/alarm-store.ts';
import { type CodeIndex, codeIndex } from '../../aws/table/code-index.ts';
import { type ConsentIndex, consentIndex } from '../../aws/table/consent-index.ts';
import { type CustomerCopies, customerCopies } from '../../aws/table/customer-copies.ts';
import { type FailedMessages, failedMessages } from '../../aws/table/failed-messages.ts';
import { type HandledMessages, handledMessages } from '../../aws/table/handled-messages.ts';
import { type HeldIncidents, heldIncidents } from '../../aws/table/held-incidents.ts';
import { type FiguresStore, figuresStore } from '../../aws/table/incident-figures.ts';
import { type IncidentHistory, incidentHistory } from '../../aws/table/incident-history.ts';
import { type IncidentTable, incidentTable } from '../../aws/table/incident-table.ts';
import { type OpenIncidents, openIncidents } from '../../aws/table/open-incidents.ts';
import { type PhoneLines, phoneLines } from '../../aws/table/phone-lines.ts';
import { type PhonePages, phonePages } from '../../aws/table/phone-pages.ts';
import { type SentTexts, sentTexts } from '../../aws/table/sent-texts.ts';
import { type StrangerMessages, strangerMessages } from '../../aws/table/stranger-messages.ts';
import { type TaskIndex, taskIndex } from '../../aws/table/task-index.ts';
import { type TestPages, testPages } from '../../aws/table/test-pages.ts';
import { tableClient } from '../../aws/table/writes.ts';
import { voiceParameter } from '../../aws/voice-parameter.ts';
import { type Executions, executions } from '../../aws/workflow/executions.ts';
import type { PagesWithoutTable } from '../../aws/workflow/pages-without-table.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Settings } from './environment.ts';
import { log } from './log.ts';

/** What the functions of a cell act with: stores, paths and settings. */
export interface Cell {
  readonly region: string;
  readonly incidents: IncidentTable;
  readonly openIncidents: OpenIncidents;
  readonly history: IncidentHistory;
  readonly figures: FiguresStore;
  readonly handled: HandledMessages;
  readonly failed: FailedMessages;
  readonly strangers: StrangerMessages;
  readonly alarms: AlarmStore;
  readonly codes: CodeIndex;
  readonly consents: ConsentIndex;
  readonly copies: CustomerCopies;
  readonly tasks: TaskIndex;
  readonly pages: PhonePages;
  readonly held: HeldIncidents;
  readonly texts: SentTexts;
  readonly tests: TestPages;
  readonly organization: OrganizationStore;
  readonly executions: Executions;
  /** Rejects, except in functions that send SMS: see `withSms`. */
  readonly sms: BothRegions<SmsPath>;
  readonly lines: PhoneLines;
  readonly voiceSettings: VoiceSettingsStore;
  /** Only in functions that send links to screens: see `withLinks`. */
  readonly links?: { readonly url: string; readonly key: LinkKey } | undefined;
  /** Only in functions that call people: see `withVoice`. */
  readonly voice?: BothRegions<VoicePath> | undefined;
  /** Only in functions with `voice`: the contact centers of the own region and of the other. */
  readonly contactCenter?: BothRegions<ContactCenter> | undefined;
  /** Only in functions that page without the table: see `withPagesWithoutTable`. */
  readonly pagesWithoutTable?: PagesWithoutTable | undefined;
  now(): Instant;
}

/** Builds the clients of a cell. A function's file calls it once, at its top. */
export function cellOf(settings: Settings): Cell {
  const { region, otherRegion, tableName, endpointUrl, voiceParameterName: name } = settings;
  const clients = { own: tableClient(region), other: tableClient(otherRegion) };
  const credentials = clients.own.config.credentials;
  const incidents = incidentTable(tableName, clients);
  return {
    region,
    incidents,
    openIncidents: openIncidents(tableName, clients),
    history: incidentHistory(tableName, clients),
    figures: figuresStore(tableName, clients),
    handled: handledMessages(tableName, clients),
    failed: failedMessages(tableName, clients),
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
    organization: organizationStore({
      tableName,
      clients,
      objects: {
        own: objectStore({ region, name: settings.organizationBucket, endpointUrl }, credentials),
        other: objectStore(
          { region: otherRegion, name: settings.otherOrganizationBucket, endpointUrl },
          credentials,
        ),
      },
      bundled: readFileSync(new URL('./organization.json', import.meta.url), 'utf8'),
      warn: (message) => log.warn(message),
    }),
    executions: executions({
      own: { region, stateMachineArn: settings.stateMachineArn },
      other: { region: otherRegion, stateMachineArn: settings.otherStateMachineArn },
    }),
    sms: { own: sendsNoSms(region), other: sendsNoSms(otherRegion) },
    lines: phoneLines(tableName, clients),
    voiceSettings: voiceSettingsStore(
      tableName,
      clients,
      (message) => log.warn(message),
      name === undefined ? undefined : voiceParameter({ region, name, endpointUrl }, credentials),
    ),
    now: () => Date.now(),
  };
}

function sendsNoSms(region: string): SmsPath {
  return { region, send: () => Promise.reject(new Error('this function sends no SMS')) };
}
