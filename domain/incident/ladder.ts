import type { EscalationPolicy, EscalationStep, Path, Role } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';

/** The capacity in which a person is asked: a role, or a colleague whom somebody wants beside them. */
export type AskedAs = Role | 'colleague';

/** A person who is asked, and in which capacity. */
export interface Asked {
  readonly responder: string;
  readonly role: AskedAs;
}

export type PageOutcome = 'handed over' | 'failed';

/** Whom a ladder asks: the roles of the policy's steps, whoever holds one role, or one person. */
export type Whom =
  | { readonly kind: 'policy' }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'responder'; readonly responder: string };

/** Whom a ladder for an additional responder asks. */
export type Additional = Exclude<Whom, { readonly kind: 'policy' }>;

/** Why an additional responder is asked. */
export type AdditionalReason =
  | 'major'
  /** The contact center has not confirmed that the primary is on it, or has found that they are not. */
  | 'unconfirmed'
  /** An engineer or an operator wants them. */
  | 'asked for'
  /** A target of the customer's SLA is about to be missed. */
  | 'target';

/**
 * The steps by which one or more people are asked: the main ladder of the policy, and one for each additional responder. It
 * goes through its steps, and begins again with the next round, until somebody answers.
 */
export interface Ladder {
  /** `main`, or within its incident `a1`. */
  readonly id: string;
  readonly whom: Whom;
  /** Of an additional responder. */
  readonly why?: AdditionalReason | undefined;
  /** Who wants the additional responder: a responder's id or an operator's name. */
  readonly by?: string | undefined;
  readonly round: number;
  /** When this round began. */
  readonly startedAt: Instant;
  /** Index of the step; past the last one, the round waits out its time. */
  readonly step: number;
  readonly stepStartedAt: Instant;
  /** Who is asked in this step; undefined until a driver has read the roster. */
  readonly asked?: readonly Asked[] | undefined;
  /** The people who declined; the ladder skips them for the round. */
  readonly declined: readonly string[];
  /** The people who were asked and did not answer in time. */
  readonly silent: readonly string[];
  /** The outcome of each page of this step, by its printed attempt. */
  readonly pages: Readonly<Record<string, PageOutcome>>;
  /** Calls of this step that wait for the end of another call to the same phone, by printed attempt. */
  readonly putOff?: Readonly<Record<string, Instant>> | undefined;
  /** The responder who had acknowledged when the incident was resolved: takes the place of the primary in this round. */
  readonly asksFirst?: string | undefined;
  /** The responder whose acknowledgement ran out, so that this round began. */
  readonly ranOutOf?: string | undefined;
}

export const mainLadder = 'main';

/** A ladder at the beginning of a round. */
export function newRound(
  { id, whom, why, by }: Pick<Ladder, 'id' | 'whom' | 'why' | 'by'>,
  round: number,
  startedAt: Instant,
): Ladder {
  return {
    ...{ id, whom, why, by, round, startedAt, step: 0, stepStartedAt: startedAt },
    ...{ declined: [], silent: [], pages: {} },
  };
}

/** The steps of a ladder. An additional responder is asked by the personal paths of the policy's first step, for a whole round. */
export function stepsOf(policy: EscalationPolicy, { whom }: Ladder): readonly LadderStep[] {
  if (whom.kind === 'policy') return policy.steps;
  const paths = (policy.steps[0]?.paths ?? []).filter(
    (path) => path.kind === 'sms' || path.whom === 'responder',
  );
  return [
    { roles: whom.kind === 'role' ? [whom.role] : [], paths, answerWithinSeconds: policy.roundSeconds },
  ];
}

/** A step of a ladder. One for a single person names no roles. */
export type LadderStep = Pick<EscalationStep, 'answerWithinSeconds'> & {
  readonly roles: readonly Role[];
  readonly paths: readonly Path[];
};

/** The people who are asked in this step and have not declined. */
export function stillAsked({ asked, declined }: Pick<Ladder, 'asked' | 'declined'>): readonly Asked[] {
  return (asked ?? []).filter(({ responder }) => !declined.includes(responder));
}

/** Which page: a path of a ladder's step to one person, or a call to the contact center about a task. The same one is never made twice. */
export type Attempt =
  | {
      /** The ladder's id. */
      readonly ladder: string;
      readonly round: number;
      readonly step: number;
      /** One call to the contact center serves everybody who is asked in a step. */
      readonly whom: AskedAs | 'contactCenter';
      /** Index of the path in the step. */
      readonly path: number;
    }
  | { readonly task: string; readonly call: number };

/** The attempt as a text: the key of its outcome, and what the table and Amazon Connect know it by. */
export function printAttempt(attempt: Attempt): string {
  if ('task' in attempt) return `${attempt.task}/${attempt.call}`;
  const { ladder, round, step, whom, path } = attempt;
  return `${ladder}/${round}/${step}/${whom}/${path}`;
}

/** The attempt to page somebody by a path of the ladder's current step. */
export function attemptTo(
  { id, round, step }: Ladder,
  whom: AskedAs | 'contactCenter',
  path: number,
): Attempt {
  return { ladder: id, round, step, whom, path };
}

/** Whether an attempt belongs to the step that the ladder is in. An outcome that comes later changes only the timeline. */
export function isOfStep({ id, round, step }: Ladder, attempt: Attempt): boolean {
  return 'ladder' in attempt && attempt.ladder === id && attempt.round === round && attempt.step === step;
}
