import { Aws, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccessLogField,
  AccessLogFormat,
  AuthorizationType,
  EndpointType,
  type IResource,
  LambdaIntegration,
  LogGroupLogDestination,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';
import { answerAsProblems } from './gateway-responses.ts';

export interface IntakeApiProps {
  readonly apiName: string;

  /** Answers sources of alarms, and whoever asks for what is not there. */
  readonly intake: IFunction;

  /** Answers people and their tools. */
  readonly people: IFunction;

  /** Answers whoever follows a signed link. */
  readonly screen: IFunction;

  /** Those who send such links: they are told where the screens are. */
  readonly linkers: readonly LambdaFunction[];
}

const stageName = 'live';

/**
 * What the gateway lets through: 30 times a storm of 10,000 alarms in a minute. It is there so that somebody else's
 * storm leaves the account's 10,000 requests a second to the rest of it.
 */
const requestsPerSecond = 5000;

const requestsAtOnce = 5000;

/**
 * The way in for alarms and people. A REST API, since only those can be told what the gateway says by itself: see docs/adr/0005.
 *
 * Of an alarm the gateway looks at nothing but path and method. What its sender may and what a body means is the
 * function's business, which stores what it cannot read. Of people it asks for a signature.
 */
export class IntakeApi extends Construct {
  readonly restApi: RestApi;

  constructor(scope: Construct, id: string, { apiName, linkers, ...answering }: IntakeApiProps) {
    super(scope, id);
    this.restApi = new RestApi(this, 'Resource', {
      restApiName: apiName,
      description: 'Takes in alarms',
      endpointTypes: [EndpointType.REGIONAL],
      cloudWatchRole: true, // without it the account may not write access logs
      deployOptions: {
        stageName,
        throttlingRateLimit: requestsPerSecond,
        throttlingBurstLimit: requestsAtOnce,
        metricsEnabled: true,
        accessLogDestination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLogs', {
            retention: RetentionDays.ONE_YEAR,
            removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
          }),
        ),
        accessLogFormat: whatCameIn,
      },
    });
    this.addRoutes(answering);
    answerAsProblems(this.restApi);
    for (const linker of linkers) linker.addEnvironment('SCREENS_URL', this.address());
    acknowledge(this, reasons);
  }

  private addRoutes({ intake, people, screen }: Answering): void {
    const integration = new LambdaIntegration(intake, { allowTestInvoke: false });
    const v1 = this.restApi.root.addResource('v1');
    v1.addResource('alarms').addMethod('POST', integration);
    v1.addResource('health').addMethod('GET', integration);
    const integrations = v1.addResource('integrations');
    integrations.addResource('cloudwatch').addResource('{key}').addMethod('POST', integration);
    addPeopleRoutes(v1, people);
    addScreenRoutes(this.restApi.root, screen);
    // The gateway has one answer for what is not there and for what is not signed: so the function says what is not there.
    this.restApi.root.addMethod('ANY', integration);
    this.restApi.root.addResource('{proxy+}').addMethod('ANY', integration);
  }

  /** Put together from the API's id, which depends on nothing: the address of its stage depends on all that answers there. */
  private address(): string {
    const { region } = Stack.of(this);
    return `https://${this.restApi.restApiId}.execute-api.${region}.${Aws.URL_SUFFIX}/${stageName}`;
  }
}

type Answering = Pick<IntakeApiProps, 'intake' | 'people' | 'screen'>;

/**
 * Enough to count the 2xx of a day against the stored alarms, and to find one request again. No header, no body, and of the
 * path the route alone: no keys.
 */
const whatCameIn = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    at: AccessLogField.contextRequestTimeEpoch(),
    from: AccessLogField.contextIdentitySourceIp(),
    method: AccessLogField.contextHttpMethod(),
    path: AccessLogField.contextResourcePath(),
    status: AccessLogField.contextStatus(),
    bytes: AccessLogField.contextResponseLength(),
    milliseconds: AccessLogField.contextResponseLatency(),
    error: AccessLogField.contextErrorResponseType(),
  }),
);

const reasons = {
  'AwsSolutions-APIG2':
    'A validator would answer 400 to a real alarm; the function stores and pages what it cannot read.',
  'AwsSolutions-APIG3': 'A firewall’s false positive would be a lost alarm.',
  'AwsSolutions-APIG4':
    'The functions check integration keys and signed links; an authorizer that fails would answer for them.',
  'AwsSolutions-COG4': 'Sources of alarms have integration keys and operators signed links, not users.',
  'AwsSolutions-APIG6':
    'Execution logs would hold the alarms and their keys; requests are in the access log.',
  'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]':
    'What API Gateway wants of a role that writes the account’s access logs.',
};

/** What people say about an incident: `lambda/api/action-bodies.ts` reads it. */
const actions = [
  'acknowledge',
  'decline',
  'resolve',
  'update',
  'escalate',
  'serious',
  'assess',
  'consent',
] as const;

/**
 * The routes for people and their tools. The gateway lets nobody through whose request is not signed by somebody who may
 * call it (`execute-api:Invoke`): a stranger can neither read who is on call nor take an incident.
 */
export function addPeopleRoutes(v1: IResource, people: IFunction): void {
  const integration = new LambdaIntegration(people, { allowTestInvoke: false });
  const signed = { authorizationType: AuthorizationType.IAM };
  v1.addResource('openapi.json').addMethod('GET', integration); // for everybody: it is no secret
  const incidents = v1.addResource('incidents');
  incidents.addMethod('GET', integration, signed);
  const incident = incidents.addResource('{id}');
  incident.addMethod('GET', integration, signed);
  for (const action of actions) {
    incident.addResource(action).addMethod('POST', integration, signed);
  }
  v1.addResource('board-link').addMethod('POST', integration, signed);
  v1.addResource('on-call').addMethod('GET', integration, signed);
  v1.addResource('report').addMethod('GET', integration, signed);
}

/**
 * The routes of signed links. The gateway asks for nothing: who has such a link may open it, and the function looks at its
 * signature. HEAD is what programs that look links over ask first; it is answered like GET, and neither changes anything.
 */
export function addScreenRoutes(root: IResource, screen: IFunction): void {
  const integration = new LambdaIntegration(screen, { allowTestInvoke: false });
  const link = root.addResource('s').addResource('{token}');
  for (const method of ['GET', 'HEAD', 'POST']) {
    link.addMethod(method, integration, { authorizationType: AuthorizationType.NONE });
  }
}
