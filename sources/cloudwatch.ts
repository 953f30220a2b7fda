import type { Alarm, AlarmWarning } from '../domain/alarm/alarm.ts';
import type { Instant } from '../domain/time/instant.ts';
import { hashOf } from './alarm-key.ts';
import { type StateChange, stateChangeIn } from './cloudwatch-state-change.ts';
import { cut, objectIn } from './raw-event.ts';

/** What a message of CloudWatch comes to: an alarm of ours, or nothing that anybody need hear of. */
export type CloudWatchReading =
  | { readonly kind: 'alarm'; readonly alarm: Alarm }
  | { readonly kind: 'nothing'; readonly why: string };

/** Where a message came in. */
export interface CloudWatchArrival {
  readonly now: Instant;
  /** Names the delivery: what cannot be read has no other name. */
  readonly deliveryId: string;
  /** Who sent it, as people know it: an integration, a topic. */
  readonly from: string;
  /** The topic that it came over, which is in the alarm's own region. */
  readonly topicArn?: string | undefined;
  /** What the topic's message has as its subject. */
  readonly subject?: string | undefined;
  /** What an alarm without data is. */
  readonly insufficientData?: 'ignore' | 'firing' | undefined;
}

/**
 * Reads what CloudWatch says of an alarm. Never fails: what is no change of an alarm's state pages as "unreadable alarm".
 *
 * The alarm's ARN is its key and ARN, state and time of the change name the event, so that one change is one event,
 * however many ways it comes. OK resolves, also from INSUFFICIENT_DATA, and so a new alarm's first OK opens nothing.
 */
export function readCloudWatch(body: string, arrival: CloudWatchArrival): CloudWatchReading {
  const message = objectIn(body);
  const change = message === undefined ? undefined : stateChangeIn(message);
  if (change === undefined) return { kind: 'alarm', alarm: unreadable(body, arrival) };
  const { state, suppressedBy } = change;
  if (state === 'INSUFFICIENT_DATA' && arrival.insufficientData !== 'firing') {
    return { kind: 'nothing', why: 'INSUFFICIENT_DATA is ignored, as the organization wants' };
  }
  if (state !== 'OK' && suppressedBy !== undefined) {
    return { kind: 'nothing', why: `the alarm's actions are suppressed by ${suppressedBy}` };
  }
  const alarm = alarmOf(change, body, arrival);
  if (change.isUnasked && alarm.alarmName?.startsWith(scalingAlarms)) {
    return { kind: 'nothing', why: 'an alarm of Auto Scaling steers scaling, and is none for people' };
  }
  return { kind: 'alarm', alarm };
}

/** How Auto Scaling names its own. EventBridge tells of all alarms; over other ways somebody sends them on purpose. */
const scalingAlarms = 'TargetTracking-';

function alarmOf(change: StateChange, body: string, arrival: CloudWatchArrival): Alarm {
  const { state, changedAt = arrival.now } = change;
  const identity = identityOf(change, arrival);
  const { raw, warnings } = cut(body);
  return {
    ...{ source: 'cloudwatch', dedupKey: identity.key },
    eventId:
      change.changedAt === undefined
        ? arrival.deliveryId
        : hashOf(`${identity.key} ${state} ${changedAt}`).slice(0, eventIdLength),
    state: state === 'OK' ? 'resolved' : 'firing',
    occurredAt: Math.min(arrival.now, changedAt),
    summary: summaryOf(change, identity.alarmName),
    account: identity.account,
    region: identity.region,
    alarmName: identity.alarmName,
    labels: change.dimensions,
    raw,
    warnings: [...warnings, ...(change.changedAt === undefined ? [withoutTime] : [])],
  };
}

/** Hexadecimal digits: a name of 255 characters and more would be too long for the table's key. */
const eventIdLength = 32;

const withoutTime: AlarmWarning = {
  place: 'StateChangeTime',
  message: 'the time of the change cannot be read: it counts as of now',
};

interface Identity {
  readonly key: string;
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly alarmName: string;
}

/** `arn:aws:cloudwatch:eu-west-1:123456789012:alarm:name`, where a name may have colons of its own. */
const alarmArn = /^arn:[\w-]+:cloudwatch:([\w-]+):(\d{12}):alarm:(.+)$/s;

/** What the ARN says goes before all else: the `Region` of a message is a name for people. */
function identityOf(change: StateChange, arrival: CloudWatchArrival): Identity {
  const arn = change.arn ?? builtArn(change, arrival);
  const [, region, account = change.account, alarmName = change.alarmName ?? 'without a name'] =
    alarmArn.exec(arn ?? '') ?? [];
  const key = arn ?? `${account ?? 'unknown account'}: ${alarmName}`;
  return { key, account, region, alarmName };
}

/** Old alarms do not say their ARN; but they, and what they act on, are in one region. */
function builtArn({ account, alarmName, actions }: StateChange, { topicArn }: CloudWatchArrival) {
  const neighbour = [topicArn, ...actions].find((arn) => arn !== undefined && regionalArn.test(arn));
  const [, partition, region] = regionalArn.exec(neighbour ?? '') ?? [];
  if (region === undefined || account === undefined || alarmName === undefined) return undefined;
  return `arn:${partition}:cloudwatch:${region}:${account}:alarm:${alarmName}`;
}

const regionalArn = /^arn:([\w-]+):(?:sns|lambda):([\w-]+):/;

function summaryOf({ state, description, reason }: StateChange, alarmName: string): string {
  const isSilent = state === 'INSUFFICIENT_DATA';
  const what = isSilent ? 'no data' : (description ?? reason);
  return what === undefined ? alarmName : `${alarmName}: ${what}`;
}

function unreadable(body: string, { now, deliveryId, from, subject }: CloudWatchArrival): Alarm {
  const { raw, warnings } = cut(body);
  const message = 'unreadable alarm: the message tells of no change of an alarm of CloudWatch';
  return {
    source: 'cloudwatch',
    dedupKey: `unreadable from ${from}: ${hashOf(body)}`,
    eventId: deliveryId,
    state: 'firing',
    occurredAt: now,
    summary: `unreadable alarm from ${from}${subject === undefined ? '' : `: ${subject}`}`,
    raw,
    warnings: [{ place: 'body', message }, ...warnings],
  };
}
