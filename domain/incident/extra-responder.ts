import type { Role } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import type { PageOutcome } from './asked.ts';

/** Why somebody is asked beside the ladder. */
export type SummonsReason =
  | 'serious'
  /** The contact center has not confirmed that the primary is on it, or has found that he or she is not. */
  | 'unconfirmed'
  /** An engineer or an operator wants him or her. */
  | 'asked for'
  /** A target of the customer's SLA is about to be missed. */
  | 'target';

/** Somebody who is asked beside the ladder, whoever has the incident, until he or she has answered. */
export interface Summons {
  /** Within its incident: `s1`. */
  readonly id: string;
  readonly whom: Whom;
  readonly why: SummonsReason;
  /** Who wants it: a responder's id or an operator's name. */
  readonly by?: string | undefined;
  readonly round: number;
  /** When this round began, or will. */
  readonly startedAt: Instant;
  /** Who is asked in this round; undefined until a driver has read the roster. */
  readonly asked?: string | undefined;
  readonly declined?: true | undefined;
  readonly pages: Readonly<Record<string, PageOutcome>>;
  readonly putOff?: Readonly<Record<string, Instant>> | undefined;
}

/** Whoever holds a role, or one person. */
export type Whom =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'responder'; readonly responder: string };
