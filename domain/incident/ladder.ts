import type { EscalationPolicy, EscalationStep, Path, Role, Severity } from '../organization/organization.ts';
import { hour, type Instant, second } from '../time/instant.ts';

/** A severity that an incident may come to have after it was opened. */
export type WorseSeverity = Exclude<Severity, 'low'>;

/** The capacity in which a person is asked: a role, or as a colleague whom a responder wants to join. */
export type AskedAs = Role | 'colleague';

/** A person who is asked, and in which capacity. */
export interface Asked {
  readonly responder: string;
  readonly role: AskedAs;
}

/** What came of a page. `handed over`: a region accepted it; that says nothing about its arrival. */
export type PageOutcome = 'handed over' | 'failed';

/** Whom a ladder asks: the roles of the policy's steps, the responder who is on call for one role, or one person. */
export type Whom =
  | { readonly kind: 'policy' }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'responder'; readonly responder: string };

/** Whom a ladder for an additional responder asks. */
export type Additional = Exclude<Whom, { readonly kind: 'policy' }>;

/** Why an additional responder is asked. */
export type AdditionalReason =
  | 'major'
  /** The contact center has not confirmed that the primary works on the incident, or found that they do not. */
  | 'unconfirmed'
  /** An engineer or an operator asked for them. */
  | 'asked for'
  /** The responder who has acknowledged hands the incident over: a yes acknowledges it in their place. */
  | 'hand over'
  /** A target of the customer's SLA is about to be missed. */
  | 'target';

/** Why a page is sent that is not the first one of its incident. The page says it. People appear by id, or by name in a text. */
export type PageReason =
  /** An event of this worse severity joined. */
  | { readonly kind: WorseSeverity }
  /** A major incident needs everybody. */
  | { readonly kind: 'serious' }
  /** The alarm fired again, at this moment. */
  | { readonly kind: 'openAgain'; readonly at: Instant }
  /** The alarm flaps: it has fired again so many times, the last time at this moment. */
  | { readonly kind: 'flaps'; readonly times: number; readonly at: Instant }
  /** The acknowledgement of `by` ran out. `yours`: `by` is the reader. */
  | { readonly kind: 'timeIsUp' | 'yourTimeIsUp'; readonly by: string }
  /** `by` has acknowledged until then, and the contact center has not reached them. */
  | { readonly kind: 'notConfirmed'; readonly by: string; readonly until: Instant }
  /** The customer's SLA wants the incident resolved by then. */
  | { readonly kind: 'target'; readonly dueAt: Instant }
  /** `by` asks for the reader. */
  | { readonly kind: 'askedFor'; readonly by: string }
  /** `by` wants the reader to take the incident over. */
  | { readonly kind: 'handOver'; readonly by: string }
  /** `by` was asked before, and has not answered or has declined. */
  | { readonly kind: 'noAnswer' | 'cannot'; readonly by: string }
  /** A round has passed, and nobody has acknowledged. */
  | { readonly kind: 'nobodyYet' };

/**
 * The steps by which one or more people are asked. An incident has the main ladder of its policy, and one ladder for each
 * additional responder. A ladder goes through its steps and begins again with the next round, until somebody answers.
 */
