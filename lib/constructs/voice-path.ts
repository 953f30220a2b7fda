import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import {
  CfnContactFlow,
  CfnInstance,
  CfnIntegrationAssociation,
  CfnPhoneNumber,
} from 'aws-cdk-lib/aws-connect';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { ConnectInstance } from '../deployment-config.ts';
import { flowContent } from './contact-flow/content.ts';
import { pageByPhone } from './contact-flow/page-by-phone.ts';

export interface VoicePathProps {
  /** The prefix of all names that people see in Amazon Connect. */
  readonly prefix: string;

  readonly region: string;

  readonly connect: Exclude<ConnectInstance, { kind: 'none' }>;

  /** The function that handles pressed keys. */
  readonly callAnswer: IFunction;
}

/**
 * How people are called: the region's Amazon Connect, the flow that speaks, and the function that handles the key.
 */
export class VoicePath extends Construct {
  /** The region's Amazon Connect. */
  readonly instanceArn: string;

  /** The flow that speaks a page. */
  readonly contactFlowArn: string;

  /** The number that people see, E.164. */
  readonly sourceNumber: string;

  constructor(scope: Construct, id: string, { prefix, region, connect, callAnswer }: VoicePathProps) {
    super(scope, id);
    const { instanceArn, sourceNumber } =
      connect.kind === 'existing' ? connect : this.instance(region, connect);
    this.instanceArn = instanceArn;
    this.sourceNumber = sourceNumber;
    this.contactFlowArn = this.flow(prefix, instanceArn, callAnswer).attrContactFlowArn;
  }

  private flow(prefix: string, instanceArn: string, callAnswer: IFunction): CfnContactFlow {
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
    const content = flowContent(pageByPhone('<function>'), {
      placeholder: '<function>',
      arn: callAnswer.functionArn,
    });
    const resource = new CfnContactFlow(this, 'PageByPhone', {
      instanceArn,
      name: `${prefix}-page-by-phone`,
      description: 'Speaks a page, and takes the key that answers it',
      type: 'CONTACT_FLOW',
      content,
    });
    resource.addResourceDependency(association); // a flow may name only functions that its instance knows
    return resource;
  }

  /**
   * A new instance. AWS allows few in an account, and counts those that are made and deleted, so it stays when the
   * stack is deleted.
   */
  private instance(region: string, { alias, countryCode }: NewInstance) {
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
    for (const kept of [instance, number]) kept.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    return { instanceArn: instance.attrArn, sourceNumber: number.attrAddress };
  }
}

type NewInstance = Extract<ConnectInstance, { kind: 'new' }>;
