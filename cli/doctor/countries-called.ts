import { callableFromTheStart, callingCode } from '../../local/services/connect/instances.ts';
import { type Document, listIn, partIn } from '../aws/requests.ts';
import { finding, idIn, ok, type Place, type Seen, unknown, type Voice } from './check.ts';

/** Amazon Connect searches the last eight weeks. */
const lookBackMs = 28 * 24 * 3_600_000;

/** Each contact is one more request, and Amazon Connect takes two a second. */
const maxContacts = 20;

/** Refusals stand on the timelines of open incidents. */
const maxIncidents = 10;

/**
 * No API of AWS says which countries an instance may call. What can be seen is what it has called: a call that is not
 * allowed makes no contact. A refusal stands on the timeline of an incident. Otherwise nobody can know before a call.
 */
export async function countriesCalled(at: Place, { instanceArn }: Voice): Promise<readonly Seen[]> {
  const { responders, contactCenter } = await at.organization();
  const phones = [...Object.values(responders).flatMap(({ numbers }) => numbers), contactCenter.number];
  const needed = [...new Set(phones.map(callingCode))];
  const toProve = needed.filter((code) => !callableFromTheStart.includes(code));
  const proven = await codesCalled(at, idIn(instanceArn), toProve);
  const refused = proven.size < toProve.length ? await codesRefused(at) : new Set<string>();
  return needed.map((code) => {
    if (callableFromTheStart.includes(code)) return ok(`+${code} is open from the start`);
    if (proven.has(code)) return ok(`+${code} was called in the last 28 days`);
    if (refused.has(code)) return finding(`a call to +${code} was refused: the country is not open`);
    return unknown(`whether +${code} is open: no call went there in 28 days, and no API of AWS says it`);
  });
}

async function codesCalled(
  at: Place,
  InstanceId: string,
  wanted: readonly string[],
): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set();
  const found = await at.aws.rest('connect', 'POST', '/search-contacts', {
    InstanceId,
    TimeRange: {
      Type: 'INITIATION_TIMESTAMP',
      StartTime: Math.floor((at.now - lookBackMs) / 1000),
      EndTime: Math.ceil(at.now / 1000),
    },
    SearchCriteria: { Channels: ['VOICE'], InitiationMethods: ['API'] },
    Sort: { FieldName: 'INITIATION_TIMESTAMP', Order: 'DESCENDING' },
    MaxResults: maxContacts,
  });
  const codes = new Set<string>();
  for (const { Id } of listIn(found, 'Contacts')) {
    if (wanted.every((code) => codes.has(code))) break;
    codes.add(await codeOf(at, InstanceId, String(Id)));
  }
  return codes;
}

async function codeOf({ aws }: Place, instanceId: string, contactId: string): Promise<string> {
  const described = await aws.rest('connect', 'GET', `/contacts/${instanceId}/${contactId}`);
  const endpoint: Document = partIn(partIn(described, 'Contact'), 'CustomerEndpoint');
  return callingCode(String(endpoint['Address'] ?? ''));
}

/** The countries to which this region refused a call, as the timelines of the newest open incidents say. */
async function codesRefused({ ask, region, organization }: Place): Promise<ReadonlySet<string>> {
  const list = await ask('listIncidents', { query: { limit: maxIncidents } });
  if (list.kind === 'failed') throw new Error(list.message);
  const { responders, contactCenter } = await organization();
  const refused = new Set<string>();
  for (const { incidentId } of list.body.incidents) {
    const shown = await ask('showIncident', { id: incidentId });
    if (shown.kind === 'failed') throw new Error(shown.message);
    for (const entry of shown.body.timeline) {
      const { kind, region: through, reason, whom } = entry as Document;
      const isHere = kind === 'call failed' && through === region;
      if (!isHere || !String(reason).includes('DestinationNotAllowed')) continue;
      const number = responders[String(whom)]?.numbers[0] ?? contactCenter.number;
      refused.add(callingCode(number));
    }
  }
  return refused;
}
