import { callAgainAfterMs } from '../contact-center/tasks.ts';
import type { Incident } from '../incident/incident.ts';
import { stepsOf } from '../incident/ladder.ts';
import type { NextEvent, NextKind } from '../messages/next-words.ts';
import type { OnCall } from '../on-call/roster.ts';
import { type Act, type ChangeKind, type DueAct, isDueAct, type Timer } from '../paging/timer.ts';
import type { Instant } from '../time/instant.ts';
import { timersOf } from './timers.ts';

/** Gives who is on call for the incident's roster at a moment. */
export type OnCallAt = (instant: Instant) => OnCall;

/**
 * What will happen to an incident by itself if nobody answers, in the words that people read. It lists the timers that the
 * driver waits for, earliest first. A later step, round or promise appears once the one before it has begun.
 */
export function whatHappensNext(incident: Incident, onCallAt: OnCallAt): readonly NextEvent[] {
  const timers = timersOf(incident);
  return timers
    .filter((timer, place) => !isCoveredByOtherCall(timer, place, timers))
    .flatMap((timer) => eventOf(incident, timer, onCallAt) ?? []);
}

/** One call to the contact center is about all open tasks. No task has the number called again soon after it. */
function isCoveredByOtherCall(timer: Timer, place: number, timers: readonly Timer[]): boolean {
  if (!isCallForTask(timer)) return false;
  return timers.some((other, otherPlace) => {
    const later = timer.at - other.at;
    const isFirst = !isCallForTask(other) || otherPlace < place;
    return isCallToCenter(other) && isFirst && later >= 0 && later < callAgainAfterMs;
  });
}

function isCallForTask(timer: Timer): boolean {
  return isCallToCenter(timer) && 'task' in timer.act.attempt;
}

function isCallToCenter(timer: Timer): timer is DueAct & { readonly act: CallToCenter } {
  return isDueAct(timer) && timer.act.kind === 'call' && timer.act.whom.kind === 'contactCenter';
}

type CallToCenter = Extract<Act, { readonly kind: 'call' }>;

/** A timer in the words that people read. Undefined where people notice nothing of it. */
export function eventOf(incident: Incident, timer: Timer, onCallAt: OnCallAt): NextEvent | undefined {
  const { at } = timer;
  if (isDueAct(timer)) return { at, ...actWords(timer.act) };
  const known = changes[timer.kind];
  if (known !== undefined) return { at, kind: known, who: about(timer.kind, timer.about) };
  if (timer.kind === 'hold ends') return asking(incident, { at, kind: 'hold ends' }, 0, onCallAt);
  const isMain = timer.about === incident.ladder.id;
  if (!isMain) return undefined;
  if (timer.kind === 'step begins')
    return asking(incident, { at, kind: 'asks' }, incident.ladder.step, onCallAt);
  if (timer.kind === 'step ends')
    return asking(incident, { at, kind: 'asks' }, incident.ladder.step + 1, onCallAt);
  if (timer.kind === 'round begins') return asking(incident, { at, kind: 'begins again' }, 0, onCallAt);
  return undefined;
}

function actWords(act: Act): Pick<NextEvent, 'kind' | 'who'> {
  switch (act.kind) {
    case 'sms':
      return { kind: act.via === 'own' ? 'sms own' : 'sms other', who: [act.responder] };
    case 'call':
      return act.whom.kind === 'responder'
        ? { kind: 'call', who: [act.whom.responder] }
        : { kind: 'call contact center', who: [] };
    case 'queue':
      return { kind: 'task queued', who: [] };
    case 'withdraw':
      return { kind: 'task withdrawn', who: [] };
    case 'customer':
      return {
        kind: act.about.kind === 'consent' ? 'customer asked for consent' : 'customer told',
        who: [],
      };
  }
}

/** The changes that are described without the roster. */
const changes: Readonly<Partial<Record<ChangeKind, NextKind>>> = {
  'acknowledgement runs out': 'acknowledgement runs out',
  'task is late': 'task is late',
  'tasks are dropped': 'tasks are dropped',
  'operator tells the customer': 'operator tells the customer',
  'promise breaks': 'promise breaks',
  'target comes near': 'target comes near',
  'target is missed': 'target is missed',
  'operator asks for consent': 'operator asks for consent',
  'consent expires': 'consent expires',
  'customer decision is asked again': 'customer decision is asked again',
};

function about(kind: ChangeKind, responder: string | undefined): readonly string[] {
  const isPerson = kind === 'acknowledgement runs out' || kind === 'customer decision is asked again';
  return isPerson && responder !== undefined ? [responder] : [];
}

/**
 * Describes the first step from `from` on that finds somebody on call at that moment. A decline counts for its round
 * alone.
 */
function asking(
  { policy, ladder }: Incident,
  { at, kind }: Pick<NextEvent, 'at' | 'kind'>,
  from: number,
  onCallAt: OnCallAt,
): NextEvent {
  const people = onCallAt(at);
  const declined = from === 0 ? [] : ladder.declined;
  for (const { roles } of stepsOf(policy, ladder).slice(from)) {
    const who = roles
      .flatMap((role) => people[role] ?? [])
      .filter((responder) => !declined.includes(responder));
    if (who.length > 0) return { at, kind, who: [...new Set(who)] };
  }
  return { at, kind: 'asks nobody', who: [] };
}
