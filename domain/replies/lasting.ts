import type { TimedPart, When } from './parts.ts';
import { maxMinutes } from './times/time-units.ts';
import type { WallClock } from './times/times.ts';

/** How much longer, or until when; undefined when it is unclear or too long. */
export type Lasting =
  | { readonly minutes: number; readonly until?: undefined }
  | { readonly until: WallClock; readonly minutes?: undefined };

/** A smaller bare number after "another" may count something else, as in "nog 2". */
const minBareMinutes = 5;

/** A bare number after "eta" up to the first is an hour ("eta 3"). Above the second it may be hours and minutes ("eta 330"). */
const lastHourOfTheClock = 12;

const maxBareMinutes = 120;

/** Words that say when it will be ready, whatever stands before the time. */
const comesReady = ['klaar', 'fertig', 'ready', 'pret', 'prete', 'bereit'];

/** Reads how long an acknowledgement lasts: "ok 30", "ja tot 4u", "on it, eta 14:30". */
export function lastingOfYes(parts: readonly TimedPart[], when: When): Lasting | undefined {
  if (parts.some(({ kind }) => kind === 'eta')) return expected(when);
  if (parts.some(({ kind }) => kind === 'more')) return moreOf(when);
  if (when.how === 'until') return until(when);
  return when.how === 'for' && when.value.form !== 'bareWord' ? lasting(when.value.minutes) : undefined;
}

/** Reads when the repair will be done: "nog een uur", "eta 14:30", "fixed in 20 min", "klaar om 3u". */
export function lastingOfUpdate(parts: readonly TimedPart[], when: When): Lasting | undefined {
  const has = (...kinds: readonly TimedPart['kind'][]) => parts.some(({ kind }) => kinds.includes(kind));
  if (has('more')) return moreOf(when);
  if (has('eta')) return expected(when);
  const isComing = parts.some((part) => 'words' in part && comesReady.includes(part.words));
  if (when.how === 'within') return within(when);
  if (when.how === 'by' || when.words === 'bis' || (when.how === 'at' && isComing)) return until(when);
  const isForThen = when.how === 'for' && when.words !== '' && when.value.form === 'unit';
  return isForThen && isComing ? until(when) : undefined;
}

/** "Nog 30", "another 1h30", "nog tot 15u". */
function moreOf(when: When): Lasting | undefined {
  if (when.how === 'until') return until(when);
  if (when.how !== 'for') return undefined;
  const { minutes, span, form } = when.value;
  const isFew = form !== 'unit' && (minutes ?? 0) < minBareMinutes;
  return isFew ? undefined : lasting(minutes ?? span);
}

/** "Eta 45", "eta 14:30", "eta in 30 min", "eta vers 15h". Not "eta 2h", which is two hours or two o'clock. */
function expected(when: When): Lasting | undefined {
  if (when.how === 'within') return within(when);
  if (when.how !== 'for' || when.words !== '') return until(when);
  const { minutes, clock, span, form } = when.value;
  if (form === 'unit' && clock === undefined) return lasting(minutes);
  if (form === 'unit') return isOnlyOnTheClock(minutes ?? span) ? until(when) : undefined;
  const isMinutes = minutes !== undefined && minutes > lastHourOfTheClock && minutes <= maxBareMinutes;
  return form === 'bare' && isMinutes ? lasting(minutes) : undefined;
}

/** "15h" is too long for a duration, and "1h30" may be one. Nobody writes "14:30" for a duration. */
function isOnlyOnTheClock(minutes: number | undefined): boolean {
  return minutes === undefined || minutes > maxMinutes;
}

function within({ value, words }: When): Lasting | undefined {
  const mayBeOnTheClock = words === 'd ici' && value.clock !== undefined;
  return mayBeOnTheClock || value.form === 'bareWord' ? undefined : lasting(value.minutes);
}

function until({ value }: When): Lasting | undefined {
  return value.clock && { until: value.clock };
}

function lasting(minutes: number | undefined): Lasting | undefined {
  const isInLimits = minutes !== undefined && minutes >= 1 && minutes <= maxMinutes;
  return isInLimits ? { minutes } : undefined;
}
