import { Aws, CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnPhoneNumber, CfnResourcePolicy } from 'aws-cdk-lib/aws-smsvoice';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { SmsNumber } from '../deployment-config.ts';

export interface SmsRepliesProps {
  readonly topicName: string;

  readonly number: SmsNumber;

  /** The function that handles each received message. */
  readonly answer: IFunction;

  /**
   * The queue of messages that SNS cannot deliver to the function. The function has a queue of its own for messages
   * that it fails at.
   */
  readonly undelivered: IQueue;
}

/** How people answer a page: the cell's number, the topic of its messages, and the function that handles them. */
export class SmsReplies extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { topicName, number, answer, undelivered }: SmsRepliesProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { topicName, enforceSSL: true });
    this.topic.addToResourcePolicy(whatPeopleWrite(this.topic.topicArn));
    this.topic.addSubscription(new LambdaSubscription(answer, { deadLetterQueue: undelivered }));
    acknowledge(this.topic, {
      'AwsSolutions-SNS2':
        'AWS End User Messaging may not use the key of SNS; one of our own would cost more than the messages, which SNS keeps only until they are delivered.',
    });
    const { phoneNumber, arn } =
      number.kind === 'buy'
        ? this.buy(number.isoCountryCode)
        : { phoneNumber: number.number, arn: number.numberArn };
    if (phoneNumber !== undefined) this.show(phoneNumber);
    if (arn !== undefined) this.letSnsSendFrom(arn);
  }

  private buy(isoCountryCode: string) {
    const number = new CfnPhoneNumber(this, 'Number', {
      isoCountryCode,
      numberType: 'LONG_CODE',
      numberCapabilities: ['SMS'],
      twoWay: { enabled: true, channelArn: this.topic.topicArn },
      // A STOP must not silence a person on call: it is handled as an answer like any other.
      selfManagedOptOutsEnabled: true,
      mandatoryKeywords: { help: { message: helpText }, stop: { message: stopText } },
      deletionProtectionEnabled: true,
    });
    number.node.addDependency(this.topic);
    number.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE); // people know the number
    return { phoneNumber: number.attrPhoneNumber, arn: number.attrArn };
  }

  private show(phoneNumber: string): void {
    const output = new CfnOutput(this, 'SmsNumber', {
      value: phoneNumber,
      description: 'Pages come from it, and are answered to it',
    });
    output.overrideLogicalId('SmsNumber');
  }

  /**
   * Without this permission SNS ignores the number, also within the account: it accepts the message and sends
   * nothing. Source: AWS End User Messaging user guide, "Request a phone number" and "Working with shared resources".
   */
  private letSnsSendFrom(numberArn: string): void {
    new CfnResourcePolicy(this, 'NumberPolicy', {
      resourceArn: numberArn,
      policyDocument: new PolicyDocument({ statements: [pagesComeFrom(numberArn)] }),
    });
  }
}

/** GSM-7 and one part each, like every message. AWS sends them by itself. */
const helpText =
  'Permanence: pages for people on call. Reply yes or no to a page. Your team can change your number.';
const stopText =
  'Permanence: you stay on call. To receive no more pages, ask your team to take you off the roster.';

function whatPeopleWrite(topicArn: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'WhatPeopleWrite',
    effect: Effect.ALLOW,
    principals: [new ServicePrincipal('sms-voice.amazonaws.com')],
    actions: ['sns:Publish'],
    resources: [topicArn],
    conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
  });
}

function pagesComeFrom(numberArn: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'PagesComeFromIt',
    effect: Effect.ALLOW,
    principals: [new ServicePrincipal('sns.amazonaws.com')],
    actions: ['sms-voice:SendTextMessage'],
    resources: [numberArn],
    conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
  });
}
