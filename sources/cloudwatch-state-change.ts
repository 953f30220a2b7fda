import type { Instant } from '../domain/time/instant.ts';
import { asObject } from './raw-event.ts';

/** One change of state of a CloudWatch alarm, whichever way it came and whatever form it had. */
export interface StateChange {
  /** What the message itself says; old alarms say none. */
  readonly arn: string | undefined;
  readonly account: string | undefined;
  readonly alarmName: string | undefined;
  readonly description: string | undefined;
  readonly reason: string | undefined;
  readonly state: 'ALARM' | 'OK' | 'INSUFFICIENT_DATA';
  readonly changedAt: Instant | undefined;
  /** Another alarm keeps this one's actions back. Only events and alarm actions say so: SNS is never told. */
  readonly suppressedBy: string | undefined;
  /** EventBridge tells of every alarm, whether or not somebody wants to hear of it. */
  readonly isUnasked: boolean;
  readonly dimensions: Readonly<Record<string, string>>;
  /** What the alarm acts on, in its own region. */
  readonly actions: readonly string[];
}

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads each form in which CloudWatch tells of an alarm: the message of an SNS topic, the event of EventBridge, and the
 * event of an alarm action. Undefined for what is none of them.
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
    isUnasked: false,
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

/** Events and alarm actions tell of the alarm in the same words. */
function fromDetail(detail: Members, from: Pick<StateChange, 'account' | 'arn' | 'isUnasked'>): Unchecked {
  const state = asObject(detail['state']) ?? {};
  const configuration = asObject(detail['configuration']) ?? {};
  return {
    ...from,
    alarmName: text(detail['alarmName']),
    description: text(configuration['description']),
    reason: text(state['reason']),
    state: text(state['value']),
    changedAt: instant(state['timestamp']),
    suppressedBy: text(state['actionsSuppressedBy']),
    dimensions: dimensionsOf(metricsOf(configuration['metrics'], 'metricStat')),
    actions: [],
  };
}

/** The dimensions of each metric of a metric-math alarm. */
function metricsOf(metrics: unknown, stat: 'MetricStat' | 'metricStat'): unknown[] {
  if (!Array.isArray(metrics)) return [];
  const names =
    stat === 'MetricStat' ? (['Metric', 'Dimensions'] as const) : (['metric', 'dimensions'] as const);
  return metrics.map((metric) => asObject(asObject(asObject(metric)?.[stat])?.[names[0]])?.[names[1]]);
}

/** From lists of `{ name, value }` or `{ Name, Value }`, and from objects. Of two with one name the first counts. */
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

/** CloudWatch writes the zone without its colon: `2026-02-02T12:06:35.472+0000`. */
function instant(value: unknown): Instant | undefined {
  const at = Date.parse((text(value) ?? '').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? undefined : at;
}
