import { Aws, Fn, RemovalPolicy } from 'aws-cdk-lib';
import {
  CfnContactFlow,
  CfnHoursOfOperation,
  CfnInstance,
  CfnIntegrationAssociation,
  CfnPhoneNumber,
  CfnQueue,
  CfnRoutingProfile,
} from 'aws-cdk-lib/aws-connect';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { ConnectInstance } from '../config.ts';
import { lintContactFlow } from './contact-flow-lint.ts';
import { pageByPhone } from './page-by-phone.ts';

export interface VoicePathProps {
  /** Begins the names of what people see in Amazon Connect. */
  readonly prefix: string;

  readonly region: string;

  readonly connect: ConnectInstance;

  /** Takes in the keys that people press. */
  readonly callAnswer: LambdaFunction;

  /** Those who call people: they are told how to. */
  readonly callers: readonly LambdaFunction[];
}

/** How people are called: the region's Amazon Connect, the flow that speaks, and the function that hears of the key. */
export class VoicePath extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { prefix, region, connect, callAnswer, callers }: VoicePathProps,
  ) {
    super(scope, id);
    const { instanceArn, sourceNumber } =
      connect.kind === 'existing' ? connect : this.instance(prefix, region, connect);
    const flow = this.flow(prefix, instanceArn, callAnswer);
    for (const caller of callers) {
      caller.addEnvironment('VOICE_INSTANCE_ARN', instanceArn);
      caller.addEnvironment('VOICE_FLOW_ARN', flow.attrContactFlowArn);
      caller.addEnvironment('VOICE_NUMBER', sourceNumber);
    }
  }

  private flow(prefix: string, instanceArn: string, callAnswer: LambdaFunction): CfnContactFlow {
    const functionArn = '<function>';
    const flow = pageByPhone(functionArn);
    const errors = lintContactFlow(flow);
    if (errors.length > 0) throw new Error(`Amazon Connect would refuse the flow: ${errors.join('; ')}`);

    callAnswer.addPermission('AmazonConnect', {
      principal: new ServicePrincipal('connect.amazonaws.com'),
      sourceAccount: Aws.ACCOUNT_ID,
      sourceArn: instanceArn,
    });
    const association = new CfnIntegrationAssociation(this, 'CallAnswer', {
      instanceId: instanceArn,
      integrationType: 'LAMBDA_FUNCTION',
      integrationArn: callAnswer.functionArn,
    });
    const resource = new CfnContactFlow(this, 'PageByPhone', {
      instanceArn,
      name: `${prefix}-page-by-phone`,
      description: 'Speaks a page, and takes the key that answers it',
      type: 'CONTACT_FLOW',
      content: withArn(JSON.stringify(flow), functionArn, callAnswer.functionArn),
    });
    resource.addResourceDependency(association); // a flow may name only functions that its instance knows
    return resource;
  }

  /** An instance of its own: AWS lets an account have few, and counts those that are made and deleted, so it stays. */
  private instance(prefix: string, region: string, { alias, countryCode }: NewInstance) {
    const instance = new CfnInstance(this, 'Instance', {
      identityManagementType: 'CONNECT_MANAGED',
      instanceAlias: `${alias}-${region}-${Aws.ACCOUNT_ID}`, // unique in the world
      attributes: { inboundCalls: true, outboundCalls: true, contactflowLogs: true },
    });
    const number = new CfnPhoneNumber(this, 'Number', {
      targetArn: instance.attrArn,
      type: 'DID',
      countryCode,
      description: 'Pages by phone come from it',
    });
    for (const kept of [instance, number]) kept.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.contactCenter(prefix, instance.attrArn);
    return { instanceArn: instance.attrArn, sourceNumber: number.attrAddress };
  }

  /** Where operators work: open day and night, with calls and tasks. */
  private contactCenter(prefix: string, instanceArn: string): void {
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
    new CfnRoutingProfile(this, 'Operators', {
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
  }
}

type NewInstance = Extract<ConnectInstance, { kind: 'new' }>;

/** As many incidents as one operator can stay with; Amazon Connect takes up to 10. */
const tasksAtOnce = 5;

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** From midnight to midnight is the whole day. */
const midnight = { hours: 0, minutes: 0 };

/** A flow is a text to CloudFormation, and the function's ARN is known only there. */
function withArn(flow: string, placeholder: string, functionArn: string): string {
  return Fn.join(functionArn, flow.split(placeholder));
}
