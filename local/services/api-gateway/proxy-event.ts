import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { AwsAnswer, Caller } from '../../kernel/service.ts';
import { isRecord, type JsonRecord } from '../../template/json.ts';
import type { RestApi, Stage } from './rest-api.ts';
import type { ApiRequest, Route } from './route.ts';

/** What the gateway adds to the request of the client. */
export interface RequestFacts {
  readonly api: RestApi;
  readonly stage: Stage;
  readonly account: string;
  readonly requestId: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
}

type Identity = APIGatewayProxyEvent['requestContext']['identity'];

/** The event of a Lambda proxy integration of a REST API, payload format 1.0. */
export function proxyEvent(request: ApiRequest, route: Route, facts: RequestFacts): APIGatewayProxyEvent {
  const headers = receivedHeaders(request, facts);
  const query = [...new Set(request.query.keys())];
  const { basePath, isOwnName } = placeOf(request, facts);
  return {
    resource: route.method.resource.path,
    // Source: awslabs/aws-serverless-express issue 216, localstack pull request 12296: `path` keeps the base path of
    // a custom domain name. With API Gateway's own name the stage is only in the request's context.
    path: isOwnName ? request.path : `${basePath}${request.path}`,
    httpMethod: request.method,
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    queryStringParameters: orNull(query.map((name) => [name, request.query.getAll(name).at(-1) ?? ''])),
    multiValueQueryStringParameters: orNull(query.map((name) => [name, request.query.getAll(name)])),
    pathParameters: route.pathParameters,
    stageVariables: facts.stage.variables,
    requestContext: requestContext(request, route, facts),
    body: request.body.length === 0 ? null : request.body.toString('utf8'),
    isBase64Encoded: false,
  };
}

function requestContext(
  request: ApiRequest,
  { method }: Route,
  { api, stage, account, requestId, receivedAt }: RequestFacts,
): APIGatewayProxyEvent['requestContext'] {
  const place = placeOf(request, { api, stage });
  return {
    accountId: account,
    apiId: api.id,
    authorizer: undefined,
    domainName: place.domainName,
    domainPrefix: api.id,
    extendedRequestId: requestId,
    httpMethod: request.method,
    identity: identity(request, method.authorization === 'AWS_IAM' ? request.signedBy : undefined, account),
    path: `${place.basePath}${request.path}`,
    protocol: 'HTTP/1.1',
    requestId,
    requestTime: requestTime(receivedAt),
    requestTimeEpoch: receivedAt,
    resourceId: method.resource.id,
    resourcePath: method.resource.path,
    stage: stage.name,
  };
}

/**
 * The headers as a function sees them in AWS: spelt as clients of HTTP/1.1 spell them, with the gateway's headers
 * added. A function that looks for a name in lower case fails here and in AWS.
 */
function receivedHeaders(
  request: ApiRequest,
  { api, stage, requestId }: RequestFacts,
): Record<string, string> {
  const { domainName, port, scheme } = placeOf(request, { api, stage });
  const all = {
    ...request.headers,
    host: domainName,
    'x-amzn-trace-id': `Root=1-${requestId.slice(0, 8)}-${requestId.replaceAll('-', '').slice(8, 32)}`,
    'x-forwarded-for': sourceIp,
    'x-forwarded-port': port,
    'x-forwarded-proto': scheme,
  };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [spelt(name), value]));
}

