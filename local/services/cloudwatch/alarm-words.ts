import type { TopicMessage } from '../sns/delivery.ts';
import { listOf } from '../wire/properties.ts';
import type { StateChange } from './alarm-record.ts';

/**
 * The message to a topic. Source: CloudWatch user guide, "Notifying users on alarm changes"; its zone has no colon.
 */
export function topicMessage({ before, after, reason }: StateChange): Omit<TopicMessage, 'id'> {
  const { properties, name, account, arn, region, changedAt } = after;
  const dimensions = listOf(properties, 'Dimensions') as readonly { Name: string; Value: string }[];
  const message = {
    AlarmName: name,
    AlarmDescription: properties['AlarmDescription'] ?? null,
    AWSAccountId: account,
    NewStateValue: after.state,
    NewStateReason: reason,
    StateChangeTime: timeOf(changedAt),
    Region: regionNames[region] ?? region,
    AlarmArn: arn,
    OldStateValue: before.state,
    OKActions: listOf(properties, 'OKActions'),
    AlarmActions: listOf(properties, 'AlarmActions'),
    InsufficientDataActions: listOf(properties, 'InsufficientDataActions'),
    Trigger: {
      MetricName: properties['MetricName'],
      Namespace: properties['Namespace'],
      Statistic: properties['Statistic'],
      Dimensions: dimensions.map(({ Name, Value }) => ({ value: Value, name: Name })),
      Period: properties['Period'],
      Threshold: properties['Threshold'],
    },
  };
  const subject = `${after.state}: "${name}" in ${message.Region}`.slice(0, 100);
  return { subject, text: JSON.stringify(message), attributes: {} };
}

/** The event for EventBridge. Source: CloudWatch user guide, "Alarm events and EventBridge". */
export function busEvent(change: StateChange) {
  return {
    source: 'aws.cloudwatch',
    'detail-type': 'CloudWatch Alarm State Change',
    resources: [change.after.arn],
    detail: detailOf(change),
  };
}

/**
 * The event for a function as an alarm action. Source: CloudWatch user guide, "Invoke a Lambda function from an
 * alarm".
 */
export function actionEvent(change: StateChange) {
  const { arn, account, region, changedAt } = change.after;
  return {
    source: 'aws.cloudwatch',
    alarmArn: arn,
    accountId: account,
    time: timeOf(changedAt),
    region,
    alarmData: detailOf(change),
  };
}

function detailOf({ before, after, reason }: StateChange) {
  const { properties, name } = after;
  const dimensions = listOf(properties, 'Dimensions') as readonly { Name: string; Value: string }[];
  const metric = {
    namespace: properties['Namespace'],
    name: properties['MetricName'],
    dimensions: Object.fromEntries(dimensions.map(({ Name, Value }) => [Name, Value])),
  };
  return {
    alarmName: name,
    state: { value: after.state, reason, timestamp: timeOf(after.changedAt) },
    previousState: { value: before.state, timestamp: timeOf(before.changedAt) },
    configuration: {
      description: properties['AlarmDescription'],
      metrics: [
        { id: 'm1', metricStat: { metric, period: properties['Period'], stat: properties['Statistic'] } },
      ],
    },
  };
}

const regionNames: Readonly<Record<string, string>> = {
  'eu-central-1': 'EU (Frankfurt)',
  'eu-west-1': 'EU (Ireland)',
  'eu-west-2': 'EU (London)',
};

function timeOf(at: number): string {
  return new Date(at).toISOString().replace('Z', '+0000');
}
