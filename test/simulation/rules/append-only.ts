import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** The entries of a timeline stay as they are. Later entries stand after them. */
export function appendOnly({ incidents, play }: Scene): readonly string[] {
  return incidents.flatMap(({ id, incident, timeline }) => {
    const before = play.timelines.get(id) ?? [];
    const now = timeline.map((entry) => JSON.stringify(entry));
    play.timelines.set(id, now);
    const changed = before.findIndex((entry, index) => now[index] !== entry);
    return [
      ...(changed === -1
        ? []
        : [`${incident.code}: the timeline said ${before[changed]}, now ${now[changed]}`]),
      ...backwardsIn(timeline).map((what) => `${incident.code}: ${what}`),
    ];
  });
}

/** An act of a driver is dated by its start. An answer that came meanwhile may stand before it. */
const meanwhileMs = 15_000;

function backwardsIn(timeline: Seen['timeline']): readonly string[] {
  return timeline.flatMap((entry, index) => {
    const last = timeline[index - 1];
    return last !== undefined && last.at > entry.at + meanwhileMs
      ? [`"${entry.kind}" stands after "${last.kind}", which was ${last.at - entry.at} ms later`]
      : [];
  });
}
