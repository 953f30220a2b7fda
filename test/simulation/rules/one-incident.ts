import { reopenWithinMs } from '../../../domain/escalation/resolve.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/**
 * One alarm has one incident at a time, also where both cells receive it at once. The next incident opens only long
 * after the end of the last one. (P7)
 */
export function oneIncident({ incidents, play }: Scene): readonly string[] {
  const pairs = incidents.flatMap((seen) => {
    const next = incidents.find(
      ({ item }) => item.key === seen.item.key && item.generation === seen.item.generation + 1,
    );
    return next === undefined ? [] : [{ seen, next }];
  });
  const codes = incidents.map(({ incident }) => incident.code);
  const unknown = play.accepted.filter(({ incidentId }) => !incidents.some(({ id }) => id === incidentId));
  return [
    ...pairs
      .filter(isTooSoon)
      .map(({ seen }) => `${seen.incident.code}: the next incident came too soon after its end`),
    ...(new Set(codes).size < codes.length ? [`two incidents have one code: ${codes.join(', ')}`] : []),
    ...unknown.map(
      ({ incidentId, alarm }) => `${alarm} was told of the incident ${incidentId}, which is not there`,
    ),
  ];
}

function isTooSoon({ seen, next }: { readonly seen: Seen; readonly next: Seen }): boolean {
  const { resolvedAt } = seen.incident;
  return resolvedAt === undefined || next.incident.openedAt - resolvedAt < reopenWithinMs;
}
