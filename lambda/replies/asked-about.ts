import { incidentOf } from '../../aws/table/incident-item.ts';
import { stillAsked } from '../../domain/incident/ladder.ts';
import type { Notice } from '../../domain/incident/notice.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Cell } from '../cell/cell.ts';
import type { NamedIncident } from '../incidents/change-incident.ts';

/** What a person is told who asks about an incident. The question changes nothing. */
export async function answerQuestion(
  cell: Cell,
  { key, generation, code }: NamedIncident,
  about: 'info' | 'who',
  { responders }: Organization,
): Promise<Notice> {
  const item = await cell.incidents.read(key);
  if (item?.generation !== generation || item.status === 'resolved') return { kind: 'alreadyOver', code };
  const { status, acknowledgement, ladder, additional, summary, route, openedAt } = incidentOf(item);
  if (about === 'info') {
    return {
      ...{ kind: 'info', code, summary, service: route.service, at: openedAt },
      customer: route.customer?.name,
    };
  }
  const nameOf = (responder: string) => responders[responder]?.name ?? responder;
  if (status === 'acknowledged' && acknowledgement !== undefined) {
    return { kind: 'whoHasIt', code, by: nameOf(acknowledgement.by), until: acknowledgement.until };
  }
  const asked = [
    ...stillAsked(ladder).map(({ responder }) => responder),
    ...additional.flatMap(({ asked = [] }) => asked.map(({ responder }) => responder)),
  ];
  return { kind: 'whoIsAsked', code, names: [...new Set(asked)].map(nameOf) };
}
