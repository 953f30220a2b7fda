import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { type ApiFunction, type Route, type RoutesOf, routes } from '../../domain/api/routes.ts';

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
