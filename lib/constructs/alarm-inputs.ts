import { Aws, Duration, Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

export interface AlarmInputsProps {
  readonly topicName: string;

  /** The EventBridge rule for each change of an alarm in the account and region. */
  readonly ruleName: string;

  /** The intake function, which handles the alarms. */
  readonly intake: IFunction;

  /** The queue of events that the function failed at. The guardian handles them again. */
  readonly failures: IQueue;

  /** The queue of events that neither SNS nor EventBridge could deliver to the function. */
  readonly undelivered: IQueue;
}

/** An alarm is kept for as long as AWS keeps trying: no other message will tell of it. */
const alarmsMatterFor = Duration.hours(6);

/**
 * The ways in for CloudWatch alarms of this account, which need no gateway and no key: a topic, the events that
 * CloudWatch sends for every alarm, and the alarm action. Each hands the alarm to the intake function. The intake
 * recognizes by its ARN an alarm that comes several ways.
 */
export class AlarmInputs extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: AlarmInputsProps) {
    super(scope, id);
    const { intake, failures, undelivered } = props;
    intake.configureAsyncInvoke({
      onFailure: new SqsDestination(failures),
      retryAttempts: 2,
      maxEventAge: alarmsMatterFor,
    });
    this.topic = this.addTopic(props);
    new Rule(this, 'StateChanges', {
      ruleName: props.ruleName,
      description: 'Hands each change of an alarm of CloudWatch to the intake',
      eventPattern: { source: ['aws.cloudwatch'], detailType: ['CloudWatch Alarm State Change'] },
      targets: [
        new LambdaFunction(intake, {
          deadLetterQueue: undelivered,
          maxEventAge: alarmsMatterFor,
          retryAttempts: 185, // the most that EventBridge does
        }),
      ],
    });
    intake.addPermission('AlarmAction', {
      principal: new ServicePrincipal('lambda.alarms.cloudwatch.amazonaws.com'),
      sourceAccount: Aws.ACCOUNT_ID,
      sourceArn: alarmsOf(Stack.of(this)),
    });
  }

  private addTopic({ topicName, intake, undelivered }: AlarmInputsProps): Topic {
    const topic = new Topic(this, 'Topic', { topicName, enforceSSL: true, signatureVersion: '2' });
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          ArnLike: { 'aws:SourceArn': alarmsOf(Stack.of(this)) },
        },
      }),
    );
    topic.addSubscription(new LambdaSubscription(intake, { deadLetterQueue: undelivered }));
    acknowledge(topic, {
      'AwsSolutions-SNS2':
        'CloudWatch may not use the key of SNS; alarms say nothing that CloudWatch does not show to the same people.',
    });
    return topic;
  }
}

function alarmsOf({ region }: Stack): string {
  return `arn:aws:cloudwatch:${region}:${Aws.ACCOUNT_ID}:alarm:*`;
}
