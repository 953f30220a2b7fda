import type { IncidentWithTimeline } from '../../domain/api/incident.ts';
import { alarmFacts, furtherFacts, furtherParts, nextPart } from '../print/incident-facts.ts';
import { entryRow, stateText } from '../print/incident-text.ts';
import { aligned, oneLine } from '../print/table-text.ts';
import { timeText } from '../print/time-text.ts';
import type { Command } from './command.ts';

/** Shows an incident with its whole timeline, also one that is over. */
export const show: Command = {
  summary: 'show an incident with its whole timeline, also one that is over',
  usage: '<id|code>',
  help: [],
  options: {},
  operands: ['<id|code>'],
  async run({ operands, ask }) {
    const [id = ''] = operands;
    const answer = await ask('showIncident', { id });
    if (answer.kind === 'failed') return answer;
    return { kind: 'done', text: textOf(answer.body), json: answer.body };
  },
};

function textOf(incident: IncidentWithTimeline): string {
  const { timeZone, openedAt } = incident;
  const facts = [
    ['status', `${incident.status}, ${incident.severity ?? 'severity unknown'}`],
    ['who', oneLine(stateText(incident, timeZone))],
    ...furtherFacts(incident, timeZone),
    ['opened', openedAt === null ? '?' : `${timeText(openedAt, timeZone)} (${timeZone})`],
    ['customer', oneLine(incident.customer?.name ?? '-')],
    ['service', `${oneLine(incident.service ?? '?')}, roster ${incident.roster}`],
    ['alarm', `${incident.source}, ${oneLine(incident.dedupKey)}`],
    ...alarmFacts(incident, timeZone),
    ['id', incident.incidentId],
  ];
  return [
    `${incident.code}  ${oneLine(incident.summary)}`,
    '',
    ...aligned(facts),
    ...furtherParts(incident, timeZone),
    ...nextPart(incident, timeZone),
    '',
    ...aligned(incident.timeline.map((entry) => entryRow(entry, timeZone))),
  ].join('\n');
}
