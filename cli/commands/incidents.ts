import { incidentColumns, incidentRow, type ShownIncident } from '../print/incident-text.ts';
import { aligned } from '../print/table-text.ts';
import { type Command, type Given, type Result, textIn } from './command.ts';

/** Incidents that are listed without `--limit`, and the most that a cell gives at once. */
const usualLimit = 50;
const maxAtOnce = 100;
const maxInAll = 1000;

/** Lists the open incidents, newest first. */
export const incidents: Command = {
  summary: 'list the open incidents, newest first',
  usage: '[--status <status>] [--limit <number>]',
  help: [
    '--status <status>      only those: escalating, acknowledged or held',
    `--limit <number>       at most so many, 1 to ${maxInAll} (default ${usualLimit})`,
  ],
  options: { status: { type: 'string' }, limit: { type: 'string' } },
  operands: [],
  async run(given) {
    const limit = textIn(given, 'limit') ?? String(usualLimit);
    if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > maxInAll)
      return {
        kind: 'misused',
        message: `--limit must be a whole number from 1 to ${maxInAll}, got ${limit}`,
      };
    return list(given, Number(limit));
  },
};

interface Page {
  readonly incidents: readonly ShownIncident[];
  readonly next: string | null;
  readonly isComplete: boolean;
  readonly timeZone: string;
}

async function list(given: Given, limit: number): Promise<Result> {
  const found: ShownIncident[] = [];
  let cursor: string | undefined;
  for (;;) {
    const atOnce = String(Math.min(maxAtOnce, limit - found.length));
    const query = { status: textIn(given, 'status'), limit: atOnce, cursor };
    const answer = await given.ask({ method: 'GET', path: '/v1/incidents', query });
    if (answer.kind === 'failed') return answer;
    const page = answer.body as unknown as Page;
    found.push(...page.incidents);
    if (page.next === null || found.length >= limit) return shown(found, page);
    cursor = page.next;
  }
}

function shown(found: readonly ShownIncident[], { next, isComplete, timeZone }: Page): Result {
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
