import type { APIGatewayProxyEvent } from 'aws-lambda';

/** A header of a request. Its name comes as the client has spelt it. */
export function headerOf({ headers }: APIGatewayProxyEvent, name: string): string | undefined {
  return Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];
}
