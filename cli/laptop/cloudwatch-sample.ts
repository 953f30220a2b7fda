/** The subject of the message that an alarm's topic gets. */
export function cloudWatchSubject(state: 'ALARM' | 'OK'): string {
  return `${state}: "${name}" in ${region.forPeople}`;
}

/**
 * The message that an alarm's topic gets when the alarm changes its state. It is an alarm on one metric, in an
 * account that the example organization knows. Source: CloudWatch user guide, "Notifying users on alarm changes"; the
 * reason as "PutMetricAlarm" alarms give it.
 */
export function cloudWatchMessage(state: 'ALARM' | 'OK', now: number) {
  return {
    AlarmName: name,
    AlarmDescription: 'more than 10 errors a minute',
    AWSAccountId: account,
    AlarmConfigurationUpdatedTimestamp: '2026-09-14T08:21:07.310+0000',
    NewStateValue: state,
    NewStateReason: reason(state, now),
    StateChangeTime: timeOf(now),
    Region: region.forPeople,
    AlarmArn: `arn:aws:cloudwatch:${region.id}:${account}:alarm:${name}`,
    OldStateValue: state === 'ALARM' ? 'OK' : 'ALARM',
    OKActions: [topicArn],
    AlarmActions: [topicArn],
    InsufficientDataActions: [],
    Trigger: {
      MetricName: '5XXError',
      Namespace: 'AWS/ApiGateway',
      StatisticType: 'Statistic',
      Statistic: 'SUM',
      Unit: null,
      Dimensions: [{ value: 'acme-web', name: 'ApiName' }],
      Period: 60,
      EvaluationPeriods: 1,
      DatapointsToAlarm: 1,
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 10,
      TreatMissingData: 'notBreaching',
      EvaluateLowSampleCountPercentile: '',
    },
  };
}

const name = 'acme-web-5xx';
const account = '111122223333';
const region = { id: 'eu-central-1', forPeople: 'EU (Frankfurt)' };
const topicArn = `arn:aws:sns:${region.id}:${account}:alarms`;

function reason(state: 'ALARM' | 'OK', now: number): string {
  const [sum, was, change] =
    state === 'ALARM' ? ['42.0', 'was', 'OK -> ALARM'] : ['0.0', 'was not', 'ALARM -> OK'];
  return `Threshold Crossed: 1 out of the last 1 datapoints [${sum} (${periodBefore(now)})] ${was} greater than the threshold (10.0) (minimum 1 datapoint for ${change} transition).`;
}

/** The begin of the minute that was evaluated, in CloudWatch's form and UTC: `23/11/26 02:09:00`. */
function periodBefore(now: number): string {
  const [day = '', minute = ''] = new Date(now - 60_000).toISOString().slice(2, 16).split('T');
  return `${day.split('-').reverse().join('/')} ${minute}:00`;
}

/** CloudWatch writes the zone without a colon. */
function timeOf(now: number): string {
  return new Date(now).toISOString().replace('Z', '+0000');
}
