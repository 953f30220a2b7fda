import type { APIGatewayProxyEvent } from 'aws-lambda';
import { identityAndAccess } from '../../local/iam/iam.ts';
import type { FaultMode, InvocationOutcome, Parts } from '../../local/kernel/parts.ts';
import type { AwsAnswer, Caller } from '../../local/kernel/service.ts';
import { visitBook } from '../../local/kernel/visits.ts';
import { apiGatewayService } from '../../local/services/api-gateway/api-gateway.ts';
import type { ApiRequest } from '../../local/services/api-gateway/route.ts';
import { provision } from '../../local/template/provision.ts';
import { anAssembly } from './template/a-stack.ts';

/** What the function behind the API got. */
interface Invocation {
  readonly functionArn: string;
  readonly event: APIGatewayProxyEvent;
  readonly caller: Caller;
}

/** An API of one region. The test controls its functions, clock and faults. */
export interface AnApi {
  readonly invocations: Invocation[];
  readonly told: string[];
  request(method: string, path: string, more?: Partial<ApiRequest>): Promise<AwsAnswer>;
  /** Sets what the functions do from now on. Before that they answer 200. */
  functionsAnswer(outcome: Promise<InvocationOutcome> | InvocationOutcome): void;
  passTime(milliseconds: number): void;
  switchFault(mode: FaultMode | undefined): void;
}

export const functionArn = 'arn:aws:lambda:eu-central-1:111122223333:function:intake';

/** The integration of each method in the tests. */
export const Integration = {
  Type: 'AWS_PROXY',
  IntegrationHttpMethod: 'POST',
  Uri: `arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
};

const RestApiId = { Ref: 'Api' };

/** A template with an API of these methods: `GET /v1/health`. */
export function apiTemplate(methods: readonly string[], more: Readonly<Record<string, object>> = {}): object {
  const resources: Record<string, object> = {
    Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'api' } },
    Stage: {
      Type: 'AWS::ApiGateway::Stage',
      Properties: { RestApiId, StageName: 'live', DeploymentId: { Ref: 'Deployment' } },
    },
  };
  for (const method of methods) {
    const [HttpMethod = '', path = '', AuthorizationType = 'NONE'] = method.split(' ');
    const ResourceId = addPath(resources, path.split('/').filter(Boolean));
    const Properties = { RestApiId, ResourceId, HttpMethod, AuthorizationType, Integration };
    resources[`Method${Object.keys(resources).length}`] = { Type: 'AWS::ApiGateway::Method', Properties };
  }
  const DependsOn = [...Object.keys(resources).filter((id) => id.startsWith('Method')), ...Object.keys(more)];
  const Deployment = { Type: 'AWS::ApiGateway::Deployment', Properties: { RestApiId }, DependsOn };
  return { Resources: { ...resources, ...more, Deployment } };
}

function addPath(resources: Record<string, object>, segments: readonly string[]): object {
  const PathPart = segments.at(-1);
  if (PathPart === undefined) return { 'Fn::GetAtt': ['Api', 'RootResourceId'] };
  const ParentId = addPath(resources, segments.slice(0, -1));
  const logicalId = `Path${segments.join('/')}`;
  resources[logicalId] = { Type: 'AWS::ApiGateway::Resource', Properties: { RestApiId, ParentId, PathPart } };
  return { Ref: logicalId };
}

/** A gateway response for the template. */
export function gatewayResponse(ResponseType: string, properties: object): object {
  return { Type: 'AWS::ApiGateway::GatewayResponse', Properties: { RestApiId, ResponseType, ...properties } };
}

export function anApi(template: object): AnApi {
  const timers = new Map<object, { readonly due: number; readonly fire: () => void }>();
  const invocations: Invocation[] = [];
  const told: string[] = [];
  const listeners: (() => void)[] = [];
  let now = Date.UTC(2026, 10, 23, 2, 10);
  let fault: FaultMode | undefined;
  let outcome: Promise<InvocationOutcome> | InvocationOutcome = {
    kind: 'returned',
    payload: { statusCode: 200 },
  };
  const parts: Parts = {
    account: '111122223333',
    authorizer: identityAndAccess('111122223333').authorizer,
    activity: { begin: () => () => undefined },
    clock: {
      now: () => now,
      at(due, label, fire) {
        const timer = { due, label };
        timers.set(timer, { due, fire });
        return timer;
      },
      cancel: (timer) => void timers.delete(timer),
    },
    faults: {
      mode: (service, { to }) => (service === 'api' && to === 'eu-central-1' ? fault : undefined),
      onChange(listener) {
        listeners.push(listener);
        return () => undefined;
      },
    },
    functions: {
      async invoke(arn, event, caller) {
        invocations.push({ functionArn: arn, event: event as APIGatewayProxyEvent, caller });
        return outcome;
      },
      enqueue() {},
    },
    queues: { send() {} },
    visits: visitBook(),
    random: () => 0.5,
    tell: (line) => void told.push(line),
  };
  const service = apiGatewayService(parts);
  provision(anAssembly(template), service.resourceTypes);
  return {
    invocations,
    told,
    request: (method, path, more = {}) =>
      service.handle('eu-central-1', {
        method,
        path,
        query: new URLSearchParams(),
        headers: {},
        body: Buffer.alloc(0),
        ...more,
      }),
    functionsAnswer(next) {
      outcome = next;
    },
    passTime(milliseconds) {
      now += milliseconds;
      for (const { due, fire } of [...timers.values()]) if (due <= now) fire();
    },
    switchFault(mode) {
      fault = mode;
      for (const listener of listeners) listener();
    },
  };
}
