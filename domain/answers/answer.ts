import { askConsent } from '../consent/requests.ts';
import { promisesAfterUpdate } from '../customers/owed.ts';
import { takeBackEnd } from '../escalation/reopen.ts';
import { resolve } from '../escalation/resolve.ts';
import type { AnswerPath } from '../incident/customer.ts';
import { type Incident, type PendingNotice, withEntry } from '../incident/incident.ts';
import type { Additional } from '../incident/ladder.ts';
import type { Notice } from '../incident/notice.ts';
import { remembering } from '../incident/seen-messages.ts';
import type { PersonNamed } from '../on-call/person-named.ts';
import { askAdditional, askToTakeOver } from '../paging/additional-responders.ts';
import { declareMajor, declareNotMajor, recordDecision } from '../paging/major-incident.ts';
import { staysWith } from '../paging/shift-end.ts';
import { type Instant, minute } from '../time/instant.ts';
import { acknowledge, lastingAgain, replacedBy } from './acknowledge.ts';
import { decline, undo } from './decline-undo.ts';

/** A responder's answer about an incident: what they report or ask, and by which path. */
export type Answer = AnswerKind & {
  /** The responder's id. */
  readonly by: string;
  readonly path: AnswerPath;
  /** The id of the message. A message that is delivered twice counts once. */
  readonly id: string;
};

type AnswerKind =
  /** Acknowledges for `minutes`, or for the time of the severity. It is no repair time: the customer hears nothing of it. */
  | { readonly kind: 'yes'; readonly minutes?: number | undefined }
  | { readonly kind: 'no' | 'undo' | 'boss' | 'serious' | 'notSerious' }
  /** The expected repair time. */
  | { readonly kind: 'update'; readonly minutes: number }
  /** The problem is over. `note`: what was wrong, and what was done. */
  | { readonly kind: 'done'; readonly note?: string | undefined }
  /** Opens again what is over, at any time. `note`: why. */
  | { readonly kind: 'reopen'; readonly note?: string | undefined }
  /** Asks for an additional responder. `name`: their name or role in words. */
  | { readonly kind: 'add'; readonly whom: Additional; readonly name: string }
  /** Wants a colleague to take the incident over. Undefined: nobody else is on call who could. */
  | { readonly kind: 'handOver'; readonly to: PersonNamed | undefined }
  /** What management and the customer have decided. */
  | { readonly kind: 'customerDecision'; readonly words: string }
  /** Asks for the customer's consent. `request`: the four digits with which the customer answers. */
  | { readonly kind: 'consent'; readonly action: string; readonly request: string };

/** The outcome of an answer. */
export type Answered =
  | { readonly kind: 'changed'; readonly incident: Incident }
  /** Nothing changes, and the sender gets this notice. */
  | { readonly kind: 'unchanged'; readonly notice: Notice }
  /** The same message was applied before. */
  | { readonly kind: 'repeated' };

/** For how long after the end an `undo` takes it back. */
export const undoEndWithinMs = 10 * minute;

/**
 * Applies a responder's answer. It counts whenever it comes, early or late. Only `done` resolves an incident, and only `undo`
 * or `reopen` opens it again.
 */
export function answer(incident: Incident, given: Answer, now: Instant): Answered {
  if (incident.answers.includes(given.id)) return { kind: 'repeated' };
  const { code, status } = incident;
  const changed = status === 'resolved' ? openedAgain(incident, given, now) : change(incident, given, now);
  if (changed === undefined) {
    const notice = status === 'resolved' ? alreadyOver(incident, now) : refusal(given, code);
    return { kind: 'unchanged', notice };
  }
  const lasting = givesTime(given) ? changed : lastingAgain(changed, given.by, now);
  return { kind: 'changed', incident: remembering(lasting, given.id) };
}

/** Whether an answer itself says how long the acknowledgement lasts. */
function givesTime({ kind }: Answer): boolean {
  return kind === 'yes' || kind === 'update' || kind === 'undo' || kind === 'reopen';
}

function refusal({ kind }: Answer, code: string): Notice {
  if (kind === 'reopen') return { kind: 'notOver', code };
  if (kind === 'handOver') return { kind: 'mayMean', code, word: 'add' };
  return kind === 'undo' ? { kind: 'nothingToUndo', code } : { kind: 'notUnderstood', code };
}

/** Says when the incident was over, and whether an `undo` still takes that back. */
export function alreadyOver({ code, resolvedAt }: Incident, now: Instant): Notice {
  if (resolvedAt === undefined) return { kind: 'alreadyOver', code };
  return { kind: 'alreadyOver', code, at: resolvedAt, canUndo: now - resolvedAt < undoEndWithinMs };
}

/** Until when this responder has the incident. Whoever has it is not asked to join or to take it over. */
function hasItUntil({ acknowledgement }: Incident, responder: string | undefined): Instant | undefined {
  return acknowledgement?.by === responder ? acknowledgement?.until : undefined;
}

