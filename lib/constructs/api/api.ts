import { Aws, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccessLogField,
  AccessLogFormat,
  AuthorizationType,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Route, routes } from '../../../domain/api/routes.ts';
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

  /**
   * Every route of the table, and nothing else. Of people the gateway asks for a signature, and lets nobody through who may
   * not call the route (`execute-api:Invoke`): a stranger can neither read who is on call nor acknowledge an incident.
   */
  private addRoutes(answering: Answering): void {
    const integrations = {
      intake: new LambdaIntegration(answering.intake, { allowTestInvoke: false }),
      people: new LambdaIntegration(answering.people, { allowTestInvoke: false }),
      screen: new LambdaIntegration(answering.screen, { allowTestInvoke: false }),
    };
    for (const { method, path, servedBy, caller } of Object.values<Route>(routes)) {
      const { IAM, NONE } = AuthorizationType;
      this.restApi.root.resourceForPath(path).addMethod(method, integrations[servedBy], {
        authorizationType: caller === 'AWS signature' ? IAM : NONE,
      });
    }
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
