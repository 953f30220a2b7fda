import * as z from 'zod/mini';
import type { DeepReadonly } from './deep-readonly.ts';
import { brokenRules } from './organization-checks.ts';
import { organizationSchema } from './organization-schema.ts';
import { shapeErrors } from './organization-shape-errors.ts';

/** Who is on call, for whom, and how they are reached: organization.yaml as it was written, once it is known to hold together. */
export type Organization = DeepReadonly<z.infer<typeof organizationSchema>>;

/** A person who can be paged. */
export type Responder = Organization['responders'][string];

/** Who is on call for a competence; one with only management is there to be borrowed from. */
export type Roster = Organization['rosters'][string];

/** Who takes turns, week by week. */
export type Rotation = NonNullable<Roster['primary']>;

/** Whose systems are watched. */
export type Customer = Organization['customers'][string];

/** Who is told and asked at a customer. */
export type CustomerContact = Customer['contacts'][number];

/** What can break, whose it is, and what it takes to mend it. */
export type Service = Organization['services'][number];

/** What an alarm must be like to be about a service. */
export type Match = NonNullable<Service['matches']>[number];

/** Who may send alarms. */
export type Integration = Organization['integrations'][number];

/** What happens, and when, until somebody takes an incident. */
export type EscalationPolicy = NonNullable<NonNullable<Organization['policies']>['high']>;

/** One rung of the ladder. */
export type EscalationStep = EscalationPolicy['steps'][number];

/** One attempt at reaching somebody. */
export type Path = EscalationStep['paths'][number];

/** Which of the three a person is at a moment. */
export type Role = EscalationStep['roles'][number];

/** How bad it is. */
export type Severity = NonNullable<Service['severity']>;

/** Which language somebody reads and speaks. */
export type Language = Responder['language'];

/** One thing that is wrong with the file. */
export interface OrganizationError {
  /** Where, as one would write it: `rosters.linux.primary.responders[1]`. */
  readonly place: string;
  /** What is wrong, what was given and what is allowed. */
  readonly message: string;
}

/** An organization that holds together, or all that is wrong with it. */
export type ParsedOrganization =
  | { readonly kind: 'organization'; readonly organization: Organization }
  | { readonly kind: 'rejected'; readonly errors: readonly OrganizationError[] };

/**
 * Reads an organization from what organization.yaml or its JSON says.
 *
 * What comes out refers only to what is there: each id that it names exists, and each time zone is one. That its
 * rosters have no holes is another question, which `proveRoster` answers. References are looked at once the shape is right.
 */
export function parseOrganization(value: unknown): ParsedOrganization {
  const shape = z.safeParse(organizationSchema, value);
  if (!shape.success) return { kind: 'rejected', errors: shapeErrors(shape.error.issues, value) };

  const organization: Organization = shape.data;
  const errors = brokenRules(organization);
  return errors.length > 0 ? { kind: 'rejected', errors } : { kind: 'organization', organization };
}
