import {
  type Incident,
  type IncidentList,
  type ListQuery,
  maxListed,
  openStatuses,
  usuallyListed,
} from '../../domain/api/incident.ts';
import { incidentColumns, incidentRow } from '../print/incident-text.ts';
import { aligned } from '../print/table-text.ts';
import { type Command, type Given, type Result, textIn } from './command.ts';

/** The most incidents that are listed. A cell gives `maxListed` at once. */
const maxInAll = 1000;

/** Lists the open incidents, newest first. */
export const incidents: Command = {
  summary: 'list the open incidents, newest first',
  usage: '[--status <status>] [--limit <number>]',
  help: [
    '--status <status>      only incidents in this state: escalating, acknowledged or held',
    `--limit <number>       at most so many, 1 to ${maxInAll} (default ${usuallyListed})`,
  ],
  options: { status: { type: 'string' }, limit: { type: 'string' } },
  operands: [],
  async run(given) {
    const limit = textIn(given, 'limit') ?? String(usuallyListed);
    if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > maxInAll)
      return {
        kind: 'misused',
        message: `--limit must be a whole number from 1 to ${maxInAll}, got ${limit}`,
      };
    const typed = textIn(given, 'status');
    const status = openStatuses.find((each) => each === typed);
    if (status !== typed)
      return {
        kind: 'misused',
        message: `--status must be one of ${openStatuses.join(', ')}, got ${typed}; permanence show shows a resolved incident`,
      };
    return list(given, Number(limit), status);
  },
};

async function list({ ask }: Given, limit: number, status: ListQuery['status']): Promise<Result> {
  const found: Incident[] = [];
  let cursor: string | undefined;
  for (;;) {
    const query = { status, limit: Math.min(maxListed, limit - found.length), cursor };
    const answer = await ask('listIncidents', { query });
    if (answer.kind === 'failed') return answer;
    const page = answer.body;
    found.push(...page.incidents);
    if (page.next === null || found.length >= limit) return shown(found, page);
    cursor = page.next;
  }
}

function shown(found: readonly Incident[], { next, isComplete, timeZone }: IncidentList): Result {
  const rows = [incidentColumns, ...found.map((incident) => incidentRow(incident, timeZone))];
  const warnings = [
    ...(next === null ? [] : ['There are more: see --limit.']),
    ...(isComplete ? [] : ['More incidents are open than a cell looks at: these are not all.']),
  ];
  return {
    kind: 'done',
    text: found.length === 0 ? 'No incident is open.' : aligned(rows).join('\n'),
    json: { incidents: found, next, isComplete, timeZone },
    warnings,
  };
}
