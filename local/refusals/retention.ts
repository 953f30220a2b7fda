import { type Checks, inRange } from './check.ts';

/** Source: CloudWatch Logs API reference, PutRetentionPolicy, retentionInDays. */
const retentionDays: readonly number[] = [
  ...[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731],
  ...[1096, 1827, 2192, 2557, 2922, 3288, 3653],
];

/** Source: SQS API reference, SetQueueAttributes. */
const queueRetentionSeconds = { least: 60, most: 1_209_600 };
const visibilitySeconds = { least: 0, most: 43_200 };

/** How long logs and messages may be stored. */
export const retentionChecks: Checks = {
  'AWS::Logs::LogGroup': [
    ({ properties }) => {
      const days = properties['RetentionInDays'];
      if (days === undefined || retentionDays.includes(Number(days))) return;
      throw new Error(
        `RetentionInDays must be one of ${retentionDays.join(', ')}, got ${JSON.stringify(days)}`,
      );
    },
  ],
  'AWS::SQS::Queue': [
    ({ properties }) => inRange(properties, 'MessageRetentionPeriod', queueRetentionSeconds),
    ({ properties }) => inRange(properties, 'VisibilityTimeout', visibilitySeconds),
  ],
};
