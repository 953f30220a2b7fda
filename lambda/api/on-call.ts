import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { type OnCall, onCallQuery } from '../../domain/api/on-call.ts';
import type { Person } from '../../domain/api/parts.ts';
import { nextHandover, onCall } from '../../domain/on-call/roster.ts';
import { didYouMean } from '../../domain/organization/did-you-mean.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { badRequest, iso, json, problem } from '../http/problem.ts';
import { readQuery } from '../http/requests.ts';

/** Answers `GET /v1/on-call`: who is on call, for one roster or all, now or at a time. */
export function whoIsOnCall(
  organization: Organization,
  event: APIGatewayProxyEvent,
  now: Instant,
): APIGatewayProxyResult {
  const query = readQuery(onCallQuery, event);
  if (typeof query === 'string') return badRequest(query);
  const { roster } = query;
  const at = query.at === undefined ? now : Date.parse(query.at);
  const names = Object.keys(organization.rosters);
  if (roster !== undefined && !names.includes(roster)) {
    return problem(404, {
      title: 'No such roster',
      detail: `There is no roster ${roster}${didYouMean(roster, names)}. Rosters: ${names.join(', ')}.`,
    });
  }
  const rosters = (roster === undefined ? names : [roster]).map((name) => rosterView(organization, name, at));
  return json<OnCall>(200, { at: iso(at), timeZone: organization.company.timeZone, rosters });
}

function rosterView(organization: Organization, roster: string, at: Instant): OnCall['rosters'][number] {
  const person = (responder: string | undefined): Person | null =>
    responder === undefined
      ? null
      : { responder, name: organization.responders[responder]?.name ?? responder };
  const { primary, secondary, management } = onCall(organization, roster, at);
  return {
    roster,
    primary: person(primary),
    secondary: person(secondary),
    management: person(management),
    until: iso(nextHandover(organization, roster, at)),
  };
}
