import { listOf, onlyKnown, optionalTextOf, type Properties, textOf } from '../wire/properties.ts';

/** The states of an alarm, and the actions on entering each. */
export const actionsOfState = {
  ALARM: 'AlarmActions',
  OK: 'OKActions',
  INSUFFICIENT_DATA: 'InsufficientDataActions',
} as const;

export type AlarmState = keyof typeof actionsOfState;

/** An alarm, and the last change of its state. */
export interface AlarmRecord {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly account: string;
  /** The description in a template or in a call of `PutMetricAlarm`. */
  readonly properties: Properties;
  readonly state: AlarmState;
  readonly changedAt: number;
}

/** A change of state, with the state before it. */
export interface StateChange {
  readonly before: AlarmRecord;
  readonly after: AlarmRecord;
  readonly reason: string;
}

const known = [
  ...['ActionsEnabled', 'AlarmActions', 'AlarmDescription', 'AlarmName', 'ComparisonOperator'],
  ...['DatapointsToAlarm', 'Dimensions', 'EvaluationPeriods', 'ExtendedStatistic', 'InsufficientDataActions'],
  ...['MetricName', 'Metrics', 'Namespace', 'OKActions', 'Period', 'Statistic', 'Tags', 'Threshold'],
  ...['TreatMissingData', 'Unit'],
];

/** A new alarm. It has no data yet, as in AWS. A template and `PutMetricAlarm` describe it by the same members. */
export function newAlarm(
  value: unknown,
  { region, account, name }: { readonly region: string; readonly account: string; readonly name?: string },
  now: number,
): AlarmRecord {
  const properties = onlyKnown(value, known);
  const alarmName = optionalTextOf(properties, 'AlarmName') ?? name ?? textOf(properties, 'AlarmName');
  const arn = `arn:aws:cloudwatch:${region}:${account}:alarm:${alarmName}`;
  return { arn, name: alarmName, region, account, properties, state: 'INSUFFICIENT_DATA', changedAt: now };
}

/** The ARNs of the actions that an alarm takes on entering its state. */
export function actionsOf({ properties, state }: AlarmRecord): readonly string[] {
  if (String(properties['ActionsEnabled'] ?? true) !== 'true') return [];
  return listOf(properties, actionsOfState[state]).map(String);
}
