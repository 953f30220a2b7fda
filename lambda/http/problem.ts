import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { Problem } from '../../domain/api/answers.ts';
import type { Notice } from '../../domain/incident/notice.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** An answer as JSON, of the shape that the API promises: `json<OnCall>(200, ...)`. */
export function json<Body>(statusCode: number, body: NoInfer<Body>): APIGatewayProxyResult {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** An error as a problem document. Source: RFC 9457. */
export function problem(
  status: number,
  { title, detail }: { readonly title: string; readonly detail: string },
): APIGatewayProxyResult {
  const type = `https://permanence.invalid/problems/${title.toLowerCase().replaceAll(' ', '-')}`;
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      ...(status === 503 ? { 'retry-after': '5' } : {}),
    },
    body: JSON.stringify({ type, title, status, detail } satisfies Problem),
  };
}

/** The answer to a request that says something it cannot mean: what is wrong, and what is allowed. */
export function badRequest(detail: string): APIGatewayProxyResult {
  return problem(400, { title: 'Not understood', detail });
}

/** A header of a request. Its name comes as the client has spelt it. */
export function headerOf({ headers }: APIGatewayProxyEvent, name: string): string | undefined {
  return Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];
}

/** An instant as the API writes it. */
export function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}

/** The same for what may not be. */
export function isoOrNull(instant: Instant | undefined): string | null {
  return instant === undefined ? null : iso(instant);
}

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

/** What an incident would tell a phone at once, for the caller of the API: what stands in the way, if anything does. */
export function problemOf(notice: Notice | undefined): APIGatewayProxyResult | undefined {
  if (notice === undefined) return undefined;
  if (notice.kind !== 'alreadyOver') throw new Error(`the API has no words for ${notice.kind}`);
  return alreadyResolved(notice.code);
}

/** The answer to whoever would still change an incident that is over. */
export function alreadyResolved(code: string): APIGatewayProxyResult {
  const detail = `The incident ${code} is resolved: it can be looked at, and nothing else.`;
  return problem(409, { title: 'Already resolved', detail });
}
