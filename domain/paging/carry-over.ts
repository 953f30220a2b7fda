import type { Summons } from '../incident/extra-responder.ts';
import type { Incident } from '../incident/incident.ts';
import type { Path } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import { summonsPaths } from './extra-responders.ts';
import { ladderPaging } from './page.ts';

/**
 * A summons of somebody whom the ladder was asking when another took the incident: it goes on where the ladder was, and
 * what has been sent is not sent again. Undefined where the ladder was not asking, or its time is long over.
 */
export function fromLadder(
  { round, policy }: Incident,
  { id, round: number, ...one }: Summons,
  responder: string,
  now: Instant,
): Summons | undefined {
  const step = policy.steps[round.step];
  const asked = round.asked?.find((each) => each.responder === responder);
  if (step === undefined || asked === undefined) return undefined;
  if (now >= round.stepStartedAt + step.answerWithinSeconds * 1000) return undefined;

  const { attempt, pages } = ladderPaging(round, asked);
  const sent = summonsPaths(policy).flatMap((path, index) => {
    const inStep = step.paths.findIndex((other) => isSame(other, path));
    const outcome = pages[attempt(asked.role, inStep)];
    return outcome === undefined ? [] : [[`${id}/${number}/${index}`, outcome] as const];
  });
  const begun = { startedAt: round.stepStartedAt, pages: Object.fromEntries(sent) };
  return { ...one, ...begun, id, round: number, asked: responder };
}

function isSame(one: Path, other: Path): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
