import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type * as z from 'zod/mini';
import { type ApiFunction, type Route, type RoutesOf, routes } from '../../domain/api/routes.ts';
import type { Integration, Organization } from '../../domain/organization/organization.ts';
import { hashOf } from '../../sources/raw-event.ts';
import { headerOf } from './problem.ts';

/** Who makes a request, and how. */
export interface Requester {
  /** The responder's id. */
  readonly by: string;
  readonly path: 'board' | 'command line';
  /** Names the request. A request that is sent to both cells counts once. */
  readonly id: string;
}

/** The body as its sender wrote it. */
export function bodyOf({ body, isBase64Encoded }: APIGatewayProxyEvent): string {
  return isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? '');
}

/** Reads the query of a request by its schema, or says what is wrong with it and what is allowed. */
export function readQuery<S extends z.ZodMiniObject>(
  schema: S,
  { queryStringParameters }: APIGatewayProxyEvent,
): z.output<S> | string {
  const query = queryStringParameters ?? {};
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys')
      return `There is no parameter ${issue.keys.join(', ')}, only ${Object.keys(schema.shape).join(', ')}.`;
    const name = issue.path.join('.');
    return `${name} ${issue.message}, got ${query[name]}.`;
  });
  return [...new Set(wrong)].join(' ');
}

/**
 * Reads the body of a request by its schema, or says what is wrong with it: the place, and what is allowed there.
 * `example` is shown to a caller whose body is no JSON.
 */
export function readBody<S extends z.ZodMiniType>(
  schema: S,
  event: APIGatewayProxyEvent,
  example: unknown,
): z.output<S> | string {
  const body = jsonIn(bodyOf(event));
  if (body === undefined) return `The body must be JSON, such as ${JSON.stringify(example)}.`;
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `${issue.keys.join(', ')} is not known here.`
      : `${issue.path.join('.') || 'The body'} ${issue.path.length > 0 ? issue.message : 'must be a JSON object'}.`,
  );
  return [...new Set(wrong)].join(' ');
}

function jsonIn(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Characters of an idempotency key. The incident's item stores the last few keys. */
const maxId = 100;

/** Reads the name of a request, by which both cells recognize it; or says what is wrong with the name. */
export function requestIdOf(event: APIGatewayProxyEvent): { readonly id: string } | string {
  const id = headerOf(event, 'idempotency-key') ?? event.requestContext.requestId;
  return id.length > maxId ? `Idempotency-Key must be at most ${maxId} characters.` : { id: `request#${id}` };
}

/** Finds the integration that has a key. The organization stores only hashes of keys. */
export function integrationWithKey(
  { integrations }: Organization,
  key: string | undefined,
): Integration | undefined {
  if (key === undefined) return undefined;
  const keyHash = `sha256:${hashOf(key)}`;
  return integrations.find((integration) => integration.keyHash === keyHash);
}

/** Answers the requests of one route. The function passes `given` to all of its handlers. */
export type Handler<Given> = (
  event: APIGatewayProxyEvent,
  given: Given,
) => APIGatewayProxyResult | Promise<APIGatewayProxyResult>;

/** The handlers of a function: exactly one for each route that the table gives it. */
export type Handlers<F extends ApiFunction, Given> = Readonly<Record<RoutesOf<F>, Handler<Given>>>;

/**
 * Finds the handler for a request by the resource that the gateway has matched. It does not read the path: behind a
 * user's domain that begins with the base path. Throws when the gateway has a route that the function does not have.
 */
export function handlerOf<Given>(
  handlers: Readonly<Record<string, Handler<Given>>>,
  { httpMethod, resource }: APIGatewayProxyEvent,
): Handler<Given> {
  const [name] =
    Object.entries<Route>(routes).find(
      ([, { method, path }]) => path === resource && (method === httpMethod || method === 'ANY'),
    ) ?? [];
  const handler = name !== undefined && Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (handler === undefined) {
    throw new Error(`the gateway has a route that this function does not know: ${httpMethod} ${resource}`);
  }
  return handler;
}
