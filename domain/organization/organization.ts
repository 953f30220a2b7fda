import type * as z from 'zod/mini';
import type { organizationSchema } from './schema.ts';

/** Who is on call, for whom, and how they are reached: what organization.yaml says, once its checks have passed. */
export type Organization = DeepReadonly<z.infer<typeof organizationSchema>>;

/** A person who can be paged. */
export type Responder = Organization['responders'][string];

/** Who is on call for a competence. A roster with only management lends it to others. */
export type Roster = Organization['rosters'][string];

/** Who takes turns, week by week. */
export type Rotation = NonNullable<Roster['primary']>;

/** Whose systems are watched. */
export type Customer = Organization['customers'][string];

/** Who is told and asked at a customer. */
export type CustomerContact = Customer['contacts'][number];

/** What can break, whose it is, and which competence repairs it. */
export type Service = Organization['services'][number];

/** What an alarm must be like to be about a service. */
export type Match = NonNullable<Service['matches']>[number];

/** Who may send alarms. */
export type Integration = Organization['integrations'][number];

/** Who is paged, and when, until somebody acknowledges. */
export type EscalationPolicy = NonNullable<NonNullable<Organization['policies']>['high']>;

/** One step of the ladder. */
export type EscalationStep = EscalationPolicy['steps'][number];

/** One attempt to reach somebody. */
export type Path = EscalationStep['paths'][number];

/** Which of the three roles a person has at a moment. */
export type Role = EscalationStep['roles'][number];

/** How bad an incident is. */
export type Severity = NonNullable<Service['severity']>;

/** The language that somebody reads and speaks. */
export type Language = Responder['language'];

/** One mistake in the file. */
export interface OrganizationError {
  /** Where it is: `rosters.linux.primary.responders[1]`. */
  readonly place: string;
  /** What is wrong, what was given and what is allowed. */
  readonly message: string;
}

/** The same shape, read-only: what was read from a file never changes. */
export type DeepReadonly<T> = T extends readonly (infer Element)[]
  ? readonly DeepReadonly<Element>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;
