import type { Role } from '../organization/organization.ts';

/** As what somebody is asked: in a role, or as a colleague whom somebody wants beside him or her. */
export type AskedAs = Role | 'colleague';

/** A person who is asked, and as what. */
export interface Asked<As extends AskedAs = Role> {
  readonly responder: string;
  readonly role: As;
}

export type PageOutcome = 'handed over' | 'failed';