function openedAgain(incident: Incident, given: Answer, now: Instant): Incident | undefined {
  const { by, path, kind } = given;
  const { resolvedAt = 0, code } = incident;
  if (kind !== 'reopen' && !(kind === 'undo' && now - resolvedAt < undoEndWithinMs)) return undefined;
  const note = kind === 'reopen' ? given.note : undefined;
  const open = takeBackEnd(incident, { by, path, note }, now);
  const { by: holder, until } = open.acknowledgement ?? {};
  return told(open, by, { kind: 'endUndone', code, by: holder === by ? undefined : holder, until });
}

function change(incident: Incident, given: Answer, now: Instant): Incident | undefined {
  const { by, path } = given;
  const { code } = incident;
  switch (given.kind) {
    case 'yes': {
      return acknowledge(incident, { by, path, minutes: given.minutes }, now);
    }
    case 'no':
      return staysWith(incident, by, now) ? stay(incident, by, now) : decline(incident, given, now);
    case 'undo':
      return undo(incident, given, now);
    case 'update':
      return update(incident, given, now);
    case 'done':
      return told(resolve(incident, by, now, given.note), by, { kind: 'overByYou', code });
    case 'reopen':
      return undefined;
    case 'boss': {
      const whom = { kind: 'role', role: 'management' } as const;
      const asked = askAdditional(incident, whom, { why: 'asked for', by, now });
      return told(asked, by, { kind: 'managementAsked', code });
    }
    case 'add': {
      const until = hasItUntil(incident, given.whom.kind === 'responder' ? given.whom.responder : undefined);
      if (until !== undefined) return told(incident, by, { kind: 'whoHasIt', code, by: given.name, until });
      const asked = askAdditional(incident, given.whom, { why: 'asked for', by, now });
      return told(asked, by, { kind: 'asked', code, whom: given.name });
    }
    case 'handOver': {
      if (given.to === undefined || given.to.responder === by) return undefined;
      const until = hasItUntil(incident, given.to.responder);
      if (until !== undefined)
        return told(incident, by, { kind: 'whoHasIt', code, by: given.to.name, until });
      const asked = askToTakeOver(incident, given.to.responder, by, now);
      return told(asked, by, { kind: 'handOverAsked', code, whom: given.to.name });
    }
    case 'serious':
      return told(declareMajor(incident, by, now), by, { kind: 'serious', code });
    case 'notSerious':
      return told(declareNotMajor(incident, { by, path }, now), by, { kind: 'notSerious', code });
    case 'customerDecision':
      return told(recordDecision(incident, { by, path, words: given.words }, now), by, {
        kind: 'decisionStored',
        code,
      });
    case 'consent':
      return askConsent(incident, { by, action: given.action, code: given.request }, now);
  }
}

/** A "no" to the question at the end of a shift: the responder keeps the incident. */
function stay(incident: Incident, by: string, now: Instant): Incident {
  const kept = lastingAgain({ ...incident, askedToGoOn: undefined }, by, now);
  const { acknowledgement, code } = kept;
  if (acknowledgement === undefined) return kept;
  return told(kept, by, { kind: 'acknowledged', code, until: acknowledgement.until });
}

/**
 * Applies an expected repair time. The acknowledgement lasts until then. From a responder who has not said yes it is no
 * answer: "30 more minutes" may be a yes, or the time that they need before they can say yes.
 */
function update(
  incident: Incident,
  { by, path, minutes }: Pick<Extract<Answer, { kind: 'update' }>, 'by' | 'path' | 'minutes'>,
  now: Instant,
): Incident | undefined {
  const { acknowledgement, saidYes, status, code } = incident;
  if (status !== 'acknowledged' || acknowledgement === undefined || !saidYes.includes(by)) return undefined;
  const expectedAt = now + minutes * 60_000;
  const isTheirs = by === acknowledgement.by;
  const until = isTheirs ? expectedAt : Math.max(acknowledgement.until, expectedAt);
  const entered = withEntry(incident, { at: now, kind: 'updated', by, expectedAt, path });
  const notices = incident.notices.map(({ to, notice }) =>
    notice.kind === 'acknowledgedByOther' ? { to, notice: { ...notice, until } } : { to, notice },
  );
  const { lastsMs } = acknowledgement;
  const renewed = {
    ...{ by: acknowledgement.by, until, lastsMs: isTheirs ? minutes * 60_000 : lastsMs },
    replaced: replacedBy(incident, by),
  };
  const updated = { ...entered, notices, acknowledgement: renewed, expectedAt };
  const promised = promisesAfterUpdate(updated, now);
  return isTheirs
    ? told(promised, by, { kind: 'updated', code, until })
    : told(promised, by, { kind: 'updatedBeside', code, until: expectedAt, by: acknowledgement.by });
}

/** Owes a notice to a responder. It replaces a notice of the same kind that they have not got yet. */
function told(incident: Incident, to: string, notice: Notice): Incident {
  const others = incident.notices.filter(
    (pending) => pending.to !== to || pending.notice.kind !== notice.kind,
  );
  return { ...incident, notices: [...others, { to, notice } satisfies PendingNotice] };
}
