import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSubscription } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

export interface RepliesOfOtherCellProps {
  readonly queueName: string;

  /** The topic of the other cell's number. */
  readonly topicArn: string;
}

/** The time that the other cell has to handle an SMS itself. It usually takes one or two seconds. */
const otherCellsTurn = Duration.seconds(20);

/** A late answer is handled by the state of now. After this time nobody waits for it any more. */
const answersMatterFor = Duration.hours(6);

/**
 * The SMS that people send to the other cell's number. The guardian handles those that the other cell does not: its
 * functions may have stopped while its number still sends and receives.
 */
export class RepliesOfOtherCell extends Queue {
  constructor(scope: Construct, id: string, { queueName, topicArn }: RepliesOfOtherCellProps) {
    super(scope, id, {
      queueName,
      deliveryDelay: otherCellsTurn,
      retentionPeriod: answersMatterFor,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'RepliesOfTheOtherCell',
        principals: [new ServicePrincipal('sns.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': topicArn } },
      }),
    );
    acknowledge(this, {
      'AwsSolutions-SQS3': 'A message that fails stays in it until nobody waits for the answer any more.',
    });
  }
}

export interface SubscriptionsOfBothCellsProps {
  /** The cell that is deployed last. */
  readonly own: { readonly topicArn: string; readonly queueArn: string };

  readonly other: { readonly region: string; readonly topicArn: string; readonly queueArn: string };
}

/**
 * Subscribes each cell's queue to the topic of the other cell's number. Both subscriptions belong to the cell that is
 * deployed last, because SNS wants to see the topic.
 */
export function subscribeBothCells(scope: Construct, { own, other }: SubscriptionsOfBothCellsProps): void {
  new CfnSubscription(scope, 'RepliesOfOtherCellHere', {
    topicArn: other.topicArn,
    region: other.region,
    protocol: 'sqs',
    endpoint: own.queueArn,
  });
  new CfnSubscription(scope, 'RepliesOfThisCellThere', {
    topicArn: own.topicArn,
    protocol: 'sqs',
    endpoint: other.queueArn,
  });
}
