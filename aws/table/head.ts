import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Incident, Status } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** Which incident: the alarm's key and how-manieth incident of it. */
export interface IncidentRef {
  readonly key: string;
  readonly generation: number;
}

/** An incident as it stands in the table: what the conditions of writes look at, and the incident itself as text. */
export interface Head extends IncidentRef {
  readonly status: Status;
  readonly code: string;
  /** Which driver may act. */
  readonly epoch: number;
  /** Raised by each write. */
  readonly revision: number;
  /** By when a driver must have acted; the guardian takes over after it. Absent once all is said. */
  readonly deadline?: Instant | undefined;
  /** A driver is in the middle of an act until then. */
  readonly busyUntil?: Instant | undefined;
  /** The occurrence of the last event that opened, reopened or resolved it. */
  readonly lastEventAt: Instant;
  readonly resolvedAt?: Instant | undefined;
  /** Takeovers since a driver last made progress. */
  readonly takeovers: number;
  /** Acts that drivers have begun since one was last recorded: each may have killed its function. */
  readonly begun: number;
  readonly token?: TaskToken | undefined;
  /** Its resolved generation stands as an item of its own. */
  readonly isArchived: boolean;
  readonly body: string;
}

/** The handle that wakes the waiting execution, in the region where it runs. */
export interface TaskToken {
  readonly region: string;
  readonly value: string;
}

export type Item = Record<string, AttributeValue>;

/** People and executions name an incident by it. */
export function incidentIdOf({ key, generation }: IncidentRef): string {
  return `${key}-${generation}`;
}

/** The incident of a head. Throws when the text is none: the guardian then pages without it. */
export function incidentOf(head: Head): Incident {
  return JSON.parse(head.body) as Incident;
}

/** The attributes that follow from the incident itself. */
export function fieldsOf(incident: Incident): Pick<Head, 'status' | 'code' | 'resolvedAt' | 'body'> {
  const { status, code, resolvedAt } = incident;
  return { status, code, resolvedAt, body: JSON.stringify(incident) };
}

export function headKey(key: string): Item {
  return { pk: { S: key }, sk: { S: 'head' } };
}

/** The item of a head. The index `due` holds it as long as it has a deadline, spread over 16 buckets by its hash. */
export function headToItem(head: Head): Item {
  return {
    ...headKey(head.key),
    generation: number(head.generation),
    status: { S: head.status },
    code: { S: head.code },
    epoch: number(head.epoch),
    revision: number(head.revision),
    lastEventAt: number(head.lastEventAt),
    takeovers: number(head.takeovers),
    begun: number(head.begun),
    isArchived: { BOOL: head.isArchived },
    body: { S: head.body },
    ...(head.deadline === undefined
      ? {}
      : { deadline: number(head.deadline), dueBucket: { S: bucketOf(head.key) } }),
    ...(head.busyUntil === undefined ? {} : { busyUntil: number(head.busyUntil) }),
    ...(head.resolvedAt === undefined ? {} : { resolvedAt: number(head.resolvedAt) }),
    ...(head.token === undefined
      ? {}
      : { token: { S: head.token.value }, tokenRegion: { S: head.token.region } }),
  };
}

export function headFromItem(item: Item): Head {
  const value = item['token']?.S;
  const region = item['tokenRegion']?.S;
  return {
    key: text(item, 'pk'),
    generation: integer(item, 'generation'),
    status: text(item, 'status') as Status,
    code: text(item, 'code'),
    epoch: integer(item, 'epoch'),
    revision: integer(item, 'revision'),
    deadline: optionalInteger(item, 'deadline'),
    busyUntil: optionalInteger(item, 'busyUntil'),
    lastEventAt: integer(item, 'lastEventAt'),
    resolvedAt: optionalInteger(item, 'resolvedAt'),
    takeovers: optionalInteger(item, 'takeovers') ?? 0,
    begun: optionalInteger(item, 'begun') ?? 0,
    token: value === undefined || region === undefined ? undefined : { value, region },
    isArchived: item['isArchived']?.BOOL === true,
    body: text(item, 'body'),
  };
}

/** The bucket of the index `due`: the first hexadecimal digit of the key, 16 in all. */
export function bucketOf(key: string): string {
  return key.slice(0, 1);
}

export function number(value: number): AttributeValue {
  return { N: String(value) };
}

function text(item: Item, name: string): string {
  const value = item[name]?.S;
  if (value === undefined) throw new Error(`the item ${item['pk']?.S} has no text ${name}`);
  return value;
}

function integer(item: Item, name: string): number {
  const value = optionalInteger(item, name);
  if (value === undefined) throw new Error(`the item ${item['pk']?.S} has no number ${name}`);
  return value;
}

function optionalInteger(item: Item, name: string): number | undefined {
  const value = item[name]?.N;
  return value === undefined ? undefined : Number(value);
}
