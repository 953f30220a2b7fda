import type * as z from 'zod/mini';
import type { organizationSchema } from './schema.ts';

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

/** The same shape, with nothing in it that can be changed: what was read from a file stays as it was read. */
export type DeepReadonly<T> = T extends readonly (infer Element)[]
  ? readonly DeepReadonly<Element>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;
