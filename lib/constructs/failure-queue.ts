import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

export interface FailureQueueProps {
  readonly queueName: string;

  /** How long a message is hidden from others once somebody took it. @default - 30 seconds */
  readonly visibilityTimeout?: Duration;
}

/** Where what could not be handled waits. Something in it is an incident, so it is kept as long as SQS can. */
export class FailureQueue extends Queue {
  constructor(scope: Construct, id: string, props: FailureQueueProps) {
    super(scope, id, {
      ...props,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(this, {
      'AwsSolutions-SQS3': 'It is itself the end of the line: the queue of what failed elsewhere.',
    });
  }
}
