import { bySeverity } from '../incident/customer.ts';
import { type Incident, ladderWithId } from '../incident/incident.ts';
import { type Attempt, type Ladder, mainLadder, type PageReason } from '../incident/ladder.ts';

/** Says why a page is sent. Undefined for the first pages of an incident: the alarm is reason enough. */
export function pageReason(incident: Incident, attempt: Attempt, reader: string): PageReason | undefined {
  const ladder = 'ladder' in attempt ? ladderWithId(incident, attempt.ladder) : undefined;
  if (ladder === undefined) return undefined;
  return ladder.id === mainLadder ? whyByMain(incident, ladder, reader) : whyBeside(incident, ladder);
}

/** What began the round comes first; then who of this round was asked before; then that nobody answered the last round. */
function whyByMain(
  { paged, firedAgain }: Incident,
  { worse, reason, ranOutOf, declined, silent, round }: Ladder,
  reader: string,
): PageReason | undefined {
  if (worse !== undefined) return { kind: worse };
  if (firedAgain?.flaps === true) {
    const { times, lately } = firedAgain;
    return { kind: 'flaps', times, at: lately.at(-1) ?? 0 };
  }
  if (reason !== undefined) return reason;
  if (ranOutOf !== undefined) {
    return { kind: ranOutOf === reader ? 'yourTimeIsUp' : 'timeIsUp', by: ranOutOf };
  }
  const whoSaidNo = declined.findLast((each) => each !== reader);
  if (whoSaidNo !== undefined) return { kind: 'cannot', by: whoSaidNo };
  const whoIsSilent = silent.findLast((each) => each !== reader);
  if (whoIsSilent !== undefined) return { kind: 'noAnswer', by: whoIsSilent };
  return round > 1 && paged.length > 0 ? { kind: 'nobodyYet' } : undefined;
}

function whyBeside(incident: Incident, { why, by, whom, silent }: Ladder): PageReason | undefined {
  const { major, openedAt, target } = incident;
  switch (why) {
    case undefined:
      return undefined;
    case 'major':
      return { kind: major?.by === bySeverity && major.since > openedAt ? 'critical' : 'serious' };
    case 'unconfirmed':
      return by !== undefined && isManagement(whom)
        ? { kind: 'askedFor', by }
        : whyUnconfirmed(incident, silent);
    case 'target':
      return target === undefined ? undefined : { kind: 'target', dueAt: target.dueAt };
    case 'hand over':
      return by === undefined ? undefined : { kind: 'handOver', by };
    case 'asked for':
      return by === undefined ? undefined : { kind: 'askedFor', by };
  }
}

/** Names the primary whom the contact center has not reached. They may have acknowledged. */
function whyUnconfirmed(incident: Incident, silent: readonly string[]): PageReason {
  const { tasks, status, acknowledgement, ladder } = incident;
  const unreached = tasks.flatMap(({ about, ended }) =>
    about.kind === 'confirm' && ended === undefined ? [about.responder] : [],
  );
  if (status === 'acknowledged' && acknowledgement !== undefined && unreached.includes(acknowledgement.by)) {
    const { by, until } = acknowledgement;
    return { kind: 'notConfirmed', by, until };
  }
  const missed = unreached.at(-1) ?? ladder.silent.at(-1) ?? silent.at(-1);
  return missed === undefined ? { kind: 'nobodyYet' } : { kind: 'noAnswer', by: missed };
}

/** An operator may ask for management, who then reads the operator's name. */
function isManagement(whom: Ladder['whom']): boolean {
  return whom.kind === 'role' && whom.role === 'management';
}
