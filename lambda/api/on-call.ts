import type { APIGatewayProxyResult } from 'aws-lambda';
import { nextHandover, onCall } from '../../domain/on-call/roster.ts';
import { didYouMean } from '../../domain/organization/did-you-mean.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { badRequest, iso, json, problem } from '../http/problem.ts';
import type { Person } from './incident-view.ts';

type Query = Readonly<Record<string, string | undefined>>;

/** Who fills each role of a roster, and until when that holds. */
interface RosterView {
  readonly roster: string;
  readonly primary: Person | null;
  readonly secondary: Person | null;
  readonly management: Person | null;
  readonly until: string;
}

/** A time with its offset from UTC: without one, nobody knows whose clock is meant. */
const timeShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** Answers `GET /v1/on-call`: who is on call, for one roster or all, now or at a time. */
export function whoIsOnCall(organization: Organization, query: Query, now: Instant): APIGatewayProxyResult {
  const unknown = Object.keys(query).filter((name) => name !== 'at' && name !== 'roster');
  if (unknown.length > 0) return badRequest(`There is no parameter ${unknown.join(', ')}, only at, roster.`);

  const at = query['at'] === undefined ? now : Date.parse(query['at']);
  if (query['at'] !== undefined && (!timeShape.test(query['at']) || Number.isNaN(at))) {
    return badRequest(`at must be a time such as 2026-11-23T03:10:00+01:00, got ${query['at']}.`);
  }
  const names = Object.keys(organization.rosters);
  const { roster } = query;
  if (roster !== undefined && !names.includes(roster)) {
    return problem(404, {
      title: 'No such roster',
      detail: `There is no roster ${roster}${didYouMean(roster, names)}. Rosters: ${names.join(', ')}.`,
    });
  }
  const rosters = (roster === undefined ? names : [roster]).map((name) => rosterView(organization, name, at));
  return json(200, { at: iso(at), timeZone: organization.company.timeZone, rosters });
}

function rosterView(organization: Organization, roster: string, at: Instant): RosterView {
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
