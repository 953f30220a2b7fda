import { besideFacts, besideParts } from '../print/incident-facts.ts';
import { entryRow, type ShownEntry, type ShownIncident, whoHas } from '../print/incident-text.ts';
import { aligned, oneLine } from '../print/table-text.ts';
import { timeText } from '../print/time-text.ts';
import type { Command } from './command.ts';

interface Whole extends ShownIncident {
  readonly source: string;
  readonly dedupKey: string;
  readonly roster: string;
  readonly timeZone: string;
  readonly timeline: readonly ShownEntry[];
}

/** Shows an incident with its whole timeline, also one that is over. */
export const show: Command = {
  summary: 'show an incident with its whole timeline, also one that is over',
  usage: '<id|code>',
  help: [],
  options: {},
  operands: ['<id|code>'],
  async run({ operands, ask }) {
    const [name = ''] = operands;
    const answer = await ask({ method: 'GET', path: `/v1/incidents/${encodeURIComponent(name)}` });
    if (answer.kind === 'failed') return answer;
    return { kind: 'done', text: textOf(answer.body as unknown as Whole), json: answer.body };
  },
};

function textOf(incident: Whole): string {
  const { timeZone, openedAt } = incident;
  const facts = [
    ['status', `${incident.status}, ${incident.severity ?? 'severity unknown'}`],
    ['who', oneLine(whoHas(incident, timeZone))],
    ...besideFacts(incident, timeZone),
    ['opened', openedAt === null ? '?' : `${timeText(openedAt, timeZone)} (${timeZone})`],
    ['customer', oneLine(incident.customer?.name ?? '-')],
    ['service', `${oneLine(incident.service ?? '?')}, roster ${incident.roster}`],
    ['alarm', `${incident.source}, ${oneLine(incident.dedupKey)}`],
    ['id', incident.incidentId],
  ];
  return [
    `${incident.code}  ${oneLine(incident.summary)}`,
    '',
    ...aligned(facts),
    ...besideParts(incident, timeZone),
    '',
    ...aligned(incident.timeline.map((entry) => entryRow(entry, timeZone))),
  ].join('\n');
}
