import type { Alarm, AlarmWarning } from '../domain/alarm/alarm.ts';
import type { Instant } from '../domain/time/instant.ts';
import { type StateChange, stateChangeIn } from './cloudwatch-state-change.ts';
import { withoutAddresses } from './details.ts';
import { cut, hashOf, objectIn } from './raw-event.ts';

/** What a message of CloudWatch means: an alarm, or nothing that anybody needs to hear of. */
export type CloudWatchReading =
  | { readonly kind: 'alarm'; readonly alarm: Alarm }
  | { readonly kind: 'nothing'; readonly why: string };

/** How a message arrived. */
export interface CloudWatchArrival {
  readonly now: Instant;
  /** Identifies the delivery. An unreadable message has no other id. */
  readonly deliveryId: string;
  /** The name of the sender for people: an integration or a topic. */
  readonly from: string;
  /** The topic that delivered it, in the alarm's own region. */
  readonly topicArn?: string | undefined;
  /** The subject of the topic's message. */
  readonly subject?: string | undefined;
  /** How an alarm without data counts. */
  readonly insufficientData?: 'ignore' | 'firing' | undefined;
}

/**
 * Reads a message of CloudWatch about an alarm. It never fails: a message that is no change of state pages as "unreadable
 * alarm".
 *
 * The alarm's ARN is its key; of an alarm over many resources, together with the contributor that changed. Key, state and
 * time of the change identify the event, so that a change that arrives by several routes is one event. OK resolves, also after INSUFFICIENT_DATA, so the first OK of a new alarm opens nothing.
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
  if (state !== 'OK' && change.isMuted) {
    return { kind: 'nothing', why: 'a mute rule keeps the alarm quiet' };
  }
  if (state !== 'OK' && change.isUnasked && !change.hasActions) {
    return { kind: 'nothing', why: 'the actions of the alarm are switched off' };
  }
  const alarm = alarmOf(change, body, arrival);
  if (change.isUnasked && alarm.alarmName?.startsWith(scalingAlarms)) {
    return { kind: 'nothing', why: 'an alarm of Auto Scaling steers scaling, and is none for people' };
  }
  return { kind: 'alarm', alarm };
}

/** The names of Auto Scaling's own alarms. EventBridge reports all alarms. By any other route, somebody sent them on purpose. */
const scalingAlarms = 'TargetTracking-';

function alarmOf(change: StateChange, body: string, arrival: CloudWatchArrival): Alarm {
  const { state, changedAt = arrival.now } = change;
  const identity = identityOf(change, arrival);
  const { raw, warnings } = cut(body);
  const { text, links } = withoutAddresses(summaryOf(change, identity.alarmName));
  return {
    ...{ source: 'cloudwatch', dedupKey: identity.key, contributor: change.contributor?.id },
    eventId:
      change.changedAt === undefined
        ? arrival.deliveryId
        : hashOf(`${identity.key} ${change.contributor?.id ?? ''} ${state} ${changedAt}`).slice(
            0,
            eventIdLength,
          ),
    state: state === 'OK' ? 'resolved' : 'firing',
    occurredAt: changedAt,
    ...(change.changedAt === undefined ? { isTimedHere: true } : {}),
    summary: text === '' ? identity.alarmName : text,
    links,
    account: identity.account,
    region: identity.region,
    alarmName: identity.alarmName,
    labels: { ...change.dimensions, ...change.contributor?.attributes },
    raw,
    warnings: [...warnings, ...(change.changedAt === undefined ? [withoutTime] : [])],
  };
}

/** Hexadecimal digits. A name of 255 characters would be too long for the table's key. */
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

/** The ARN takes precedence, because the `Region` of a message is a name for people. */
function identityOf(change: StateChange, arrival: CloudWatchArrival): Identity {
  const arn = change.arn ?? builtArn(change, arrival);
  const [, region, account = change.account, alarmName = change.alarmName ?? 'without a name'] =
    alarmArn.exec(arn ?? '') ?? [];
  const key = arn ?? `${account ?? 'unknown account'}: ${alarmName}`;
  return { key, account, region, alarmName };
}

/** Old alarms do not have their ARN, but their actions are in the same region. */
function builtArn({ account, alarmName, actions }: StateChange, { topicArn }: CloudWatchArrival) {
  const neighbour = [topicArn, ...actions].find((arn) => arn !== undefined && regionalArn.test(arn));
  const [, partition, region] = regionalArn.exec(neighbour ?? '') ?? [];
  if (region === undefined || account === undefined || alarmName === undefined) return undefined;
  return `arn:${partition}:cloudwatch:${region}:${account}:alarm:${alarmName}`;
}

const regionalArn = /^arn:([\w-]+):(?:sns|lambda):([\w-]+):/;

/** The part of the alarm comes first: of two pages about one alarm, it is the only difference. */
function summaryOf({ state, description, reason, contributor }: StateChange, alarmName: string): string {
  const isSilent = state === 'INSUFFICIENT_DATA';
  const what = isSilent ? 'no data' : (description ?? reason);
  const part = Object.values(contributor?.attributes ?? {}).join(' ');
  const name = part === '' ? alarmName : `${alarmName} ${part}`;
  return what === undefined ? name : `${name}: ${what}`;
}

function unreadable(body: string, { now, deliveryId, from, subject }: CloudWatchArrival): Alarm {
  const { raw, warnings } = cut(body);
  const message = 'unreadable alarm: the message tells of no change of an alarm of CloudWatch';
  return {
    source: 'cloudwatch',
    dedupKey: `unreadable from ${from}: ${hashOf(body)}`,
    eventId: deliveryId,
    state: 'firing',
    ...{ occurredAt: now, isTimedHere: true },
    summary: `unreadable alarm from ${from}${subject === undefined ? '' : `: ${subject}`}`,
    raw,
    unreadable: message,
    warnings: [{ place: 'body', message }, ...warnings],
  };
}
