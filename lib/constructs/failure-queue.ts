import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

export interface FailureQueueProps {
  readonly queueName: string;

  /** How long a received message stays hidden from other receivers. @default - 30 seconds */
  readonly visibilityTimeout?: Duration;
}

/** A queue of failed events. Each of them is an incident, so SQS keeps them as long as it can. */
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
