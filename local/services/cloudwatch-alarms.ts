import type { CloudService } from '../service.ts';
import { generatedName, knownProperties, optionalTextOf } from './properties.ts';

const known = [
  'ActionsEnabled',
  'AlarmActions',
  'AlarmDescription',
  'AlarmName',
  'ComparisonOperator',
  'DatapointsToAlarm',
  'Dimensions',
  'EvaluationPeriods',
  'ExtendedStatistic',
  'InsufficientDataActions',
  'MetricName',
  'Metrics',
  'Namespace',
  'OKActions',
  'Period',
  'Statistic',
  'Tags',
  'Threshold',
  'TreatMissingData',
  'Unit',
];

/** Amazon CloudWatch: the alarms exist, so that templates can refer to them. There are no metrics here, and none of them fires. */
export function cloudWatchAlarms(): CloudService {
  return {
    resourceTypes: {
      'AWS::CloudWatch::Alarm'(resource) {
        const name = optionalTextOf(knownProperties(resource, known), 'AlarmName') ?? generatedName(resource);
        const arn = `arn:aws:cloudwatch:${resource.region}:${resource.account}:alarm:${name}`;
        return { ref: name, attributes: { Arn: arn } };
      },
    },
  };
}
