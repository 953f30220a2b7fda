import type { Entry } from '../../../domain/incident/timeline.ts';
import { clockTime } from '../../../domain/messages/times.ts';
import { exampleOrganization } from '../../scenarios/example.ts';
import { kindOfMessage } from '../notice-kinds.ts';
import { type HeardMessage, isHarmed } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** What a text says was true when it was made. Until it arrives something else may have happened. */
const onItsWayMs = 30_000;

/** Who has an incident, until when, and whether it is over. */
interface Standing {
  readonly since: number;
  readonly holder?: string | undefined;
  readonly until?: number | undefined;
  readonly isOver: boolean;
}

/**
 * What an SMS to a responder says about an incident agrees with the timeline: who has it, until when, that nobody has it,
 * that it is over. Nobody is paged about an incident that is over. (P10)
 */
export function textsAreTrue({ incidents, play, now }: Scene): readonly string[] {
  const { heard, night } = play;
  return incidents.flatMap((seen) => {
    const standings = standingsOf(seen.timeline);
    return heard
      .filter(
        ({ code, kind, at }) => code === seen.incident.code && kind === 'responder' && at >= now - onItsWayMs,
      )
      .filter(({ at }) => at >= seen.incident.openedAt && !isHarmed(night, at))
      .filter((message) => !standingsAt(standings, message.at).some((one) => isTrue(message, one)))
      .map(
        ({ text, number }) => `${seen.incident.code}: ${ownerOf(number)} reads what is not true: "${text}"`,
      );
  });
}

function standingsOf(timeline: Seen['timeline']): readonly Standing[] {
  const all: Standing[] = [{ since: 0, isOver: false }];
  for (const entry of timeline) {
    const last = all.at(-1);
    const next = last && after(last, entry);
    if (next !== undefined) all.push({ ...next, since: entry.at });
  }
  return all;
}

/** Undefined for an entry that changes nothing of it. */
function after(standing: Standing, entry: Entry): Omit<Standing, 'since'> | undefined {
  const isHolders = (by: string) => by === standing.holder;
  switch (entry.kind) {
    case 'acknowledged':
      return { holder: entry.by, until: entry.until, isOver: false };
    case 'updated':
      return isHolders(entry.by) ? { ...standing, until: entry.expectedAt } : undefined;
    case 'acknowledgement ran out':
    case 'reopened':
      return { isOver: false };
    case 'undone':
      if (entry.responder !== undefined) {
        return { holder: entry.responder, until: entry.until, isOver: false };
      }
      return isHolders(entry.by) || standing.isOver ? { isOver: false } : undefined;
    case 'declined':
      return isHolders(entry.by) || standing.isOver ? { isOver: false } : undefined;
    case 'not on it':
      return isHolders(entry.responder) ? { isOver: false } : undefined;
    case 'resolved':
      return { isOver: true };
    default:
      return undefined;
  }
}

/** The standing at a moment, and those that were replaced a short time before it. */
function standingsAt(all: readonly Standing[], at: number): readonly Standing[] {
  return all.filter((one, index) => {
    const until = all[index + 1]?.since ?? Number.POSITIVE_INFINITY;
    return one.since <= at && until >= at - onItsWayMs;
  });
}

const { responders, company } = exampleOrganization;

function isTrue({ text, number }: HeardMessage, { holder, until, isOver }: Standing): boolean {
  const kind = kindOfMessage(text);
  const name = holder === undefined ? undefined : responders[holder]?.name;
  switch (kind) {
    case 'page':
      return !isOver;
    case 'acknowledged':
    case 'acknowledgedInstead':
    case 'yoursAgain':
    case 'undoneYours':
      return (
        holder === ownerOf(number) && until !== undefined && text.includes(clockTime(until, company.timeZone))
      );
    case 'acknowledgedByOther':
    case 'undoneBy':
    case 'whoHasIt':
    case 'joined':
      return name !== undefined && text.includes(name);
    case 'whoIsAsked':
      return holder === undefined && !isOver;
    case 'over':
    case 'overBy':
    case 'alreadyOver':
      return isOver;
    default:
      return true;
  }
}

function ownerOf(number: string): string | undefined {
  return Object.entries(responders).find(([, { numbers }]) => numbers.includes(number))?.[0];
}
