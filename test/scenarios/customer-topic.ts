import { CreateTopicCommand, PublishCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import type { Laptop } from './laptop.ts';

/** The key of the example organization's integration `aws`. */
export const cloudWatchKey = 'cloudwatch-key-for-trying-only';

export const cloudWatchPath = `/v1/integrations/cloudwatch/${cloudWatchKey}`;

/** A customer's topic, to which CloudWatch publishes alarms. */
export interface CustomerTopic {
  readonly arn: string;
  /** Subscribes a cell's API, with the key in its path. */
  subscribe(region: string, key?: string): Promise<void>;
  publish(message: object, subject?: string): Promise<void>;
}

export async function customerTopic(
  night: Laptop,
  { region = 'eu-central-1', name = 'alarms' }: { readonly region?: string; readonly name?: string } = {},
): Promise<CustomerTopic> {
  const client = new SNSClient({
    ...{ region, endpoint: night.cloud.url, maxAttempts: 1 },
    credentials: { accessKeyId: 'owner', secretAccessKey: 'owner' },
  });
  const { TopicArn = '' } = await client.send(new CreateTopicCommand({ Name: name }));
  return {
    arn: TopicArn,
    async subscribe(cell, key = cloudWatchKey) {
      const Endpoint = `${night.cloud.url}/${cell}/v1/integrations/cloudwatch/${key}`;
      await client.send(new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint }));
      await night.skip(0);
    },
    async publish(message, Subject = 'ALARM: "acme-web-5xx" in EU (Frankfurt)') {
      await client.send(new PublishCommand({ TopicArn, Message: JSON.stringify(message), Subject }));
      await night.skip(0);
    },
  };
}

/** The ARN of the alarm in these scenarios. It belongs to the example organization's customer Acme. */
export const alarmArn = 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:acme-web-5xx';

/** What CloudWatch publishes when that alarm changes its state now. */
export function stateChange(night: Laptop, state: 'ALARM' | 'OK' | 'INSUFFICIENT_DATA', from = 'OK') {
  return {
    AlarmName: 'acme-web-5xx',
    AlarmDescription: '5xx above 10',
    AWSAccountId: '111122223333',
    NewStateValue: state,
    NewStateReason: 'Threshold Crossed: 1 datapoint [12.0] was greater than the threshold (10.0).',
    StateChangeTime: timeOf(night),
    Region: 'EU (Frankfurt)',
    AlarmArn: alarmArn,
    OldStateValue: from,
    Trigger: { MetricName: '5XXError', Namespace: 'AWS/ApiGateway', Dimensions: [] },
  };
}

/** CloudWatch writes the zone without a colon. */
function timeOf(night: Laptop): string {
  return new Date(night.cloud.now()).toISOString().replace('Z', '+0000');
}
