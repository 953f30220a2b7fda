import type { Laptop } from './laptop.ts';

/** An alarm of CloudWatch in the account that the product runs in. */
export interface AccountAlarm {
  readonly arn: string;
  /** Its state changes, and all that follows at once happens. */
  becomes(state: 'ALARM' | 'OK' | 'INSUFFICIENT_DATA'): Promise<void>;
}

/** The topic of the first cell to which alarms of the account may be published. */
export const alarmsTopic = 'arn:aws:sns:eu-central-1:000000000000:permanence-alarms';

/** The intake function of the first cell, as an alarm action. */
export const intakeFunction = 'arn:aws:lambda:eu-central-1:000000000000:function:permanence-intake';

/** Makes an alarm that acts on some topics and functions, whichever state it comes into. */
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
