import type { Organization } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import { onCall } from './roster.ts';

/** A responder whom somebody named, and the name that people read. */
export interface PersonNamed {
  readonly responder: string;
  readonly name: string;
}

/**
 * Finds the colleague whom somebody named: a responder by id or name, or the primary of a roster now. Capitals and accents
 * do not matter.
 */
export function personNamed(
  named: string,
  organization: Organization,
  now: Instant,
): PersonNamed | undefined {
  const { responders, rosters } = organization;
  const whom = plain(named);
  const [id] =
    Object.entries(responders).find(([key, { name }]) => key === whom || plain(name) === whom) ?? [];
  const roster = Object.keys(rosters).find((name) => name === whom);
  const responder = id ?? (roster === undefined ? undefined : onCall(organization, roster, now).primary);
  return responder === undefined ? undefined : { responder, name: responders[responder]?.name ?? responder };
}

function plain(name: string): string {
  return name.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
