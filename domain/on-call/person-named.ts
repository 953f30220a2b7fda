import type { Organization } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import { onCall } from './roster.ts';

/** A person whom somebody names, as people read him or her. */
export interface PersonNamed {
  readonly responder: string;
  readonly name: string;
}

/**
 * Finds whom somebody means who wants a colleague: a responder by id or name, or whoever is the primary of a roster now.
 * Small letters or capitals, with accents or without: it is night.
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
