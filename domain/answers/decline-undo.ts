import { confirmationsAfterNo } from '../contact-center/confirm-primary.ts';
import { promisesAfterUpdate } from '../customers/owed.ts';
import { ladderWaitsUntil, roundFrom } from '../escalation/ladder.ts';
import type { AnswerPath } from '../incident/customer.ts';
import {
  type Acknowledgement,
  type Incident,
  type PendingNotice,
  type Replaced,
  withEntry,
} from '../incident/incident.ts';
import type { Ladder } from '../incident/ladder.ts';
import { owedAfterChangeOf, owedAfterUndo } from '../incident/notices.ts';
import { ladderFor, withoutLadder } from '../paging/additional-responders.ts';
import { type Instant, minute } from '../time/instant.ts';
import { acknowledgedBy, defaultMinutes, readersBut } from './acknowledge.ts';

interface No {
  readonly by: string;
  readonly path: AnswerPath;
}

/**
 * Applies a no. The ladder goes on at once. When the responder who acknowledged declines, a new round begins, and it skips
 * them. The no counts for the round of the main ladder: nobody who is asked beside it is asked again before the next.
 */
export function decline(incident: Incident, { by, path }: No, now: Instant): Incident {
  const { code } = incident;
  const entered = withEntry(incident, { at: now, kind: 'declined', by, path });
  const left = confirmationsAfterNo(withoutPerson(entered, by), by, now);
  const additional = ladderFor(incident, by);
  const notices: PendingNotice[] = [
    ...owedAfterChangeOf(incident, by),
    { to: by, notice: { kind: 'declined', code } },
    ...toldToAsker(additional, code, by),
  ];
  if (acknowledgedBy(incident) === by) {
    const again = roundFrom(left, now);
    return { ...again, ladder: { ...again.ladder, declined: [by] }, notices };
  }
  const declined = [...new Set([...incident.ladder.declined, by])];
  return {
    ...(additional === undefined ? left : withoutLadder(left, additional.id)),
    ladder: { ...incident.ladder, declined },
    notices,
  };
}

function toldToAsker(ladder: Ladder | undefined, code: string, by: string): readonly PendingNotice[] {
  const isWish = ladder?.why === 'asked for' || ladder?.why === 'hand over';
  if (!isWish || ladder.by === undefined) return [];
  return [{ to: ladder.by, notice: { kind: 'colleagueCannot', code, by } }];
}

/**
 * Takes back the last yes, repair time or no of a responder. Who had the incident before that answer, has it again. Where
 * nobody has, the ladder goes on where it was, as if the acknowledgement had not been. A step or round that would be over by now ends now, because the ladder asked nobody while the incident was
 * acknowledged. Undefined when the responder has said neither.
 */
export function undo(incident: Incident, { by, path }: No, now: Instant): Incident | undefined {
  const again = heldBefore(incident, by, now);
  if (again !== undefined) return heldAgain(incident, { by, path }, again, now);
  const hadAcknowledged = acknowledgedBy(incident) === by;
  const hadSaidYes = incident.saidYes.includes(by);
  const saidNo = incident.ladder.declined.includes(by);
  if (!hadAcknowledged && !hadSaidYes && !saidNo) return undefined;

  const { code, ladder } = incident;
  const entered = withoutPerson(withEntry(incident, { at: now, kind: 'undone', by, path }), by);
  const receipt: PendingNotice = { to: by, notice: { kind: 'undone', code } };
  if (hadAcknowledged) {
    const notices = [receipt, ...owedAfterUndo(incident, by)];
    const late = Math.max(0, now - ladderWaitsUntil(incident, ladder));
    const waited = {
      ...ladder,
      startedAt: ladder.startedAt + late,
      stepStartedAt: ladder.stepStartedAt + late,
    };
    return { ...entered, status: 'escalating', acknowledgement: undefined, notices, ladder: waited };
  }
  const declined = ladder.declined.filter((responder) => responder !== by);
  return { ...entered, ladder: { ...ladder, declined }, notices: [...incident.notices, receipt] };
}

/** The acknowledgement that holds again when `by` takes the last answer back. Undefined: none does. */
function heldBefore(incident: Incident, by: string, now: Instant): Acknowledgement | undefined {
  const { status, acknowledgement, saidYes, route } = incident;
  const last = status === 'acknowledged' ? acknowledgement?.replaced : undefined;
  if (last === undefined || last.byAnswerOf !== by) return undefined;
  // Only the time changed. Who has it has it still, for some time at least.
  if (last.by === acknowledgement?.by) {
    const lastsMs = last.lastsMs ?? defaultMinutes[route.severity] * minute;
    return { ...last, until: last.until > now ? last.until : now + lastsMs };
  }
  let before: Replaced | undefined = last;
  while (before !== undefined && !(before.by !== by && saidYes.includes(before.by) && before.until > now)) {
    before = before.replaced;
  }
  return before;
}

/** Goes back to an acknowledgement. Who gets the incident back hears it, and so does everybody who heard of the other. */
function heldAgain(incident: Incident, { by, path }: No, again: Acknowledgement, now: Instant): Incident {
  const { code, acknowledgement } = incident;
  const { by: holder, until, lastsMs, replaced } = again;
  const entry = { at: now, kind: 'undone', by, responder: holder, until, path } as const;
  const entered = withEntry(incident, entry);
  const back: Incident = {
    ...entered,
    acknowledgement: { by: holder, until, lastsMs, replaced },
    expectedAt: acknowledgement?.replaced?.expectedAt,
  };
  const receipt = { kind: 'undone', code, by: holder === by ? undefined : holder, until } as const;
  if (holder === acknowledgement?.by) {
    const notices = [...owedAfterChangeOf(incident, by), { to: by, notice: receipt }];
    return promisesAfterUpdate({ ...back, notices }, now);
  }
  const others = readersBut(holder, incident, undefined).filter((to) => to !== by);
  return {
    ...withoutPerson(back, by),
    notices: [
      { to: by, notice: receipt },
      { to: holder, notice: { kind: 'yoursAgain', code, by, until } },
      ...others.map(
        (to): PendingNotice => ({ to, notice: { kind: 'acknowledgedByOther', code, by: holder, until } }),
      ),
      ...owedAfterUndo(incident, by),
    ],
  };
}

/**
 * Ends an acknowledgement because an operator found that the responder does not work on the incident. A new round begins, and
 * the responder hears it.
 */
export function withdrawAcknowledgement(
  incident: Incident,
  responder: string,
  operator: string,
  now: Instant,
): Incident {
  const entered = withEntry(incident, { at: now, kind: 'not on it', responder, by: operator });
  const again = roundFrom(withoutPerson(entered, responder), now);
  const notice = { to: responder, notice: { kind: 'notOnIt', code: incident.code } } as const;
  return { ...again, notices: [...owedAfterChangeOf(incident, responder), notice] };
}

function withoutPerson(incident: Incident, responder: string): Incident {
  return { ...incident, saidYes: incident.saidYes.filter((other) => other !== responder) };
}
