import { roundFrom, waitedOut } from '../escalation/ladder.ts';
import type { AnswerPath } from '../incident/answer-path.ts';
import type { Summons } from '../incident/extra-responder.ts';
import { type Incident, type PendingNotice, withEntry } from '../incident/incident.ts';
import { lastingNotices } from '../incident/notices.ts';
import { replaced, withoutSummons } from '../paging/extra-responders.ts';
import type { Instant } from '../time/instant.ts';
import { holderOf, summonsTo } from './take.ts';

interface No {
  readonly by: string;
  readonly path: AnswerPath;
}

/** A no moves on at once; of the one who had it, it gives the incident back to a round that skips him or her. */
export function decline(incident: Incident, { by, path }: No, now: Instant): Incident {
  const { code } = incident;
  const left = withoutPerson(withEntry(incident, { at: now, kind: 'declined', by, path }), by);
  const summons = summonsTo(incident, by);
  const notices: PendingNotice[] = [
    ...incident.notices.filter(({ to }) => to !== by),
    { to: by, notice: { kind: 'declined', code } },
    ...toldToAsker(summons, code, by),
  ];
  if (holderOf(incident) === by) {
    const again = roundFrom(left, now);
    return { ...again, round: { ...again.round, declined: [by] }, notices };
  }
  const declined = [...new Set([...incident.round.declined, by])];
  return { ...withoutSummonsFor(left, summons), round: { ...incident.round, declined }, notices };
}

/** One person who cannot is not asked again; of a role, whoever holds it by then is, in the next round. */
function withoutSummonsFor(incident: Incident, summons: Summons | undefined): Incident {
  if (summons === undefined) return incident;
  return summons.whom.kind === 'role'
    ? replaced(incident, { ...summons, declined: true })
    : withoutSummons(incident, summons.id);
}

function toldToAsker(summons: Summons | undefined, code: string, by: string): readonly PendingNotice[] {
  if (summons?.whom.kind !== 'responder' || summons.by === undefined) return [];
  return [{ to: summons.by, notice: { kind: 'colleagueCannot', code, by } }];
}

/**
 * Takes back one's own last yes or no: the ladder goes on where it was, its time not stopped. A step or round that was over
 * meanwhile is over now: nobody was to be asked as long as it was taken.
 */
export function undo(incident: Incident, { by, path }: No, now: Instant): Incident | undefined {
  const hadIt = holderOf(incident) === by;
  const wasOnIt = incident.saidYes.includes(by);
  const saidNo = incident.round.declined.includes(by);
  if (!hadIt && !wasOnIt && !saidNo) return undefined;

  const { code, round } = incident;
  const entered = withoutPerson(withEntry(incident, { at: now, kind: 'undone', by, path }), by);
  const mine: PendingNotice = { to: by, notice: { kind: 'undone', code } };
  if (hadIt) {
    const notices = [mine, ...lastingNotices(incident)];
    const late = Math.max(0, now - waitedOut(incident));
    const waited = {
      ...round,
      startedAt: round.startedAt + late,
      stepStartedAt: round.stepStartedAt + late,
    };
    return { ...entered, status: 'escalating', acknowledgement: undefined, notices, round: waited };
  }
  const declined = round.declined.filter((responder) => responder !== by);
  return { ...entered, round: { ...round, declined }, notices: [...incident.notices, mine] };
}

/** An operator has found that the one who has it is not on it: the next ones are asked, he or she is not. */
export function takenAway(incident: Incident, responder: string, operator: string, now: Instant): Incident {
  const entered = withEntry(incident, { at: now, kind: 'not on it', responder, by: operator });
  const again = roundFrom(withoutPerson(entered, responder), now);
  const notice = { to: responder, notice: { kind: 'notOnIt', code: incident.code } } as const;
  return { ...again, notices: [...incident.notices.filter(({ to }) => to !== responder), notice] };
}

function withoutPerson(incident: Incident, responder: string): Incident {
  return { ...incident, saidYes: incident.saidYes.filter((other) => other !== responder) };
}
