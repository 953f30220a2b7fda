import type { UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import { reopenWithinMs } from '../../domain/escalation/resolve.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { bucketOf, fieldsOf, type IncidentRef, number, type TaskToken } from './incident-item.ts';

/** The data of a write that opens the next generation of a key. */
export interface Opening {
  readonly key: string;
  readonly incident: Incident;
  /** The time of the event that its source gave. An event without one is later than all that came before. */
  readonly eventAt: Instant | undefined;
  readonly now: Instant;
  readonly deadline: Instant;
}

/** The data of the write that a driver makes before it acts. */
export interface Claim extends IncidentRef {
  readonly epoch: number;
  readonly revision: number;
  readonly deadline: Instant;
  /** During an act other drivers wait until its deadline. A wait stores the token that wakes it. */
  readonly purpose:
    | { readonly kind: 'act' }
    | { readonly kind: 'decide' }
    | {
        readonly kind: 'wait';
        readonly token?: TaskToken | undefined;
        /** The driver waits for people or for a time, not for another driver's act. So it has made progress. */
        readonly isProgress: boolean;
      };
}

type Expressions = Pick<
  UpdateItemCommandInput,
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
> & { UpdateExpression: string };

/**
 * Opens an incident under a key that has none, or one that was resolved long ago, is archived, and is older than the
 * event.
 */
export function toOpen({ key, incident, eventAt, now, deadline }: Opening): Expressions {
  const { status, code, body } = fieldsOf(incident);
  return {
    UpdateExpression: `SET generation = if_not_exists(generation, :none) + :one, revision = if_not_exists(revision, :none) + :one,
      epoch = :one, #status = :status, code = :code, body = :body, deadline = :deadline, dueBucket = :bucket,
      lastEventAt = ${eventAt === undefined ? 'if_not_exists(lastEventAt, :none)' : ':eventAt'}, takeovers = :none, begun = :none, isArchived = :false
      REMOVE resolvedAt, busyUntil, #token, tokenRegion`,
    ConditionExpression: `attribute_not_exists(pk) OR
      (#status = :resolved AND resolvedAt < :longAgo AND ${eventAt === undefined ? '' : 'lastEventAt < :eventAt AND '}isArchived = :true)`,
    ExpressionAttributeNames: { '#status': 'status', '#token': 'token' },
    ExpressionAttributeValues: {
      ':none': number(0),
      ':one': number(1),
      ':status': { S: status },
      ':code': { S: code },
      ':body': { S: body },
      ':deadline': number(deadline),
      ':bucket': { S: bucketOf(key) },
      ...(eventAt === undefined ? {} : { ':eventAt': number(eventAt) }),
      ':longAgo': number(now - reopenWithinMs),
      ':resolved': { S: 'resolved' },
      ':true': { BOOL: true },
      ':false': { BOOL: false },
    },
  };
}

/** Claims an incident whose epoch and revision are those of the driver: nothing was written since it decided. */
export function toClaim({ key, generation, epoch, revision, deadline, purpose }: Claim): Expressions {
  const token = purpose.kind === 'wait' ? purpose.token : undefined;
  const sets = ['revision = revision + :one', 'deadline = :deadline', 'dueBucket = :bucket'];
  const isProgress = purpose.kind === 'wait' && purpose.isProgress;
  if (purpose.kind === 'act')
    sets.push('busyUntil = :deadline', 'begun = if_not_exists(begun, :none) + :one');
  if (isProgress) sets.push('takeovers = :none');
  if (token !== undefined) sets.push('#token = :token', 'tokenRegion = :region');
  return {
    UpdateExpression: `SET ${sets.join(', ')}${token === undefined ? ' REMOVE #token, tokenRegion' : ''}`,
    ConditionExpression: 'generation = :generation AND epoch = :epoch AND revision = :revision',
    ExpressionAttributeNames: { '#token': 'token' },
    ExpressionAttributeValues: {
      ':one': number(1),
      ':generation': number(generation),
      ':epoch': number(epoch),
      ':revision': number(revision),
      ':deadline': number(deadline),
      ':bucket': { S: bucketOf(key) },
      ...(isProgress || purpose.kind === 'act' ? { ':none': number(0) } : {}),
      ...(token === undefined ? {} : { ':token': { S: token.value }, ':region': { S: token.region } }),
    },
  };
}
