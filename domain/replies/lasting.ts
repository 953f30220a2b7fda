import type { TimedPart, When } from './parts.ts';
import { maxMinutes } from './times/time-units.ts';
import type { WallClock } from './times/times.ts';

/** How much longer, or until when; undefined when nobody can tell, or it is too long. */
export type Lasting =
  | { readonly minutes: number; readonly until?: undefined }
  | { readonly until: WallClock; readonly minutes?: undefined };

/** A bare number behind "another" that is smaller may count something else: "nog 2". */
const fewestBareMinutes = 5;

/** A bare number behind "eta" is an hour up to the one, and may be hours and minutes from the other: "eta 3", "eta 330". */
const lastHourOfTheClock = 12;

const maxBareMinutes = 120;

/** Words that say when it is going to be ready, whatever stands before the time. */
const comesReady = ['klaar', 'fertig', 'ready', 'pret', 'prete', 'bereit'];

/** Reads how long somebody takes an incident: "ok 30", "ja tot 4u", "on it, eta 14:30". */
export function lastingOfYes(parts: readonly TimedPart[], when: When): Lasting | undefined {
  if (parts.some(({ kind }) => kind === 'eta')) return expected(when);
  if (parts.some(({ kind }) => kind === 'more')) return moreOf(when);
  if (when.how === 'until') return until(when);
  return when.how === 'for' && when.said.form !== 'bareWord' ? lasting(when.said.minutes) : undefined;
}

/** Reads when it will be mended: "nog een uur", "eta 14:30", "fixed in 20 min", "klaar om 3u". */
export function lastingOfUpdate(parts: readonly TimedPart[], when: When): Lasting | undefined {
  const has = (...kinds: readonly TimedPart['kind'][]) => parts.some(({ kind }) => kinds.includes(kind));
  if (has('more')) return moreOf(when);
  if (has('eta')) return expected(when);
  const isComing = parts.some((part) => 'words' in part && comesReady.includes(part.words));
  if (when.how === 'within') return within(when);
  if (when.how === 'by' || when.words === 'bis' || (when.how === 'at' && isComing)) return until(when);
  const isForThen = when.how === 'for' && when.words !== '' && when.said.form === 'unit';
  return isForThen && isComing ? until(when) : undefined;
}

/** "Nog 30", "another 1h30", "nog tot 15u". */
function moreOf(when: When): Lasting | undefined {
  if (when.how === 'until') return until(when);
  if (when.how !== 'for') return undefined;
  const { minutes, span, form } = when.said;
  const isFew = form !== 'unit' && (minutes ?? 0) < fewestBareMinutes;
  return isFew ? undefined : lasting(minutes ?? span);
}

/** "Eta 45", "eta 14:30", "eta in 30 min", "eta vers 15h". Not "eta 2h", which is two hours or two o'clock. */
function expected(when: When): Lasting | undefined {
  if (when.how === 'within') return within(when);
  if (when.how !== 'for' || when.words !== '') return until(when);
  const { minutes, clock, span, form } = when.said;
  if (form === 'unit' && clock === undefined) return lasting(minutes);
  if (form === 'unit') return isOnlyOnTheClock(minutes ?? span) ? until(when) : undefined;
  const isMinutes = minutes !== undefined && minutes > lastHourOfTheClock && minutes <= maxBareMinutes;
  return form === 'bare' && isMinutes ? lasting(minutes) : undefined;
}

/** "15h" is no time that anything lasts, and "1h30" may be one; "14:30" is never written for one. */
function isOnlyOnTheClock(minutes: number | undefined): boolean {
  return minutes === undefined || minutes > maxMinutes;
}

function within({ said, words }: When): Lasting | undefined {
  const mayBeOnTheClock = words === 'd ici' && said.clock !== undefined;
  return mayBeOnTheClock || said.form === 'bareWord' ? undefined : lasting(said.minutes);
}

function until({ said }: When): Lasting | undefined {
  return said.clock && { until: said.clock };
}

function lasting(minutes: number | undefined): Lasting | undefined {
  const isInLimits = minutes !== undefined && minutes >= 1 && minutes <= maxMinutes;
  return isInLimits ? { minutes } : undefined;
}
