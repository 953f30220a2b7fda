import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

/** An answer of the gateway itself: for which error, with which status and title. */
interface OwnAnswer {
  readonly type: ResponseType;
  readonly status: number;
  readonly title: string;
}

/** The alarm may be real. Most senders count a 4xx as delivered, and try again only after a 5xx. */
const tryAgain: readonly OwnAnswer[] = [
  { type: ResponseType.THROTTLED, status: 503, title: 'Too many requests at once' },
  { type: ResponseType.QUOTA_EXCEEDED, status: 503, title: 'Too many requests today' },
  { type: ResponseType.WAF_FILTERED, status: 503, title: 'Stopped by a firewall' },
  { type: ResponseType.API_CONFIGURATION_ERROR, status: 503, title: 'The API is not set up well' },
  { type: ResponseType.AUTHORIZER_CONFIGURATION_ERROR, status: 503, title: 'The API is not set up well' },
  { type: ResponseType.AUTHORIZER_FAILURE, status: 503, title: 'The caller could not be checked' },
  { type: ResponseType.INTEGRATION_FAILURE, status: 503, title: 'The alarm could not be taken in' },
  { type: ResponseType.INTEGRATION_TIMEOUT, status: 503, title: 'The alarm could not be taken in in time' },
  { type: ResponseType.BAD_REQUEST_BODY, status: 503, title: 'The request could not be handed over' },
  { type: ResponseType.BAD_REQUEST_PARAMETERS, status: 503, title: 'The request could not be handed over' },
  { type: ResponseType.UNSUPPORTED_MEDIA_TYPE, status: 503, title: 'The request could not be handed over' },
  { type: ResponseType.DEFAULT_5XX, status: 503, title: 'Something failed on our side' },
  // For types that AWS may add later: one retry too many is better than a lost alarm.
  { type: ResponseType.DEFAULT_4XX, status: 503, title: 'The request could not be handed over' },
];

/**
 * No real alarm gets this: the route does not exist, the caller proves nothing, or the request is too large for the
 * gateway.
 */
const refused: readonly OwnAnswer[] = [
  { type: ResponseType.REQUEST_TOO_LARGE, status: 413, title: 'Too large' },
  { type: ResponseType.UNAUTHORIZED, status: 401, title: 'Who are you?' },
  { type: ResponseType.ACCESS_DENIED, status: 403, title: 'Not permitted' },
  { type: ResponseType.EXPIRED_TOKEN, status: 403, title: 'The credentials have expired' },
  { type: ResponseType.INVALID_API_KEY, status: 403, title: 'Not permitted' },
  { type: ResponseType.INVALID_SIGNATURE, status: 403, title: 'The signature is not right' },
  // The answer to an unsigned request that must be signed, and to a method that a path does not have.
  { type: ResponseType.MISSING_AUTHENTICATION_TOKEN, status: 403, title: 'Not signed' },
  { type: ResponseType.RESOURCE_NOT_FOUND, status: 404, title: 'There is nothing here' },
];

/** The time after which a sender may try again, in seconds. Throttling counts each second by itself. */
const retryAfterSeconds = 1;

/**
 * Sets the gateway's own answers, as problem documents (RFC 9457), for every type of error that there is. Source: API Gateway developer guide, gateway response types.
 */
export function answerAsProblems(restApi: RestApi): void {
  for (const answer of tryAgain) respond(restApi, answer, { 'Retry-After': `'${retryAfterSeconds}'` });
  for (const answer of refused) respond(restApi, answer, {});
}

function respond(
  restApi: RestApi,
  { type, status, title }: OwnAnswer,
  headers: Readonly<Record<string, string>>,
): void {
  restApi.addGatewayResponse(type.responseType, {
    type,
    statusCode: String(status),
    responseHeaders: { 'Content-Type': "'application/problem+json'", ...headers },
    templates: { 'application/json': JSON.stringify({ type: 'about:blank', title, status }) },
  });
}
