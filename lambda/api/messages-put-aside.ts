import type { APIGatewayProxyResult } from 'aws-lambda';
import type { PutAsideMessages } from '../../domain/api/put-aside.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Cell } from '../cell/cell.ts';
import { iso, json } from '../http/problem.ts';

/** Answers `GET /v1/put-aside`: the messages of both cells that could never be handled. */
export async function messagesPutAside(
  cell: Cell,
  { company }: Organization,
): Promise<APIGatewayProxyResult> {
  const messages = await cell.failed.list();
  return json<PutAsideMessages>(200, {
    timeZone: company.timeZone,
    messages: messages.map((message) => ({ ...message, firstAt: iso(message.firstAt), at: iso(message.at) })),
  });
}
