import { callAgainAfterMs } from '../contact-center/tasks.ts';
import { printAttempt } from '../incident/ladder.ts';
import type { NextEvent } from '../messages/next-words.ts';
import { maxCallMs } from '../paging/page.ts';
import { type Act, type DueAct, isDueAct, type Timer } from '../paging/timer.ts';
import type { Instant } from '../time/instant.ts';

/** Whether people need not read of a timer: an earlier line says it, or makes it pointless. */
export function isSaidBefore(timer: Timer, place: number, timers: readonly Timer[]): boolean {
  return (
    isSameAttempt(timer, place, timers) ||
    isCoveredByOtherCall(timer, place, timers) ||
    isAfterAnSms(timer, timers)
  );
}

/** One call to the contact center serves everybody who is asked in a step. */
function isSameAttempt(timer: Timer, place: number, timers: readonly Timer[]): boolean {
  const name = attemptOf(timer);
  return name !== undefined && timers.some((other, before) => before < place && attemptOf(other) === name);
}

function attemptOf(timer: Timer): string | undefined {
  return isDueAct(timer) && 'attempt' in timer.act ? printAttempt(timer.act.attempt) : undefined;
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

/** An operator tells the customer, and a promise breaks, only where the SMS to the customer does not go out. */
function isAfterAnSms(timer: Timer, timers: readonly Timer[]): boolean {
  if (timer.kind !== 'operator tells the customer' && timer.kind !== 'promise breaks') return false;
  return timers.some(
    (other) =>
      isDueAct(other) &&
      other.act.kind === 'customer' &&
      other.act.about.kind === 'promise' &&
      other.act.about.promise === timer.about,
  );
}

/** A phone rings for one call at a time: the next one waits for its end. */
export function oneCallAtATime(events: readonly NextEvent[]): readonly NextEvent[] {
  const free = new Map<string, Instant>();
  return events.map((event) => {
    if (event.kind !== 'call' && event.kind !== 'call contact center') return event;
    const phone = event.who[0] ?? 'contact center';
    const at = Math.max(event.at, free.get(phone) ?? 0);
    free.set(phone, at + maxCallMs);
    return { ...event, at };
  });
}
