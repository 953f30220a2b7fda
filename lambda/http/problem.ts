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

/** Refuses a request that cannot be understood. The detail says what is wrong, and what is allowed. */
export function badRequest(detail: string): APIGatewayProxyResult {
  return problem(400, { title: 'Not understood', detail });
}

/** A header of a request, in any spelling of its name. `name` is in lower case. */
export function headerOf({ headers }: APIGatewayProxyEvent, name: string): string | undefined {
  return Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];
}

/** An instant as the API writes it. */
export function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}

/** An instant as the API writes it; null where there is none. */
export function isoOrNull(instant: Instant | undefined): string | null {
  return instant === undefined ? null : iso(instant);
}

/**
 * The address by which the caller reaches this cell, without a slash at its end. It is API Gateway's own address with
 * the stage, the user's domain with its base path, or the laptop's address. `path` is the path of the route.
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

/**
 * Turns what an SMS answer would be told at once into a refusal of the API; undefined when nothing prevents the
 * request.
 */
export function problemOf(notice: Notice | undefined): APIGatewayProxyResult | undefined {
  if (notice === undefined) return undefined;
  if (notice.kind === 'notOver') {
    return problem(409, { title: 'Open already', detail: `The incident ${notice.code} is open already.` });
  }
  if (notice.kind !== 'alreadyOver') throw new Error(`the API has no words for ${notice.kind}`);
  return notice.at === undefined ? replaced(notice.code) : alreadyResolved(notice.code);
}

/** Refuses a change of a resolved incident. */
export function alreadyResolved(code: string): APIGatewayProxyResult {
  const detail = `The incident ${code} is resolved: it can be looked at, or opened again with reopen.`;
  return problem(409, { title: 'Already resolved', detail });
}

/** Refuses a change of a resolved incident whose alarm has opened a newer one. It stays as it is. */
export function replaced(code: string): APIGatewayProxyResult {
  const detail = `The incident ${code} is resolved, and its alarm has opened a newer incident: ${code} can only be looked at.`;
  return problem(409, { title: 'Already resolved', detail });
}