function spelt(name: string): string {
  return name.replaceAll(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
}

const sourceIp = '127.0.0.1';

function identity({ headers }: ApiRequest, signedBy: Caller | undefined, account: string): Identity {
  const userArn = signedBy === undefined ? null : arnOf(signedBy, account);
  return {
    accessKey: null,
    accountId: signedBy === undefined ? null : account,
    apiKey: null,
    apiKeyId: null,
    caller: userArn,
    clientCert: null,
    cognitoAuthenticationProvider: null,
    cognitoAuthenticationType: null,
    cognitoIdentityId: null,
    cognitoIdentityPoolId: null,
    principalOrgId: null,
    sourceIp,
    user: userArn,
    userAgent: headers['user-agent'] ?? null,
    userArn,
  };
}

function arnOf(caller: Caller, account: string): string {
  if (caller.kind === 'account') return `arn:aws:iam::${account}:root`;
  if (caller.kind === 'service') return caller.principal;
  return `arn:aws:sts::${account}:assumed-role/${caller.roleArn.split('/').at(-1)}/${caller.sessionName}`;
}

/** The address by which a client has reached the API. */
interface Place {
  readonly domainName: string;
  readonly port: string;
  readonly scheme: string;
  /** What stands before the path: the stage, or the base path of a custom domain name. */
  readonly basePath: string;
  /** API Gateway has given the API this name. */
  readonly isOwnName: boolean;
}

/**
 * A client that uses the cloud's own port reaches an API as by a custom domain name, with the region as its base
 * path. Every other client uses the name that API Gateway gives, with the stage.
 */
function placeOf({ headers }: ApiRequest, { api, stage }: Pick<RequestFacts, 'api' | 'stage'>): Place {
  const [, host, port] = /^(127\.0\.0\.1|localhost):(\d+)$/.exec(headers['host'] ?? '') ?? [];
  if (host !== undefined && port !== undefined) {
    return { domainName: host, port, scheme: 'http', basePath: `/${api.region}`, isOwnName: false };
  }
  const domainName = `${api.id}.execute-api.${api.region}.amazonaws.com`;
  return { domainName, port: '443', scheme: 'https', basePath: `/${stage.name}`, isOwnName: true };
}

/** `09/Apr/2015:12:34:56 +0000` */
function requestTime(epochMilliseconds: number): string {
  const [, day, month, year, time] = new Date(epochMilliseconds).toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

function orNull<T>(entries: readonly (readonly [string, T])[]): Record<string, T> | null {
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

/** The outcome of reading a function's answer. */
export type ProxyAnswer =
  | { readonly kind: 'answer'; readonly answer: AwsAnswer }
  | { readonly kind: 'malformed'; readonly reason: string };

const known = ['body', 'headers', 'isBase64Encoded', 'multiValueHeaders', 'statusCode'];

/** Reads the answer of a function behind a proxy integration, as strictly as the gateway does. */
export function proxyAnswer(payload: unknown): ProxyAnswer {
  if (!isRecord(payload)) return malformed('it is not an object');
  const unknown = Object.keys(payload).filter((name) => !known.includes(name));
  if (unknown.length > 0) return malformed(`it has other members: ${unknown.join(', ')}`);
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = payload;

  const status = Number(statusCode);
  if (statusCode === undefined || !Number.isInteger(status) || status < 100 || status > 599) {
    return malformed(`the statusCode is no HTTP status: ${statusCode}`);
  }
  if (body !== undefined && body !== null && typeof body !== 'string')
    return malformed('the body is not a text');
  if (isBase64Encoded === true)
    return malformed('the body is binary, and the API declares no binary media types');
  const answered = readHeaders(headers ?? {}, multiValueHeaders ?? {});
  if (answered === undefined) return malformed('the headers are not an object of texts');
  return {
    kind: 'answer',
    answer: { status, headers: { 'content-type': 'application/json', ...answered }, body: body ?? '' },
  };
}

function readHeaders(headers: unknown, multiValueHeaders: unknown): Record<string, string> | undefined {
  if (!isRecord(headers) || !isRecord(multiValueHeaders)) return undefined;
  const many = Object.entries(multiValueHeaders).map(([name, values]) => [
    name,
    Array.isArray(values) ? values.join(', ') : undefined,
  ]);
  const all: JsonRecord = { ...headers, ...Object.fromEntries(many) };
  if (!Object.values(all).every((value) => ['string', 'number', 'boolean'].includes(typeof value)))
    return undefined;
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function malformed(reason: string): ProxyAnswer {
  return { kind: 'malformed', reason };
}
