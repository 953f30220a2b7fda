import { type Incident, withEntry } from '../incident/incident.ts';
import {
  type Additional,
  type AdditionalReason,
  attemptTo,
  type Ladder,
  newRound,
  printAttempt,
  stepsOf,
} from '../incident/ladder.ts';
import type { Path } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';

/** Why an additional responder is asked, and who wants it. */
interface Wish {
  readonly why: AdditionalReason;
  readonly by?: string | undefined;
  readonly now: Instant;
}

/** The incident that asks an additional responder, with a ladder of their own, unless it does so already. */
export function askAdditional(incident: Incident, whom: Additional, { why, by, now }: Wish): Incident {
  const isAsked = incident.additional.some((other) => JSON.stringify(other.whom) === JSON.stringify(whom));
  if (isAsked) return incident;
  const number = incident.additionalOpened + 1;
  const ladder = newRound({ id: `a${number}`, whom, why, by }, 1, now);
  const entry = { at: now, kind: 'additional responder asked', whom: nameOf(whom), why, by } as const;
  return {
    ...withEntry(incident, entry),
    additionalOpened: number,
    additional: [...incident.additional, ladder],
  };
}

/**
 * The ladder of an additional responder whom the main ladder was asking when another acknowledged: it goes on where the
 * main one was, and sends nothing twice. Undefined where the main ladder was not asking them, or their time is over.
 */
export function carriedOver(
  { ladder: main, policy }: Incident,
  one: Ladder,
  responder: string,
  now: Instant,
): Ladder | undefined {
  const step = policy.steps[main.step];
  const asked = main.asked?.find((each) => each.responder === responder);
  if (step === undefined || asked === undefined) return undefined;
  if (now >= main.stepStartedAt + step.answerWithinSeconds * 1000) return undefined;

  const paths = stepsOf(policy, one)[0]?.paths ?? [];
  const sent = paths.flatMap((path, index) => {
    const inStep = step.paths.findIndex((other) => isSame(other, path));
    const outcome = main.pages[printAttempt(attemptTo(main, asked.role, inStep))];
    return outcome === undefined ? [] : [[printAttempt(attemptTo(one, asked.role, index)), outcome] as const];
  });
  const { stepStartedAt } = main;
  return {
    ...one,
    startedAt: stepStartedAt,
    stepStartedAt,
    asked: [asked],
    pages: Object.fromEntries(sent),
  };
}

function isSame(one: Path, other: Path): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The ladder that asks this additional responder. */
export function ladderFor({ additional }: Incident, responder: string): Ladder | undefined {
  return additional.find((ladder) => isAskedBy(ladder, responder));
}

/** Whether an additional responder's ladder asks this person, or will. */
export function isAskedBy({ asked, whom }: Ladder, responder: string): boolean {
  return (
    (asked ?? []).some((each) => each.responder === responder) ||
    (whom.kind === 'responder' && whom.responder === responder)
  );
}

/** The incident without an additional responder's ladder: they have answered, or it has lost its purpose. */
export function withoutLadder(incident: Incident, id: string): Incident {
  return { ...incident, additional: incident.additional.filter((each) => each.id !== id) };
}

/** The additional responder as timelines name them: a role, or a responder's id. */
export function nameOf(whom: Additional): string {
  return whom.kind === 'role' ? whom.role : whom.responder;
}
