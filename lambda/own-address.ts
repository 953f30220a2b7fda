import type { APIGatewayProxyEvent } from 'aws-lambda';
import { headerOf } from './header.ts';

/**
 * The address by which the caller reaches this cell, without a slash at its end: API Gateway's own with the stage, a domain
 * of the user's with its base path, or the laptop's. `path` is the one that was asked for, as the routes know it.
 */
export function ownAddress(event: APIGatewayProxyEvent, path: string): string {
  const { domainName, path: whole } = event.requestContext;
  if (domainName === undefined || !whole.endsWith(path))
    throw new Error(`no address is known by which ${path} was asked`);
  const scheme = headerOf(event, 'x-forwarded-proto') ?? 'https';
  const port = headerOf(event, 'x-forwarded-port') ?? usualPorts[scheme];
  const host = port === usualPorts[scheme] ? domainName : `${domainName}:${port}`;
  return `${scheme}://${host}${whole.slice(0, whole.length - path.length)}`;
}

const usualPorts: Readonly<Record<string, string>> = { https: '443', http: '80' };
