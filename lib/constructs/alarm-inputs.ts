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
import type { AlarmEvents } from '../deployment-config.ts';

export interface AlarmInputsProps {
  readonly topicName: string;

  /** The EventBridge rule for the changes of some alarms in the account and region. */
  readonly ruleName: string;

  /** Which alarms those are. Without any there is no rule. */
  readonly events: AlarmEvents;

  /** The intake function, which handles the alarms. */
  readonly intake: IFunction;

  /** The queue of events that the function failed at. The guardian handles them again. */
  readonly failures: IQueue;

  /** The queue of events that neither SNS nor EventBridge could deliver to the function. */
  readonly undelivered: IQueue;
}

/** Of an alarm, and of one resource of an alarm over many. Source: EventBridge reference, "Amazon CloudWatch events". */
const changes = ['CloudWatch Alarm State Change', 'CloudWatch Alarm Contributor State Change'] as const;

/** An alarm is kept for as long as AWS keeps trying: no other message will tell of it. */
const alarmsMatterFor = Duration.hours(6);

/**
 * The ways in for CloudWatch alarms of this account, which need no gateway and no key: a topic, the events that
 * CloudWatch sends for the alarms that the configuration names, and the alarm action. Each hands the alarm to the intake function. The intake
 * recognizes by its ARN an alarm that comes several ways.
 */
export class AlarmInputs extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: AlarmInputsProps) {
    super(scope, id);
    const { intake, failures } = props;
    intake.configureAsyncInvoke({
      onFailure: new SqsDestination(failures),
      retryAttempts: 2,
      maxEventAge: alarmsMatterFor,
    });
    this.topic = this.addTopic(props);
    this.addRules(props);
    intake.addPermission('AlarmAction', {
      principal: new ServicePrincipal('lambda.alarms.cloudwatch.amazonaws.com'),
      sourceAccount: Aws.ACCOUNT_ID,
      sourceArn: alarmsOf(Stack.of(this)),
    });
  }

  /**
   * A rule for the names, and one for the tags: an event must match all that one rule names. An alarm that nobody has named
   * does not page: an account has alarms without actions, and parts of composite ones, that are for no people.
   */
  private addRules({ ruleName, events: { names = [], tags = {} }, intake, undelivered }: AlarmInputsProps) {
    const add = (id: string, name: string, detail: Readonly<Record<string, unknown>>) =>
      new Rule(this, id, {
        ruleName: name,
        description: 'Hands the changes of chosen alarms of CloudWatch to the intake',
        eventPattern: { source: ['aws.cloudwatch'], detailType: [...changes], detail },
        targets: [
          new LambdaFunction(intake, {
            deadLetterQueue: undelivered,
            maxEventAge: alarmsMatterFor,
            retryAttempts: 185, // the most that EventBridge does
          }),
        ],
      });
    if (names.length > 0) add('StateChanges', ruleName, { alarmName: names.map(namePattern) });
    if (Object.keys(tags).length > 0) add('TaggedStateChanges', `${ruleName}-tagged`, { alarmTags: tags });
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

/** A name with a `*` is a pattern of EventBridge; another one must be equal. */
function namePattern(name: string): string | { readonly wildcard: string } {
  return name.includes('*') ? { wildcard: name } : name;
}

function alarmsOf({ region }: Stack): string {
  return `arn:aws:cloudwatch:${region}:${Aws.ACCOUNT_ID}:alarm:*`;
}
