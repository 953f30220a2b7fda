import { roundFrom } from './climb.ts';
import { type Acknowledgement, type Incident, type PendingNotice, withEntry } from './incident.ts';
import type { Instant } from './instant.ts';
import type { Notice } from './notice-text.ts';
import type { Severity } from './organization.ts';
import type { AnswerPath } from './timeline.ts';

/** A person's word about an incident. */
export interface Answer {
  readonly kind: 'yes' | 'no' | 'undo';
  /** The responder's id. */
  readonly by: string;
  readonly path: AnswerPath;
  /** For how long he or she takes it; without it, by severity. */
  readonly minutes?: number | undefined;
  /** Names the message: the same one, delivered twice, counts once. */
  readonly id: string;
}

export type Answered =
  | { readonly kind: 'changed'; readonly incident: Incident }
  /** Nothing changes; this is what the sender hears. */
  | { readonly kind: 'unchanged'; readonly notice: Notice }
  | { readonly kind: 'repeated' };

/** Minutes for which an incident is taken by a yes without a time. */
export const defaultMinutes: Readonly<Record<Severity, number>> = { critical: 15, high: 30, low: 120 };

/** Messages that an incident remembers so as to count each once: more than its people send within a redelivery. */
const rememberedAnswers = 20;

/** Applies a person's answer. It counts whenever it comes, early or late, and never ends an incident. */
export function answer(incident: Incident, given: Answer, now: Instant): Answered {
  if (incident.answers.includes(given.id)) return { kind: 'repeated' };
  const { code } = incident;
  if (incident.status === 'resolved') return { kind: 'unchanged', notice: { kind: 'alreadyOver', code } };

  const changed = change(incident, given, now);
  if (changed === undefined) return { kind: 'unchanged', notice: { kind: 'nothingToUndo', code } };
  return { kind: 'changed', incident: remembering(changed, given.id) };
}

/** The incident that will know a message again. */
export function remembering(incident: Incident, id: string): Incident {
  return { ...incident, answers: [...incident.answers, id].slice(-rememberedAnswers) };
}

function change(incident: Incident, given: Answer, now: Instant): Incident | undefined {
  switch (given.kind) {
    case 'yes':
      return take(incident, given, now);
    case 'no':
      return decline(incident, given, now);
    case 'undo':
      return undo(incident, given, now);
  }
}

function take(incident: Incident, { by, path, minutes }: Answer, now: Instant): Incident {
  const { code, route } = incident;
  const until = now + (minutes ?? defaultMinutes[route.severity]) * 60_000;
  const before = holderOf(incident);
  const others = before === by ? notYetTold(incident) : everybodyBut(by, incident);
  return {
    ...withEntry(incident, { at: now, kind: 'acknowledged', by, until, path }),
    status: 'acknowledged',
    held: undefined,
    acknowledgement: { by, until },
    paged: [...new Set([...incident.paged, by])],
    notices: [
      { to: by, notice: confirmation(code, { by, until }, before) },
      ...others.map((to): PendingNotice => ({ to, notice: { kind: 'takenByOther', code, by, until } })),
    ],
  };
}

function confirmation(code: string, { by, until }: Acknowledgement, before: string | undefined): Notice {
  if (before === undefined || before === by) return { kind: 'taken', code, until };
  return { kind: 'takenInstead', code, until, by: before };
}

/** A no moves on at once; of the one who had it, it gives the incident back to a round that skips him or her. */
function decline(incident: Incident, { by, path }: Answer, now: Instant): Incident {
  const entered = withEntry(incident, { at: now, kind: 'declined', by, path });
  const notices: PendingNotice[] = [
    ...incident.notices.filter(({ to }) => to !== by),
    { to: by, notice: { kind: 'declined', code: incident.code } },
  ];
  if (holderOf(incident) === by) {
    const again = roundFrom(entered, now);
    return { ...again, round: { ...again.round, declined: [by] }, notices };
  }
  const declined = [...new Set([...incident.round.declined, by])];
  return { ...entered, round: { ...incident.round, declined }, notices };
}

/** Takes back one's own last yes or no: the ladder goes on where it was, its time not stopped. */
function undo(incident: Incident, { by, path }: Answer, now: Instant): Incident | undefined {
  const hadIt = holderOf(incident) === by;
  const saidNo = incident.round.declined.includes(by);
  if (!hadIt && !saidNo) return undefined;

  const { code, round } = incident;
  const entered = withEntry(incident, { at: now, kind: 'undone', by, path });
  const mine: PendingNotice = { to: by, notice: { kind: 'undone', code } };
  if (hadIt) return { ...entered, status: 'escalating', acknowledgement: undefined, notices: [mine] };
  const declined = round.declined.filter((responder) => responder !== by);
  return { ...entered, round: { ...round, declined }, notices: [...incident.notices, mine] };
}

/** Who has the incident. */
function holderOf({ status, acknowledgement }: Incident): string | undefined {
  return status === 'acknowledged' ? acknowledgement?.by : undefined;
}

function everybodyBut(by: string, { paged }: Incident): readonly string[] {
  return paged.filter((responder) => responder !== by);
}

/** Those who are still to hear who has it: they hear until when as it is now. */
function notYetTold({ notices }: Incident): readonly string[] {
  return notices.filter(({ notice }) => notice.kind === 'takenByOther').map(({ to }) => to);
}
