import type { Laptop } from './laptop.ts';

/** A CloudWatch alarm in the account in which the product runs. */
export interface AccountAlarm {
  readonly arn: string;
  /** Changes the state of the alarm, and waits until all that follows at once has happened. */
  becomes(state: 'ALARM' | 'OK' | 'INSUFFICIENT_DATA'): Promise<void>;
}

/** The first cell's topic, to which alarms of the account may be published. */
export const alarmsTopic = 'arn:aws:sns:eu-central-1:000000000000:permanence-alarms';

/** The first cell's intake function, as an alarm action. */
export const intakeFunction = 'arn:aws:lambda:eu-central-1:000000000000:function:permanence-intake';

/** Makes an alarm that publishes each change of its state to some topics and functions. */
export async function accountAlarm(night: Laptop, actions: readonly string[]): Promise<AccountAlarm> {
  const AlarmName = 'acme-db-1-disk';
  await cloudWatch(night, 'PutMetricAlarm', {
    ...{ AlarmName, AlarmDescription: 'disk full 95%', MetricName: 'DiskUsed', Namespace: 'Acme' },
    ...{ AlarmActions: actions, OKActions: actions, InsufficientDataActions: actions },
  });
  return {
    arn: `arn:aws:cloudwatch:eu-central-1:000000000000:alarm:${AlarmName}`,
    async becomes(StateValue) {
      await cloudWatch(night, 'SetAlarmState', { AlarmName, StateValue, StateReason: 'Threshold Crossed' });
      await night.skip(0);
    },
  };
}

async function cloudWatch({ cloud }: Laptop, operation: string, body: object): Promise<void> {
  const credential = 'Credential=owner/20261123/eu-central-1/monitoring/aws4_request';
  const response = await fetch(cloud.url, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 ${credential}`,
      'x-amz-target': `GraniteServiceVersion20100801.${operation}`,
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${operation} answered ${response.status}: ${await response.text()}`);
}
