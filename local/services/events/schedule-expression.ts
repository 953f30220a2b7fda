const unitMinutes: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 };

const minuteMs = 60_000;

/** How often a schedule fires: `rate(1 minute)`, `rate(5 minutes)`. Cron expressions are not known here. */
export function rateMs(expression: string): number {
  const [, count = '', unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const minutes = Number(count) * (unitMinutes[unit] ?? 0);
  if (minutes >= 1) return minutes * minuteMs;
  throw new Error(`the schedule ${expression} is not known here; known are rates, as rate(1 minute)`);
}

/** The start of the next whole minute: where the first firing lies. */
export function nextMinute(now: number): number {
  return (Math.floor(now / minuteMs) + 1) * minuteMs;
}
