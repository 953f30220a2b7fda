import type { AwsAnswer } from '../../kernel/service.ts';

/** The gateway's own answer to one type of error, where a template changes it. */
export interface GatewayResponse {
  readonly statusCode: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly template: string | undefined;
}

/** What went wrong in one request. The template of a gateway response can use it. */
export interface GatewayError {
  readonly type: GatewayErrorType;
  readonly requestId: string;
  /** A message that replaces the message of the type. */
  readonly message?: string;
}

interface Default {
  readonly status: number;
  readonly message: string;
  /** The value of the header `x-amzn-errortype`. */
  readonly errorType: string;
}

/**
 * The errors that this gateway answers itself. A malformed answer of a function has no type of its own: only
 * `DEFAULT_5XX` changes it. Source: API Gateway developer guide, gateway response types.
 */
const defaults = {
  ACCESS_DENIED: {
    status: 403,
    message: 'User is not authorized to access this resource',
    errorType: 'AccessDeniedException',
  },
  API_CONFIGURATION_ERROR: {
    status: 500,
    message: 'Internal server error',
    errorType: 'InternalServerErrorException',
  },
  INTEGRATION_FAILURE: {
    status: 504,
    message: 'Network error communicating with endpoint',
    errorType: 'InternalServerErrorException',
  },
  INTEGRATION_TIMEOUT: {
    status: 504,
    message: 'Endpoint request timed out',
    errorType: 'InternalServerErrorException',
  },
  MALFORMED_FUNCTION_ANSWER: {
    status: 502,
    message: 'Internal server error',
    errorType: 'InternalServerErrorException',
  },
  MISSING_AUTHENTICATION_TOKEN: {
    status: 403,
    message: 'Missing Authentication Token',
    errorType: 'MissingAuthenticationTokenException',
  },
  REQUEST_TOO_LARGE: {
    status: 413,
    message: 'HTTP content length exceeded 10485760 bytes.',
    errorType: 'RequestTooLargeException',
  },
  THROTTLED: { status: 429, message: 'Too Many Requests', errorType: 'TooManyRequestsException' },
} as const satisfies Readonly<Record<string, Default>>;

export type GatewayErrorType = keyof typeof defaults;

/** All types that a template may change. Some of them never happen here. */
export const responseTypes = [
  'ACCESS_DENIED',
  'API_CONFIGURATION_ERROR',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'AUTHORIZER_FAILURE',
  'BAD_REQUEST_BODY',
  'BAD_REQUEST_PARAMETERS',
  'DEFAULT_4XX',
  'DEFAULT_5XX',
  'EXPIRED_TOKEN',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
  'INVALID_API_KEY',
  'INVALID_SIGNATURE',
  'MISSING_AUTHENTICATION_TOKEN',
  'QUOTA_EXCEEDED',
  'REQUEST_TOO_LARGE',
  'RESOURCE_NOT_FOUND',
  'THROTTLED',
  'UNAUTHORIZED',
  'UNSUPPORTED_MEDIA_TYPE',
  'WAF_FILTERED',
];

const defaultTemplate = '{"message":$context.error.messageString}';

/**
 * The gateway's answer to an error. The template's answer for its type comes first, then the one for all 4xx or 5xx,
 * then AWS's.
 */
export function gatewayAnswer(
  error: GatewayError,
  responses: ReadonlyMap<string, GatewayResponse>,
): AwsAnswer {
  const standard: Default = defaults[error.type];
  const changed =
    responses.get(error.type) ?? responses.get(standard.status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX');
  return {
    status: changed?.statusCode ?? standard.status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-errortype': standard.errorType,
      'x-amzn-requestid': error.requestId,
      ...changed?.headers,
    },
    body: render(changed?.template ?? defaultTemplate, error),
  };
}

type Variable = (error: GatewayError) => string;

const variables: Readonly<Record<string, Variable>> = {
  '$context.error.message': messageOf,
  '$context.error.messageString': (error) => JSON.stringify(messageOf(error)),
  '$context.error.responseType': ({ type }) => type,
  '$context.requestId': ({ requestId }) => requestId,
};

const variable = /\$[A-Za-z.]*[A-Za-z]|\$/g;

/** Throws an error that names whatever in a template is neither plain text nor a known variable. */
export function checkTemplate(template: string): void {
  for (const [name] of template.matchAll(variable)) {
    if (variables[name] === undefined) throw new Error(`${name} is not known here in a response template`);
  }
  if (template.includes('#set') || template.includes('#if')) {
    throw new Error(`directives are not known here in a response template`);
  }
}

function render(template: string, error: GatewayError): string {
  return template.replaceAll(variable, (name) => variables[name]?.(error) ?? '');
}

function messageOf({ type, message }: GatewayError): string {
  return message ?? defaults[type].message;
}
