/** A time as people read it, in their company's zone: `Mon 23 Nov 03:10`. */
export function timeText(iso: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(iso));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('hour')}:${part('minute')}`;
}

/** The same to the second, for entries that follow closely on each other. */
export function clockText(iso: string, timeZone: string): string {
  const seconds = new Intl.DateTimeFormat('en-GB', { timeZone, second: '2-digit' }).format(new Date(iso));
  return `${timeText(iso, timeZone)}:${seconds.padStart(2, '0')}`;
}

/** A typed time, in the form of the API. Without an offset it is a time on this machine's clock. */
export function timeTyped(text: string): string | undefined {
  const shape = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/;
  if (!shape.test(text)) return undefined;
  const time = Date.parse(text.length === 10 ? `${text}T00:00` : text.replace(' ', 'T'));
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
