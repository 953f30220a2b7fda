import { exampleOrganization } from '../../scenarios/example.ts';
import { isHarmed } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** A driver's turns, and the longest time for which a phone is busy with another call. */
const lateMs = 110_000;

/** A responder who does not answer is called at the time that the policy says: a person may sleep through an SMS. */
export function rung({ incidents, play, now }: Scene): readonly string[] {
  if (isHarmed(play.night, now)) return [];
  return incidents.flatMap(({ incident, timeline }) => {
    const { status, ladder, policy, code, reopenedAt, openedAt } = incident;
    // A ladder that goes on after a reopening has its times moved; who was called before it is not called again.
    const since = reopenedAt === undefined ? ladder.startedAt : openedAt;
    if (status !== 'escalating') return [];
    const path = policy.steps[ladder.step]?.paths.find(
      (each) => each.kind === 'call' && each.whom === 'responder',
    );
    if (path === undefined || now < ladder.stepStartedAt + path.afterSeconds * 1000 + lateMs) return [];
    return (ladder.asked ?? [])
      .map(({ responder }) => responder)
      .filter((responder) => !ladder.declined.includes(responder))
      .filter((responder) => !isCalled({ timeline, since }, responder))
      .map((responder) => `${code}: ${responder} is silent, and not called`);
  });
}

/** The timeline tells of a call that could not be made as well. */
function isCalled(
  { timeline, since }: { readonly timeline: Seen['timeline']; readonly since: number },
  responder: string,
): boolean {
  const { numbers } = exampleOrganization.responders[responder] ?? {};
  return (
    numbers === undefined ||
    timeline.some(
      (entry) =>
        entry.at >= since &&
        (entry.kind === 'called' || entry.kind === 'call failed' || entry.kind === 'call put off') &&
        entry.whom === responder,
    )
  );
}
