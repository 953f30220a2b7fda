import type { APIGatewayProxyResult } from 'aws-lambda';

/** An answer as JSON. */
export function json(statusCode: number, body: unknown): APIGatewayProxyResult {
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
    body: JSON.stringify({ type, title, status, detail }),
  };
}

/** The answer to a request that says something it cannot mean: what is wrong, and what is allowed. */
export function badRequest(detail: string): APIGatewayProxyResult {
  return problem(400, { title: 'Not understood', detail });
}
