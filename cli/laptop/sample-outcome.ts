import type { SampleAnswer } from '../../local/samples/sample.ts';

/** The cells' answers to an alarm, in one line: `202, incident 2QT`; each cell's own answer where they differ. */
export function sampleOutcome(answers: readonly SampleAnswer[]): string {
  const lines = answers.map((answer) => ({ from: placeOf(answer), line: lineOf(answer) }));
  const [first] = lines;
  if (first === undefined) return 'nobody answered';
  if (lines.length === 1 && !first.from.startsWith('SNS')) return first.line;
  if (lines.length > 1 && lines.every(({ line }) => line === first.line)) return `both ${first.line}`;
  return lines.map(({ from, line }) => `${from}: ${line}`).join('; ');
}

function placeOf({ from }: SampleAnswer): string {
  return from.startsWith('/') ? (from.split('/')[1] ?? '') : from;
}

function lineOf({ status, body }: SampleAnswer): string {
  if (status === undefined) return 'no answer';
  const { code, status: state, warnings, title, ignored } = membersOf(body);
  if (status >= 300) return typeof title === 'string' ? `${status}, ${title}` : String(status);
  if (ignored !== undefined) return `${status}, ignored`;
  if (typeof code !== 'string') return `${status}, nothing to resolve`;
  return [
    `${status}, ${state === 'escalating' ? `incident ${code}` : `${code} ${state}`}`,
    ...(Array.isArray(warnings) ? [warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`] : []),
  ].join(', ');
}

function membersOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