export interface Ladder {
  /** `main`; of an additional responder `a1`, `a2` and so on. Unique within the incident. */
  readonly id: string;
  readonly whom: Whom;
  /** Why an additional responder is asked. The main ladder has no reason. */
  readonly why?: AdditionalReason | undefined;
  /** Who asked for the additional responder: a responder's id or an operator's name. */
  readonly by?: string | undefined;
  readonly round: number;
  /** When this round began. */
  readonly startedAt: Instant;
  /** Index of the step. After the last step the ladder waits until the round is over. */
  readonly step: number;
  readonly stepStartedAt: Instant;
  /** The people whom this step asks. Undefined until a driver has read the roster. */
  readonly asked?: readonly Asked[] | undefined;
  /** The people who declined in this round. The ladder skips them until the round is over. */
  readonly declined: readonly string[];
  /** The people whom this round asked and who did not answer in time. */
  readonly silent: readonly string[];
  /** The outcome of each page of this step, by its printed attempt. */
  readonly pages: Readonly<Record<string, PageOutcome>>;
  /** Until when a call of this step waits, by printed attempt: another call to the same phone is open. */
  readonly putOff?: Readonly<Record<string, Instant>> | undefined;
  /**
   * Pages that this step had sent before the incident was over. After it is opened again, each is sent only when every page
   * before it fails.
   */
  readonly sentBefore?: readonly string[] | undefined;
  /** The responder who had acknowledged when the incident was resolved. This round asks them in the place of the primary. */
  readonly asksFirst?: string | undefined;
  /** An event of this worse severity joined. That began this round. */
  readonly worse?: WorseSeverity | undefined;
  /** The responder whose acknowledgement ran out. That began this round. */
  readonly ranOutOf?: string | undefined;
  /** Why this round of the main ladder began, where its pages must say so: the alarm fired again. */
  readonly reason?: Extract<PageReason, { readonly kind: 'openAgain' }> | undefined;
}

/** The id of the main ladder. */
export const mainLadder = 'main';

/** Makes a ladder that is at the beginning of a round. */
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

/** An additional responder is asked so many times in an hour for the same reason, at most. */
export const maxAskedBeside = 3;

/**
 * The steps of a ladder. The ladder of an additional responder has one step as long as a round; after three rounds that is
 * an hour. It uses the paths of the policy's first step that reach a person.
 */
export function stepsOf(policy: EscalationPolicy, { whom, round }: Ladder): readonly LadderStep[] {
  if (whom.kind === 'policy') return policy.steps;
  const paths = (policy.steps[0]?.paths ?? []).filter(
    (path) => path.kind === 'sms' || path.whom === 'responder',
  );
  const { roundSeconds } = policy;
  const answerWithinSeconds = round < maxAskedBeside ? roundSeconds : Math.max(roundSeconds, hour / second);
  return [{ roles: whom.kind === 'role' ? [whom.role] : [], paths, answerWithinSeconds }];
}

/** A step of a ladder. A step that asks one person by name has no roles. */
export type LadderStep = Pick<EscalationStep, 'answerWithinSeconds'> & {
  readonly roles: readonly Role[];
  readonly paths: readonly Path[];
};

/** The people whom this step asks and who have not declined. */
export function stillAsked({ asked, declined }: Pick<Ladder, 'asked' | 'declined'>): readonly Asked[] {
  return (asked ?? []).filter(({ responder }) => !declined.includes(responder));
}

/**
 * Names a page: a path of a ladder's step to one person, or a call to the contact center about a task. No attempt is made
 * twice.
 */
export type Attempt =
  | {
      /** The ladder's id. */
      readonly ladder: string;
      readonly round: number;
      readonly step: number;
      /** `contactCenter`: one call to the contact center is about everybody whom the step asks. */
      readonly whom: AskedAs | 'contactCenter';
      /** Index of the path in the step. */
      readonly path: number;
    }
  | { readonly task: string; readonly call: number };

/** The attempt as a text. The ladder, the table and Amazon Connect identify the page by it. */
export function printAttempt(attempt: Attempt): string {
  if ('task' in attempt) return `${attempt.task}/${attempt.call}`;
  const { ladder, round, step, whom, path } = attempt;
  return `${ladder}/${round}/${step}/${whom}/${path}`;
}

/** Makes the attempt that pages somebody by a path of the ladder's current step. */
export function attemptTo(
  { id, round, step }: Ladder,
  whom: AskedAs | 'contactCenter',
  path: number,
): Attempt {
  return { ladder: id, round, step, whom, path };
}

/** Whether an attempt belongs to the ladder's current step. The outcome of an earlier step changes only the timeline. */
export function isOfStep({ id, round, step }: Ladder, attempt: Attempt): boolean {
  return 'ladder' in attempt && attempt.ladder === id && attempt.round === round && attempt.step === step;
}
