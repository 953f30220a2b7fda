import type { OnCall } from '../../domain/api/on-call.ts';
import type { Person } from '../../domain/api/parts.ts';
import { aligned } from '../print/table-text.ts';
import { timeText, timeTyped } from '../print/time-text.ts';
import { type Command, textIn } from './command.ts';

/** Says who is on call. */
export const onCall: Command = {
  summary: 'say who is on call, and until when',
  usage: '[--at <time>] [--roster <name>]',
  help: [
    '--at <time>            such as "2026-12-01 12:00" on this machine’s clock, or 2026-12-01T12:00+01:00',
    '--roster <name>        only this one',
  ],
  options: { at: { type: 'string' }, roster: { type: 'string' } },
  operands: [],
  async run(given) {
    const typed = textIn(given, 'at');
    const at = typed === undefined ? undefined : timeTyped(typed);
    if (typed !== undefined && at === undefined)
      return { kind: 'misused', message: `--at must be a time such as "2026-12-01 12:00", got ${typed}` };
    const answer = await given.ask('onCall', { query: { at, roster: textIn(given, 'roster') } });
    if (answer.kind === 'failed') return answer;
    return { kind: 'done', text: textOf(answer.body), json: answer.body };
  },
};

function textOf({ at, timeZone, rosters }: OnCall): string {
  const name = (person: Person | null) => person?.name ?? '-';
  const rows = rosters.map(({ roster, primary, secondary, management, until }) => [
    roster,
    name(primary),
    name(secondary),
    name(management),
    timeText(until, timeZone),
  ]);
  const items = ['ROSTER', 'PRIMARY', 'SECONDARY', 'MANAGEMENT', 'UNTIL'];
  return [`${timeText(at, timeZone)} (${timeZone})`, '', ...aligned([items, ...rows])].join('\n');
}
