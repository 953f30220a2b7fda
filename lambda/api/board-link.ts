import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { LinkKey } from '../../aws/link-key.ts';
import type { BoardLink } from '../../domain/api/answers.ts';
import { routes } from '../../domain/api/routes.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { iso, json, ownAddress } from '../http/problem.ts';
import { boardLinkLasts, seal } from '../links/link-token.ts';

/** Answers `POST /v1/board-link`: the address of the operators' board of this cell, which shows the tasks of both. */
export async function boardLink(
  event: APIGatewayProxyEvent,
  key: LinkKey,
  { organization, now }: { readonly organization: Organization; readonly now: Instant },
): Promise<APIGatewayProxyResult> {
  const until = now + boardLinkLasts;
  const token = seal({ kind: 'board', until }, await key.read());
  const { timeZone } = organization.company;
  return json<BoardLink>(200, {
    url: `${ownAddress(event, routes.boardLink.path)}/s/${token}`,
    until: iso(until),
    timeZone,
  });
}
