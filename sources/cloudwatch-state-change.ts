import type { Instant } from '../domain/time/instant.ts';
import { asObject } from './raw-event.ts';

/** One change of a CloudWatch alarm's state, whatever its route and form. */
export interface StateChange {
  /** The ARN in the message. Old alarms have none. */
  readonly arn: string | undefined;
  readonly account: string | undefined;
  readonly alarmName: string | undefined;
  readonly description: string | undefined;
  readonly reason: string | undefined;
  readonly state: 'ALARM' | 'OK' | 'INSUFFICIENT_DATA';
  readonly changedAt: Instant | undefined;
  /** The alarm that suppresses this one's actions. Only events and alarm actions say so, never SNS. */
  readonly suppressedBy: string | undefined;
  /** Whether a mute rule of CloudWatch keeps this alarm quiet now. */
  readonly isMuted: boolean;
  /** Whether the alarm may act. False: its owner has switched its actions off. */
  readonly hasActions: boolean;
  /** Whether nobody asked for it: EventBridge reports every alarm of the account. */
  readonly isUnasked: boolean;
  /** The part of the alarm that changed: one of the resources of an alarm over many. */
  readonly contributor: Contributor | undefined;
  readonly dimensions: Readonly<Record<string, string>>;
  /** The ARNs of the alarm's actions, in its own region. */
  readonly actions: readonly string[];
}

/** One of the resources that an alarm of CloudWatch watches, such as a host. */
export interface Contributor {
  readonly id: string;
  /** What tells it from the others: `{ InstanceId: 'i-0aaa' }`. */
  readonly attributes: Readonly<Record<string, string>>;
}

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads each form in which CloudWatch reports an alarm: the message of an SNS topic, the event of EventBridge, and the event
 * of an alarm action. Undefined for anything else.
 *
 * Source: CloudWatch user guide, "Alarm events and EventBridge", "Notifying users on alarm changes" and "Invoking a
 * Lambda function from an alarm".
 */
export function stateChangeIn(message: Members): StateChange | undefined {
  const change = asObject(message['alarmData'])
    ? fromAction(message)
    : asObject(message['detail'])
      ? fromEvent(message)
      : fromTopic(message);
  return change.arn === undefined && change.alarmName === undefined ? undefined : withState(change);
}

type Unchecked = Omit<StateChange, 'state'> & { readonly state: string | undefined };

function withState(change: Unchecked): StateChange | undefined {
  const { state } = change;
  return state === 'ALARM' || state === 'OK' || state === 'INSUFFICIENT_DATA'
    ? { ...change, state }
    : undefined;
}

function fromTopic(message: Members): Unchecked {
  const trigger = asObject(message['Trigger']) ?? {};
  return {
    arn: text(message['AlarmArn']),
    account: text(message['AWSAccountId']),
    alarmName: text(message['AlarmName']),
    description: text(message['AlarmDescription']),
    reason: text(message['NewStateReason']),
    state: text(message['NewStateValue']),
    changedAt: instant(message['StateChangeTime']),
    suppressedBy: undefined,
    isMuted: false,
    hasActions: true,
    isUnasked: false,
    contributor: contributorOf(message['AlarmContributorId'], message['AlarmContributorAttributes']),
    dimensions: dimensionsOf([trigger['Dimensions'], ...metricsOf(trigger['Metrics'], 'MetricStat')]),
    actions: ['AlarmActions', 'OKActions', 'InsufficientDataActions'].flatMap((name) => texts(message[name])),
  };
}

function fromEvent(event: Members): Unchecked {
  const { arn, account } = { arn: texts(event['resources'])[0], account: text(event['account']) };
  return fromDetail(asObject(event['detail']) ?? {}, { arn, account, isUnasked: true });
}

function fromAction(event: Members): Unchecked {
  const { arn, account } = { arn: text(event['alarmArn']), account: text(event['accountId']) };
  return fromDetail(asObject(event['alarmData']) ?? {}, { arn, account, isUnasked: false });
}

/** Events and alarm actions describe the alarm in the same form. */
function fromDetail(detail: Members, from: Pick<StateChange, 'account' | 'arn' | 'isUnasked'>): Unchecked {
  const state = asObject(detail['state']) ?? {};
  const configuration = asObject(detail['configuration']) ?? {};
  const contributor = asObject(detail['alarmContributor']) ?? {};
  return {
    ...from,
    alarmName: text(detail['alarmName']),
    description: text(configuration['description']),
    reason: text(state['reason']),
    state: text(state['value']),
    changedAt: instant(state['timestamp']),
    suppressedBy: text(state['actionsSuppressedBy']),
    isMuted: [detail, state].some((part) => asObject(part['muteDetail']) !== undefined),
    hasActions: configuration['actionsEnabled'] !== false,
    contributor: contributorOf(contributor['id'], contributor['attributes']),
    dimensions: dimensionsOf(metricsOf(configuration['metrics'], 'metricStat')),
    actions: [],
  };
}

/** Texts alone tell one resource from another. */
function contributorOf(id: unknown, attributes: unknown): Contributor | undefined {
  const name = text(id);
  return name === undefined ? undefined : { id: name, attributes: dimensionsOf([attributes]) };
}

/** The dimensions of each metric of a metric-math alarm. */
function metricsOf(metrics: unknown, stat: 'MetricStat' | 'metricStat'): unknown[] {
  if (!Array.isArray(metrics)) return [];
  const names =
    stat === 'MetricStat' ? (['Metric', 'Dimensions'] as const) : (['metric', 'dimensions'] as const);
  return metrics.map((metric) => asObject(asObject(asObject(metric)?.[stat])?.[names[0]])?.[names[1]]);
}

/** From lists of `{ name, value }` or `{ Name, Value }`, and from objects. If a name comes twice, the first counts. */
function dimensionsOf(given: readonly unknown[]): Readonly<Record<string, string>> {
  const pairs = given.flatMap((dimensions) =>
    Array.isArray(dimensions) ? dimensions.map(pairOf) : Object.entries(asObject(dimensions) ?? {}),
  );
  return Object.fromEntries(
    pairs.filter((pair): pair is [string, string] => pair.every((one) => typeof one === 'string')).reverse(),
  );
}

function pairOf(dimension: unknown): [unknown, unknown] {
  const { name, Name, value, Value } = asObject(dimension) ?? {};
  return [name ?? Name, value ?? Value];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** CloudWatch writes the offset without a colon: `2026-02-02T12:06:35.472+0000`. */
function instant(value: unknown): Instant | undefined {
  const at = Date.parse((text(value) ?? '').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? undefined : at;
}
