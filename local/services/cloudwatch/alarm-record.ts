import { listOf, onlyKnown, optionalTextOf, type Properties, textOf } from '../wire/properties.ts';

/** The states of an alarm, and what it does when it comes into each. */
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
  /** As the template, or whoever made it, describes it. */
  readonly properties: Properties;
  readonly state: AlarmState;
  readonly changedAt: number;
}

/** A change of state, with what was before it. */
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

/** A new alarm: without data, as in AWS. A template and `PutMetricAlarm` describe it by the same members. */
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

/** The ARNs of what an alarm does when it comes into its state. */
export function actionsOf({ properties, state }: AlarmRecord): readonly string[] {
  if (String(properties['ActionsEnabled'] ?? true) !== 'true') return [];
  return listOf(properties, actionsOfState[state]).map(String);
}
