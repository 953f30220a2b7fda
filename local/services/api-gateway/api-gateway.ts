/** API Gateway: REST APIs with functions behind them. */

import type { Faults, Parts } from '../../kernel/parts.ts';
import type { AwsAnswer, CloudService } from '../../kernel/service.ts';
import { uuid } from '../wire/uuid.ts';
import { type GatewayErrorType, gatewayAnswer } from './gateway-responses.ts';
import { type IntegrationOutcome, invokeInTime } from './integration.ts';
import { proxyAnswer, proxyEvent, type RequestFacts } from './proxy-event.ts';
import { apiResourceTypes } from './resource-types.ts';
import { noRestApis, type RestApis } from './rest-api.ts';
import { type ApiRequest, type Route, routeOf } from './route.ts';

/** API Gateway: the REST API of each region, with Lambda functions behind it. */
export interface ApiGatewayService extends CloudService {
  /**
   * Serves one request. It does all work before it returns its promise, except waiting for a function or in a fault
   * that hangs. So the caller ends its own count of activity right after the call. Rejects in a region without an
   * API.
   */
  handle(region: string, request: ApiRequest): Promise<AwsAnswer>;
}

/** Everything that the gateway knows of one request. */
interface Exchange {
  readonly parts: Parts;
  readonly request: ApiRequest;
  readonly facts: RequestFacts;
}

/** The largest request that a REST API takes. Source: API Gateway quotas. */
const largestRequestBytes = 10 * 1024 * 1024;

/** The largest event of a synchronous invocation. The gateway answers 413 to a larger one. Source: Lambda quotas. */
const largestEventBytes = 6 * 1024 * 1024;

/** The answer of a region whose gateway cannot be reached. No gateway response changes it. */
const unreachable: AwsAnswer = { status: 503, body: '' };

/** The API Gateway of a local cloud. */
export function apiGatewayService(parts: Parts): ApiGatewayService {
  const apis = noRestApis();
  return {
    resourceTypes: apiResourceTypes(apis),
    async handle(region, request) {
      return serve({ parts, request, facts: factsOf(region, apis, parts) });
    },
  };
}

function factsOf(region: string, apis: RestApis, { account, clock, random }: Parts): RequestFacts {
  const api = apis.ofRegion(region);
  if (api?.stage === undefined) throw new Error(`there is no REST API in ${region}`);
  return { api, stage: api.stage, account, requestId: uuid(random), receivedAt: clock.now() };
}

async function serve(exchange: Exchange): Promise<AwsAnswer> {
  const { parts, request, facts } = exchange;
  const fault = apiFault(parts.faults, facts.api.region);
  if (fault === 'throttle') return refuse(exchange, 'THROTTLED');
  if (fault === 'hang' || fault === 'drop') await untilAnswering(parts.faults, facts.api.region);
  if (fault !== undefined) return unreachable;
  if (request.body.length > largestRequestBytes) return refuse(exchange, 'REQUEST_TOO_LARGE');

  const route = routeOf(facts.api, request.method, request.path);
  if (route === undefined) return refuse(exchange, 'MISSING_AUTHENTICATION_TOKEN');
  return refuseUnauthorized(exchange, route) ?? integrate(exchange, route);
}

/**
 * The gateway's refusal when a call must be signed and is not, or when its signer is not allowed; otherwise
 * undefined.
 */
function refuseUnauthorized(exchange: Exchange, { method }: Route): AwsAnswer | undefined {
  const { parts, request } = exchange;
  if (method.authorization === 'NONE') return undefined;
  if (request.signedBy === undefined) return refuse(exchange, 'MISSING_AUTHENTICATION_TOKEN');
  const permission = { action: 'execute-api:Invoke', resource: executionArn(exchange, request.path) };
  const refusal = parts.authorizer.refusal(request.signedBy, permission);
  return refusal === undefined ? undefined : refuse(exchange, 'ACCESS_DENIED', refusal);
}

async function integrate(exchange: Exchange, route: Route): Promise<AwsAnswer> {
  const { parts, request, facts } = exchange;
  const event = proxyEvent(request, route, facts);
  if (Buffer.byteLength(JSON.stringify(event)) > largestEventBytes)
    return refuse(exchange, 'REQUEST_TOO_LARGE');
  const { integration, resource } = route.method;
  const outcome = await invokeInTime(parts, integration, event, {
    kind: 'service',
    principal: 'apigateway.amazonaws.com',
    sourceArn: executionArn(exchange, resource.path),
  });
  return answerTo(outcome, exchange);
}

/**
 * The errors with which Lambda itself refuses. The gateway treats them as its own misconfiguration, not as a failure
 * of the function.
 */
const refusalsByLambda = [
  'AccessDeniedException',
  'ResourceNotFoundException',
  'ServiceException',
  'TooManyRequestsException',
];

function answerTo(outcome: IntegrationOutcome, exchange: Exchange): AwsAnswer {
  if (outcome.kind === 'timed out') return refuse(exchange, 'INTEGRATION_TIMEOUT');
  if (outcome.kind === 'failed') {
    const isRefused = refusalsByLambda.includes(outcome.error);
    return refuse(exchange, isRefused ? 'API_CONFIGURATION_ERROR' : 'MALFORMED_FUNCTION_ANSWER');
  }
  const read = proxyAnswer(outcome.payload);
  if (read.kind === 'malformed') {
    const { method, path } = exchange.request;
    exchange.parts.tell(`${method} ${path}: the function's answer is malformed: ${read.reason}`);
    return refuse(exchange, 'MALFORMED_FUNCTION_ANSWER');
  }
  return {
    ...read.answer,
    headers: { ...read.answer.headers, 'x-amzn-requestid': exchange.facts.requestId },
  };
}

function refuse({ facts }: Exchange, type: GatewayErrorType, message?: string): AwsAnswer {
  const error = { type, requestId: facts.requestId, ...(message === undefined ? {} : { message }) };
  return gatewayAnswer(error, facts.api.gatewayResponses);
}

function executionArn({ request, facts }: Exchange, path: string): string {
  const { api, stage, account } = facts;
  return `arn:aws:execute-api:${api.region}:${account}:${api.id}/${stage.name}/${request.method}${path}`;
}

/** A caller of an API is in no region of the cloud. */
const regionOfCallers = 'outside';

/** The fault that is switched for a region's API, if any. */
export function apiFault(faults: Faults, region: string): ReturnType<Faults['mode']> {
  return faults.mode('api', { from: regionOfCallers, to: region });
}

/** Waits while a fault keeps the API from answering its callers. */
export function untilAnswering(faults: Faults, region: string): Promise<void> {
  return new Promise((over) => {
    const stopListening = faults.onChange(() => {
      const fault = apiFault(faults, region);
      if (fault === 'hang' || fault === 'drop') return;
      stopListening();
      over();
    });
  });
}
