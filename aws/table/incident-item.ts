import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Incident, Status } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** Identifies an incident: the alarm's key, and the number of times that this alarm has opened an incident. */
export interface IncidentRef {
  readonly key: string;
  readonly generation: number;
}

/** An incident item: the control attributes that conditional writes check, and the incident itself as text. */
export interface IncidentItem extends IncidentRef {
  readonly status: Status;
  readonly code: string;
  /** Which driver may act. */
  readonly epoch: number;
  /** Each write adds one. */
  readonly revision: number;
  /** By when a driver must have acted. After it the guardian takes over. Undefined when nothing is left to do. */
  readonly deadline?: Instant | undefined;
  /** Until when a driver may be in the middle of an act. */
  readonly busyUntil?: Instant | undefined;
  /**
   * The newest time of the source that counted when the incident opened, reopened or was resolved. Only times of the same
   * source are compared with it; 0: its events had none.
   */
  readonly lastEventAt: Instant;
  readonly resolvedAt?: Instant | undefined;
  /** Takeovers since a driver last made progress. */
  readonly takeovers: number;
  /** Acts that drivers have begun since the last recorded one. Each of them may have killed its function. */
  readonly begun: number;
  readonly token?: TaskToken | undefined;
  /** The resolved generation is stored as an item of its own. */
  readonly isArchived: boolean;
  readonly body: string;
}

/** The handle that wakes the waiting execution, in the region where it runs. */
export interface TaskToken {
  readonly region: string;
  readonly value: string;
}

export type Attributes = Record<string, AttributeValue>;

/** The id of an incident, as people and executions use it. */
export function incidentIdOf({ key, generation }: IncidentRef): string {
  return `${key}-${generation}`;
}

/** The text of an incident item is not an incident, as after a wrong edit by hand. */
export class UnreadableIncident extends Error {
  override readonly name = 'UnreadableIncident';
}

/**
 * Reads the incident of an item. Throws `UnreadableIncident` when the text is none; the guardian then sends the bare
 * page.
 */
export function incidentOf({ key, body }: IncidentItem): Incident {
  const incident = parsed(body);
  const missing = isRecord(incident) ? missingParts(incident) : ['JSON'];
  if (missing.length === 0) return incident as unknown as Incident;
  throw new UnreadableIncident(`the incident ${key} cannot be read: it lacks ${missing.join(', ')}`);
}

/** The fields without which nobody can show or drive an incident. */
const lists = ['timeline', 'notices', 'paged', 'answers', 'tasks', 'promises', 'consents'] as const;
const records = ['route', 'policy', 'execution'] as const;

function missingParts(incident: Readonly<Record<string, unknown>>): readonly string[] {
  const { policy } = incident;
  return [
    ...lists.filter((name) => !Array.isArray(incident[name])),
    ...records.filter((name) => !isRecord(incident[name])),
    ...(isRecord(policy) && !Array.isArray(policy['steps']) ? ['policy.steps'] : []),
  ];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** The attributes that are copied from the incident. */
export function fieldsOf(incident: Incident): Pick<IncidentItem, 'status' | 'code' | 'resolvedAt' | 'body'> {
  const { status, code, resolvedAt } = incident;
  return { status, code, resolvedAt, body: JSON.stringify(incident) };
}

export function itemKey(key: string): Attributes {
  return { pk: { S: key }, sk: { S: 'head' } };
}

/**
 * The attributes of an incident item. The index `due` has the items with a deadline, in 16 buckets by the hash of the
 * key.
 */
export function attributesOf(item: IncidentItem): Attributes {
  return {
    ...itemKey(item.key),
    generation: number(item.generation),
    status: { S: item.status },
    code: { S: item.code },
    epoch: number(item.epoch),
    revision: number(item.revision),
    lastEventAt: number(item.lastEventAt),
    takeovers: number(item.takeovers),
    begun: number(item.begun),
    isArchived: { BOOL: item.isArchived },
    body: { S: item.body },
    ...(item.deadline === undefined
      ? {}
      : { deadline: number(item.deadline), dueBucket: { S: bucketOf(item.key) } }),
    ...(item.busyUntil === undefined ? {} : { busyUntil: number(item.busyUntil) }),
    ...(item.resolvedAt === undefined ? {} : { resolvedAt: number(item.resolvedAt) }),
    ...(item.token === undefined
      ? {}
      : { token: { S: item.token.value }, tokenRegion: { S: item.token.region } }),
  };
}

export function itemFrom(attributes: Attributes): IncidentItem {
  const value = attributes['token']?.S;
  const region = attributes['tokenRegion']?.S;
  return {
    key: text(attributes, 'pk'),
    generation: integer(attributes, 'generation'),
    status: text(attributes, 'status') as Status,
    code: text(attributes, 'code'),
    epoch: integer(attributes, 'epoch'),
    revision: integer(attributes, 'revision'),
    deadline: optionalInteger(attributes, 'deadline'),
    busyUntil: optionalInteger(attributes, 'busyUntil'),
    lastEventAt: integer(attributes, 'lastEventAt'),
    resolvedAt: optionalInteger(attributes, 'resolvedAt'),
    takeovers: optionalInteger(attributes, 'takeovers') ?? 0,
    begun: optionalInteger(attributes, 'begun') ?? 0,
    token: value === undefined || region === undefined ? undefined : { value, region },
    isArchived: attributes['isArchived']?.BOOL === true,
    body: text(attributes, 'body'),
  };
}

/** The bucket of the index `due`: the first hexadecimal digit of the key, 16 in all. */
export function bucketOf(key: string): string {
  return key.slice(0, 1);
}

export function number(value: number): AttributeValue {
  return { N: String(value) };
}

function text(attributes: Attributes, name: string): string {
  const value = attributes[name]?.S;
  if (value === undefined) throw new Error(`the item ${attributes['pk']?.S} has no text ${name}`);
  return value;
}

function integer(attributes: Attributes, name: string): number {
  const value = optionalInteger(attributes, name);
  if (value === undefined) throw new Error(`the item ${attributes['pk']?.S} has no number ${name}`);
  return value;
}

function optionalInteger(attributes: Attributes, name: string): number | undefined {
  const value = attributes[name]?.N;
  return value === undefined ? undefined : Number(value);
}
