import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Notice } from '../domain/notice-text.ts';
import { problem } from './problem.ts';

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
