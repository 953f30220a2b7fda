import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnContactFlow, CfnHoursOfOperation, CfnQueue, CfnRoutingProfile } from 'aws-cdk-lib/aws-connect';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ConnectInstance } from '../deployment-config.ts';
import { namesOf } from '../names.ts';
import { askContactCenter } from './contact-flow/ask-contact-center.ts';
import { flowContent } from './contact-flow/content.ts';

export interface ContactCenterProps {
  /** The prefix of all names that people see in Amazon Connect. */
  readonly prefix: string;

  readonly connect: Exclude<ConnectInstance, { kind: 'none' }>;

  /** The instance that `connect` names, or the one that was made for it. */
  readonly instanceArn: string;

  /** The function that handles an operator's acceptance of a task. */
  readonly answer: IFunction;

  /**
   * The queue of those events that cannot be delivered to it. The cell lets the rule write to it, by the rule's name.
   */
  readonly undelivered: IQueue;
}

/**
 * Where operators work: a queue in the region's Amazon Connect, and the flow that puts tasks into it. An existing
 * instance keeps its own queue, hours and routing. Without a queue, nobody is asked through this region.
 */
export class ContactCenter extends Construct {
  /** The flow that puts a task into the queue; undefined without a queue. */
  readonly taskFlowArn: string | undefined;

  constructor(scope: Construct, id: string, props: ContactCenterProps) {
    super(scope, id);
    const { prefix, connect, instanceArn, answer, undelivered } = props;
    const queueArn = connect.kind === 'existing' ? connect.queueArn : this.queue(prefix, instanceArn);
    if (queueArn === undefined) return;
    const flow = new CfnContactFlow(this, 'AskContactCenter', {
      instanceArn,
      name: `${prefix}-ask-contact-center`,
      description: 'Puts a task into the queue of the contact center',
      type: 'CONTACT_FLOW',
      content: flowContent(askContactCenter('<queue>'), { placeholder: '<queue>', arn: queueArn }),
    });
    this.taskFlowArn = flow.attrContactFlowArn;
    new Rule(this, 'Accepted', {
      ruleName: namesOf(prefix).acceptedRule,
      description: 'Tells that an operator has accepted a task',
      eventPattern: {
        source: ['aws.connect'],
        detailType: ['Amazon Connect Contact Event'],
        detail: {
          instanceArn: [instanceArn], // the account may have another instance, whose tasks are not Permanence's
          channel: ['TASK', 'Task'], // AWS's own samples spell it both ways
          eventType: ['CONNECTED_TO_AGENT'],
        },
      },
      targets: [new LambdaTarget(answer, { deadLetterQueue: undelivered })],
    });
  }

  /**
   * A new queue that is open day and night, with calls and tasks for its operators. It stays when the stack is
   * deleted: Amazon Connect does not delete a routing profile that users have, nor a queue that a routing profile
   * names.
   */
  private queue(prefix: string, instanceArn: string): string {
    const hours = new CfnHoursOfOperation(this, 'Hours', {
      instanceArn,
      name: `${prefix}-day-and-night`,
      timeZone: 'Etc/UTC',
      config: days.map((day) => ({ day, startTime: midnight, endTime: midnight })),
    });
    const queue = new CfnQueue(this, 'Queue', {
      instanceArn,
      name: `${prefix}-contact-center`,
      description: 'Incidents for the contact center',
      hoursOfOperationArn: hours.attrHoursOfOperationArn,
    });
    const queueConfig = (channel: string) => ({
      delay: 0,
      priority: 1,
      queueReference: { channel, queueArn: queue.attrQueueArn },
    });
    const operators = new CfnRoutingProfile(this, 'Operators', {
      instanceArn,
      name: `${prefix}-operators`,
      description: 'What operators of the contact center are given',
      defaultOutboundQueueArn: queue.attrQueueArn,
      mediaConcurrencies: [
        { channel: 'VOICE', concurrency: 1 },
        { channel: 'TASK', concurrency: tasksAtOnce },
      ],
      queueConfigs: [queueConfig('VOICE'), queueConfig('TASK')],
    });
    for (const kept of [hours, queue, operators]) {
      kept.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }
    return queue.attrQueueArn;
  }
}

/** The number of incidents that one operator handles at a time. Amazon Connect allows up to 10. */
const tasksAtOnce = 5;

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** From midnight to midnight is the whole day. */
const midnight = { hours: 0, minutes: 0 };
