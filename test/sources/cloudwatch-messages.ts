/** Messages of CloudWatch in the forms that its documents and live systems show. */

/** The message of a topic about an alarm of one metric. */
export const metricAlarm = {
  AlarmName: 'web-5xx',
  AlarmDescription: '5xx above 10',
  AWSAccountId: '123456789012',
  AlarmConfigurationUpdatedTimestamp: '2026-02-02T11:48:52.788+0000',
  NewStateValue: 'ALARM',
  NewStateReason: 'Threshold Crossed: 1 datapoint [12.0] was greater than or equal to the threshold (10.0).',
  StateChangeTime: '2026-02-02T12:06:35.472+0000',
  Region: 'EU (Ireland)',
  AlarmArn: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:web-5xx',
  OldStateValue: 'OK',
  OKActions: [],
  AlarmActions: ['arn:aws:sns:eu-west-1:123456789012:alarms'],
  InsufficientDataActions: [],
  Trigger: {
    MetricName: '5XXError',
    Namespace: 'AWS/ApiGateway',
    StatisticType: 'Statistic',
    Statistic: 'SUM',
    Unit: null,
    Dimensions: [{ value: 'web', name: 'ApiName' }],
    Period: 60,
    EvaluationPeriods: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    Threshold: 10,
    TreatMissingData: 'missing',
  },
};

/** The message of a topic about a metric-math alarm. */
export const metricMathAlarm = {
  ...metricAlarm,
  Trigger: {
    Period: 60,
    EvaluationPeriods: 1,
    Metrics: [
      { Expression: 'm1 / m2', Id: 'e1', ReturnData: true },
      {
        Id: 'm1',
        MetricStat: {
          Metric: { Dimensions: [{ value: 'web', name: 'ApiName' }], MetricName: '5XXError', Namespace: 'x' },
          Period: 60,
          Stat: 'Sum',
        },
        ReturnData: false,
      },
    ],
  },
};

/** The message of a topic about a composite alarm. */
export const compositeAlarm = {
  AlarmName: 'svc',
  AlarmDescription: null,
  AWSAccountId: '123456789012',
  NewStateValue: 'ALARM',
  NewStateReason:
    'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:cpu transitioned to ALARM at Monday 02 February, 2026 12:06:35 UTC',
  StateChangeTime: '2026-02-02T12:06:35.472+0000',
  Region: 'EU (Ireland)',
  AlarmArn: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:svc',
  OldStateValue: 'OK',
  AlarmRule: 'ALARM(cpu) OR ALARM(net)',
  TriggeringChildren: [
    {
      Arn: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:cpu',
      State: { Value: 'ALARM', Timestamp: '2026-02-02T12:06:35.472+0000' },
    },
  ],
};

const detail = {
  alarmName: 'web-5xx',
  configuration: {
    description: '5xx above 10',
    metrics: [
      {
        id: 'm1',
        metricStat: {
          metric: { dimensions: { ApiName: 'web' }, name: '5XXError', namespace: 'AWS/ApiGateway' },
          period: 60,
          stat: 'Sum',
        },
        returnData: true,
      },
    ],
  },
  previousState: { reason: '...', reasonData: '{}', timestamp: '2026-02-02T11:59:40.000+0000', value: 'OK' },
  state: {
    reason: 'Threshold Crossed: 1 datapoint [12.0].',
    reasonData: '{}',
    timestamp: '2026-02-02T12:06:35.472+0000',
    value: 'ALARM',
  },
};

/** The same change of the metric alarm, as an event of EventBridge. */
export const stateChangeEvent = {
  version: '0',
  id: 'c4c1c1c9-6542-e61b-6ef0-8c4d36933a92',
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  account: '123456789012',
  time: '2026-02-02T12:06:35Z',
  region: 'eu-west-1',
  resources: ['arn:aws:cloudwatch:eu-west-1:123456789012:alarm:web-5xx'],
  detail,
};

/** The same change, as the event of an alarm action that is a function. */
export const actionEvent = {
  source: 'aws.cloudwatch',
  alarmArn: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:web-5xx',
  accountId: '123456789012',
  time: '2026-02-02T12:06:35.500+0000',
  region: 'eu-west-1',
  alarmData: detail,
};
