import type { Instant } from './instant.ts';

const minutesOfDay = 24 * 60;
const msOfMinute = 60_000;

/**
 * The end of the night that `now` lies in: the next `until` o'clock in the zone. Undefined by day.
 *
 * The night begins at `from` and ends before `until`, wall-clock times such as `18:00` and `08:00`. If the clocks skip a
 * time, it is later by as much.
 */
export function morningAfter(
  night: { readonly from: string; readonly until: string },
  timeZone: string,
  now: Instant,
): Instant | undefined {
  const minute = minuteAt(now, timeZone);
  const from = minuteOf(night.from);
  const until = minuteOf(night.until);
  const isNight = from <= until ? from <= minute && minute < until : minute >= from || minute < until;
  return isNight ? nextTime(night.until, timeZone, now) : undefined;
}

/** The next moment at which the wall clock shows a time such as `08:00`. It may be the current minute. */
export function nextTime(time: string, timeZone: string, now: Instant): Instant {
  const until = minuteOf(time);
  const minute = minuteAt(now, timeZone);
  const startOfMinute = now - (now % msOfMinute);
  const straight = startOfMinute + ((until - minute + minutesOfDay) % minutesOfDay) * msOfMinute;
  const corrected = straight - clockChange(straight, until, timeZone) * msOfMinute;
  return minuteAt(corrected, timeZone) === until ? corrected : straight;
}

/** Minutes by which the zone's clock was changed during the night: the time that it shows then, less the expected time. */
function clockChange(at: Instant, expected: number, timeZone: string): number {
  const difference = minuteAt(at, timeZone) - expected;
  if (difference > minutesOfDay / 2) return difference - minutesOfDay;
  return difference < -minutesOfDay / 2 ? difference + minutesOfDay : difference;
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

function minuteAt(instant: Instant, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return minuteOf(format.format(instant));
}
