import { type Incident, withEntry } from '../incident/incident.ts';
import {
  type Additional,
  type AdditionalReason,
  attemptTo,
  type Ladder,
  mainLadder,
  maxAskedBeside,
  newRound,
  printAttempt,
  stepsOf,
} from '../incident/ladder.ts';
import type { Path } from '../organization/organization.ts';
import { hour, type Instant } from '../time/instant.ts';

/** Why an additional responder is asked, and who asked for them. */
interface Wish {
  readonly why: AdditionalReason;
  readonly by?: string | undefined;
  readonly now: Instant;
}

/** Asks an additional responder, with a ladder of their own. Nothing changes when that ladder is there already. */
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

/** Asks a responder to take the incident over from `by`. Whoever is asked beside already is asked for that now. */
export function askToTakeOver(incident: Incident, responder: string, by: string, now: Instant): Incident {
  const asked = askAdditional(incident, { kind: 'responder', responder }, { why: 'hand over', by, now });
  return {
    ...asked,
    additional: asked.additional.map((ladder) =>
      isAskedBy(ladder, responder) ? { ...ladder, why: 'hand over', by } : ladder,
    ),
  };
}

/**
 * When the ladder of an additional responder may begin a step: not before an hour has passed since the third last time that
 * the same person or role was asked for the same reason. That may have been by an earlier ladder.
 */
export function mayAskAt({ askedBeside }: Incident, ladder: Ladder): Instant {
  const last = askedBeside?.[reasonKey(ladder)] ?? [];
  const [first] = last.length < maxAskedBeside ? [] : last.slice(-maxAskedBeside);
  return Math.max(ladder.stepStartedAt, first === undefined ? 0 : first + hour);
}

/** Records that the ladder of an additional responder asks them. Its first page in a round counts. */
export function withAskedBeside(incident: Incident, ladder: Ladder, now: Instant): Incident {
  const isCounted = ladder.whom.kind === 'policy' || Object.keys(ladder.pages).length > 0;
  if (isCounted) return incident;
  const key = reasonKey(ladder);
  const times = [...(incident.askedBeside?.[key] ?? []), now].slice(-maxAskedBeside);
  return { ...incident, askedBeside: { ...incident.askedBeside, [key]: times } };
}

function reasonKey({ why, whom }: Ladder): string {
  return `${why}/${whom.kind === 'policy' ? mainLadder : nameOf(whom)}`;
}

/**
 * Carries a step of the main ladder over to the ladder of an additional responder. The main ladder was asking that responder
 * when another acknowledged. Their own ladder goes on at the same point, so that they get no page twice. Undefined where
 * the main ladder was not asking them, or their time to answer is over.
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

/** Finds the ladder that asks this additional responder. */
export function ladderFor({ additional }: Incident, responder: string): Ladder | undefined {
  return additional.find((ladder) => isAskedBy(ladder, responder));
}

/** Whether a ladder asks this responder, or will ask them. */
export function isAskedBy({ asked, whom }: Ladder, responder: string): boolean {
  return (
    (asked ?? []).some((each) => each.responder === responder) ||
    (whom.kind === 'responder' && whom.responder === responder)
  );
}

/** Removes the ladder of an additional responder who answered, or whom nobody needs to ask any more. */
export function withoutLadder(incident: Incident, id: string): Incident {
  return { ...incident, additional: incident.additional.filter((each) => each.id !== id) };
}

/** The additional responder as the timeline names them: a role, or a responder's id. */
export function nameOf(whom: Additional): string {
  return whom.kind === 'role' ? whom.role : whom.responder;
}
