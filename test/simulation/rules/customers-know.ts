import type { Entry } from '../../../domain/incident/timeline.ts';
import { exampleOrganization } from '../../scenarios/example.ts';
import { isHarmed, type Play } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** A message is on the phone at the time that the timeline gives, or a driver's turn away from it. */
const nearMs = 15_000;

/** What the timeline says that customers and engineers were told is on their phones. No consent is made up. */
export function customersKnow(scene: Scene): readonly string[] {
  const { incidents, play } = scene;
  return incidents.flatMap((seen) =>
    seen.timeline
      .filter(({ at }) => !isHarmed(play.night, at))
      .flatMap((entry) =>
        isOnAPhone(entry, seen, play) ? [] : [`${seen.incident.code}: nobody has "${entry.kind}" on a phone`],
      ),
  );
}

function isOnAPhone(entry: Entry, seen: Seen, play: Play): boolean {
  switch (entry.kind) {
    case 'sent to customer':
      return isHeard(play, seen, contactsNamed(entry.who), entry.at);
    case 'consent request sent':
      return entry.told.every((name) => isHeard(play, seen, contactsNamed(name), entry.at));
    case 'told':
      return isHeard(play, seen, numbersOf(entry.to), entry.at);
    case 'paged':
      return isHeard(play, seen, numbersOf(entry.responder), entry.at);
    default:
      return true;
  }
}

function isHeard({ heard }: Play, { incident }: Seen, numbers: readonly string[], near: number): boolean {
  return heard.some(
    ({ number, code, at }) =>
      code === incident.code && numbers.includes(number) && Math.abs(at - near) <= nearMs,
  );
}

function numbersOf(responder: string): readonly string[] {
  return exampleOrganization.responders[responder]?.numbers ?? [];
}

function contactsNamed(who: string | undefined): readonly string[] {
  return Object.values(exampleOrganization.customers).flatMap(({ contacts }) =>
    contacts.filter(({ name }) => name === who).map(({ number }) => number),
  );
}
