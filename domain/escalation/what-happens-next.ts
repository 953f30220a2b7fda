import type { CustomerPromise } from '../incident/customer.ts';
import { type Incident, ladderWithId } from '../incident/incident.ts';
import { stepsOf } from '../incident/ladder.ts';
import type { NextEvent, NextKind } from '../messages/next-words.ts';
import type { OnCall } from '../on-call/roster.ts';
import { type Act, type ChangeKind, type DueChange, isDueAct, type Timer } from '../paging/timer.ts';
import type { Instant } from '../time/instant.ts';
import { isSaidBefore, oneCallAtATime } from './shown-once.ts';
import { timersOf } from './timers.ts';

/** Gives who is on call for the incident's roster at a moment. */
export type OnCallAt = (instant: Instant) => OnCall;

/**
 * What will happen to an incident by itself if nobody answers, in the words that people read. It lists the timers that the
 * driver waits for, earliest first, without those that an earlier line makes pointless. A later step, round or promise
 * appears once the one before it has begun.
 */
export function whatHappensNext(incident: Incident, onCallAt: OnCallAt): readonly NextEvent[] {
  const timers = timersOf(incident);
  const events = timers
    .filter((timer, place) => !isSaidBefore(timer, place, timers))
    .flatMap((timer) => eventsOf(incident, timer, onCallAt));
  return oneCallAtATime(events).toSorted((one, other) => one.at - other.at);
}

/** A timer in the words that people read. Empty where people notice nothing of it. */
export function eventsOf(incident: Incident, timer: Timer, onCallAt: OnCallAt): readonly NextEvent[] {
  const { at } = timer;
  if (isDueAct(timer)) {
    return timer.act.kind === 'stopCall' ? [] : [{ at, ...actWords(incident, timer.act) }];
  }
  const ask = (kind: NextKind, from: number) => asking(incident, { at, kind }, from, onCallAt);
  switch (timer.kind) {
    case 'hold ends':
      return [ask('hold ends', 0)];
    case 'acknowledgement runs out':
      return [{ at, kind: timer.kind, who: about(timer) }, ask('asks', 0)];
    case 'task is late':
      return [{ at, kind: lateKind(incident, timer), who: [] }];
    case 'step begins':
    case 'step ends':
    case 'round begins':
      return moveWords(incident, timer, onCallAt);
    default: {
      const kind = changes[timer.kind];
      return kind === undefined
        ? []
        : [{ at, kind, who: about(timer), what: promiseOf(incident, timer.about) }];
    }
  }
}

function actWords(
  incident: Incident,
  act: Exclude<Act, { readonly kind: 'stopCall' }>,
): Pick<NextEvent, 'kind' | 'who' | 'what'> {
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
      return act.about.kind === 'consent'
        ? { kind: 'customer asked for consent', who: [] }
        : { kind: 'customer told', who: [], what: promiseOf(incident, act.about.promise) };
  }
}

/** The changes that are described without the roster. */
const changes: Readonly<Partial<Record<ChangeKind, NextKind>>> = {
  'source is quiet': 'source is quiet',
  'tasks are dropped': 'tasks are dropped',
  'operator tells the customer': 'operator tells the customer',
  'promise breaks': 'promise breaks',
  'target comes near': 'target comes near',
  'target is missed': 'target is missed',
  'operator asks for consent': 'operator asks for consent',
  'management decides on consent': 'management decides on consent',
  'consent expires': 'consent expires',
  'customer decision is asked': 'customer decision is asked',
};

function about({ kind, about: responder }: DueChange): readonly string[] {
  const isPerson = kind === 'acknowledgement runs out' || kind === 'customer decision is asked';
  return isPerson && responder !== undefined ? [responder] : [];
}

function promiseOf({ promises }: Incident, id: string | undefined): CustomerPromise['about'] | undefined {
  return promises.find((promise) => promise.id === id)?.about;
}

/** While a responder has acknowledged, a late task has the number called, and then has management asked. */
function lateKind({ tasks, status }: Incident, { about: id }: DueChange): NextKind {
  if (status !== 'acknowledged') return 'task is late';
  const task = tasks.find((each) => each.id === id);
  return (task?.late ?? 0) > 0 ? 'task is late, management asked' : 'task is late, number called';
}

/** The move of a ladder. An additional responder's has one step, whose end is the end of its round. */
function moveWords(
  incident: Incident,
  { at, kind, about: id }: DueChange,
  onCallAt: OnCallAt,
): readonly NextEvent[] {
  const ladder = ladderWithId(incident, id ?? '');
  if (ladder === undefined) return [];
  if (ladder.whom.kind !== 'policy') {
    const responder = ladder.whom.kind === 'role' ? onCallAt(at)[ladder.whom.role] : ladder.whom.responder;
    if (responder === undefined) return [];
    return [{ at, kind: kind === 'step begins' ? 'asks' : 'asks again', who: [responder] }];
  }
  if (kind === 'round begins') return [asking(incident, { at, kind: 'begins again' }, 0, onCallAt)];
  const from = kind === 'step begins' ? ladder.step : ladder.step + 1;
  return [asking(incident, { at, kind: 'asks' }, from, onCallAt)];
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
