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

  /** Whether CloudWatch has metrics of each route. It bills them as custom metrics. */
  readonly detailedMetrics: boolean;

  /** Answers sources of alarms, and requests for unknown paths. */
  readonly intake: IFunction;

  /** Answers people and their tools. */
  readonly people: IFunction;

  /** Answers requests with a signed link. */
  readonly screen: IFunction;

  /** Sends pages, and so test pages. */
  readonly step: IFunction;

  /** The functions that send such links. They get the address of the screens. */
  readonly linkers: readonly LambdaFunction[];
}

const stageName = 'live';

/**
 * The rate that the gateway lets through: 30 times a storm of 10,000 alarms in a minute. The limit leaves half of the
 * account's 10,000 requests a second to its other APIs.
 */
const requestsPerSecond = 5000;

const requestsAtOnce = 5000;

/**
 * The way in for alarms and people. It is a REST API, since only a REST API lets one choose the gateway's own answers: see
 * docs/adr/0005.
 *
 * The gateway looks only at the path and the method of an alarm. The function checks its sender and reads its body, and stores
 * what it cannot read. The gateway asks people for a signature.
 */
export class IntakeApi extends Construct {
  readonly restApi: RestApi;

  constructor(
    scope: Construct,
    id: string,
    { apiName, detailedMetrics, linkers, ...answering }: IntakeApiProps,
  ) {
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
        metricsEnabled: detailedMetrics,
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
   * Adds every route of the table, and nothing else. Where a route asks for a signature, the gateway refuses callers without
   * the permission `execute-api:Invoke`: a stranger can neither read who is on call nor acknowledge an incident.
   */
  private addRoutes(answering: Answering): void {
    const integrations = {
      intake: new LambdaIntegration(answering.intake, { allowTestInvoke: false }),
      people: new LambdaIntegration(answering.people, { allowTestInvoke: false }),
      screen: new LambdaIntegration(answering.screen, { allowTestInvoke: false }),
      step: new LambdaIntegration(answering.step, { allowTestInvoke: false }),
    };
    for (const { method, path, servedBy, caller } of Object.values<Route>(routes)) {
      const { IAM, NONE } = AuthorizationType;
      this.restApi.root.resourceForPath(path).addMethod(method, integrations[servedBy], {
        authorizationType: caller === 'AWS signature' ? IAM : NONE,
      });
    }
  }

  /** Built from the API's id. The stage's own URL would make the functions depend on the API that depends on them. */
  private address(): string {
    const { region } = Stack.of(this);
    return `https://${this.restApi.restApiId}.execute-api.${region}.${Aws.URL_SUFFIX}/${stageName}`;
  }
}

type Answering = Pick<IntakeApiProps, 'intake' | 'people' | 'screen' | 'step'>;

/**
 * The log is enough to compare the 2xx answers of a day with the stored alarms, and to find one request. It has no
 * header and no body. It has the route instead of the path, so it has no keys.
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
