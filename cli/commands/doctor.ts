import { allChecks, examine, type Looked } from '../doctor/doctor.ts';
import { aligned } from '../print/table-text.ts';
import { type Command, type Given, type Result, textIn } from './command.ts';

/** Looks at everything that AWS leaves to people, in both regions, and changes nothing. */
export const doctor: Command = {
  summary: 'look at what AWS leaves to people, in both regions, and say what to do; changes nothing',
  usage: '[--except <check,...>] [--prefix <name>]',
  help: [
    '--except <check,...>   leave these out, such as connect-instance@eu-west-2 where that is meant so',
    '--prefix <name>        the prefix of the deployment (default permanence)',
    '                       Exit code: 0 no finding, 1 findings, 2 something could not be looked at.',
    '                       docs/doctor.md lists the checks, and the permissions that they need.',
  ],
  options: { except: { type: 'string' }, prefix: { type: 'string' } },
  operands: [],
  async run(given) {
    const except = (textIn(given, 'except') ?? '').split(',').filter((name) => name !== '');
    const strangers = except.filter((name) => !allChecks.some(({ id }) => id === name.split('@')[0]));
    if (strangers.length > 0) return misused(strangers);
    const prefix = textIn(given, 'prefix') ?? 'permanence';
    return resultOf(await examine(given.cells, { prefix, except }), except, given);
  },
};

function misused(strangers: readonly string[]): Result {
  const known = allChecks.map(({ id }) => id).join(', ');
  return { kind: 'misused', message: `there is no check ${strangers.join(', ')}; there are ${known}` };
}

function resultOf(all: readonly Looked[], except: readonly string[], given: Given): Result {
  const count = (kind: Looked['kind']) => all.filter((one) => one.kind === kind).length;
  const [findings, unknowns] = [count('finding'), count('unknown')];
  const summary = `${count('ok')} ok, ${findings} findings, ${unknowns} could not be looked at`;
  const regions = [...new Set(all.map(({ region }) => region))];
  const text = [
    ...regions.flatMap((region) => [region, ...linesOf(all.filter((one) => one.region === region)), '']),
    ...(except.length > 0 ? [`left out: ${except.join(', ')}`] : []),
    ...(given.cells.length < 2
      ? ['only one cell: whether both have the same version was not looked at']
      : []),
    summary,
  ].join('\n');
  return { kind: 'done', text, json: { summary, checks: all }, exitCode: exitCodeOf(findings, unknowns) };
}

function exitCodeOf(findings: number, unknowns: number): number {
  if (findings > 0) return 1;
  return unknowns > 0 ? 2 : 0;
}

const words: Readonly<Record<Looked['kind'], string>> = { ok: 'ok', finding: 'FINDING', unknown: 'unknown' };

/** A line for each check, and below a finding what it breaks, how to mend it and where AWS writes about it. */
function linesOf(some: readonly Looked[]): readonly string[] {
  const rows = aligned(some.map(({ kind, id, text }) => [`  ${words[kind]}`, id, text]));
  return some.flatMap(({ kind, breaks, mend, link }, index) => {
    const row = rows[index] ?? '';
    return kind === 'ok'
      ? [row]
      : [row, ...[`Breaks: ${breaks}`, `Mend:   ${mend}`, link].map((line) => `           ${line}`)];
  });
}
