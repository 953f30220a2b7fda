import { parseOrganization } from '../../domain/organization/parse.ts';
import { awsOf, type Document, isRefusal, partIn } from '../aws/requests.ts';
import { askCells } from '../cell/ask.ts';
import type { Cell } from '../cell/cells.ts';
import { cellChecks } from './cell-checks.ts';
import type { Check, Place, Seen, Voice } from './check.ts';
import { connectChecks } from './connect-checks.ts';
import { smsChecks } from './sms-checks.ts';
import { type PairCheck, pairChecks } from './versions.ts';

/** The checks of each region, in the order in which they are printed. */
export const checks: readonly Check[] = [...cellChecks, ...smsChecks, ...connectChecks];

/** All checks, also those that compare the cells. */
export const allChecks: readonly (Check | PairCheck)[] = [...checks, ...pairChecks];

/** What one check saw in one region, or in both. */
export interface Looked extends Seen, Pick<Check, 'id' | 'looksAt' | 'breaks' | 'mend' | 'link'> {
  readonly region: string;
}

export interface Examination {
  readonly prefix: string;
  /** The checks that are left out, by name; with `@region` in that region alone. */
  readonly except: readonly string[];
}

/** Makes all checks in the regions of these cells. Never rejects: a check that fails says that it could not look. */
export async function examine(
  cells: readonly Cell[],
  { prefix, except }: Examination,
): Promise<readonly Looked[]> {
  const places = await Promise.all(cells.map((cell) => placeOf(cell, prefix)));
  const isAsked = ({ id }: { readonly id: string }, region: string) =>
    !except.includes(id) && !except.includes(`${id}@${region}`);
  const inRegions = await Promise.all(
    places.map((place) =>
      lookInTurn(
        checks.filter((check) => isAsked(check, place.region)),
        place,
      ),
    ),
  );
  const [first, second] = places;
  const ofPair: Looked[] = [];
  if (first !== undefined && second !== undefined) {
    for (const check of pairChecks.filter((one) => isAsked(one, 'both')))
      ofPair.push(...(await looked(check, 'both', () => check.look([first, second]))));
  }
  return [...inRegions.flat(), ...ofPair];
}

/** One after the other: Amazon Connect takes two requests a second. */
async function lookInTurn(some: readonly Check[], place: Place): Promise<readonly Looked[]> {
  const all: Looked[] = [];
  for (const check of some) all.push(...(await looked(check, place.region, () => check.look(place))));
  return all;
}

async function looked(
  { id, looksAt, breaks, mend, link }: Check | PairCheck,
  region: string,
  look: () => Promise<readonly Seen[]>,
): Promise<readonly Looked[]> {
  const said = { id, region, looksAt, breaks, mend, link };
  try {
    return (await look()).map((seen) => ({ ...said, ...seen }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ ...said, kind: 'unknown', text: `this could not be looked at: ${reason}` }];
  }
}

/** The cell itself knows its region best, and its time: a laptop's may stand still. */
async function placeOf(cell: Cell, prefix: string): Promise<Place> {
  const ask = askCells([cell], () => {});
  const health = await ask('health', {});
  const known =
    health.kind === 'answered' ? health.body : { region: cell.region, at: new Date().toISOString() };
  const aws = awsOf({ url: cell.url, region: known.region });
  return {
    ...{ aws, ask, prefix, region: known.region, url: cell.url, now: Date.parse(known.at) },
    organization: once(() => organizationIn(aws, prefix)),
    voice: once(() => voiceIn(aws, prefix)),
  };
}

/** Asks once, and gives everybody the same answer. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= read();
    return asked;
  };
}

async function organizationIn(aws: Place['aws'], prefix: string) {
  const Key = { pk: { S: 'organization' }, sk: { S: 'current' } };
  const { Item } = await aws.json('dynamodb', 'GetItem', { TableName: `${prefix}-incidents`, Key });
  const text = partIn(Object(Item), 'organization')['S'];
  if (typeof text !== 'string') throw new Error('no guardian has published the organization yet');
  const parsed = parseOrganization(JSON.parse(text));
  if (parsed.kind === 'organization') return parsed.organization;
  throw new Error('the organization in the table is of another version than this command line');
}

async function voiceIn(aws: Place['aws'], prefix: string): Promise<Voice | undefined> {
  try {
    const answer: Document = await aws.json('ssm', 'GetParameter', { Name: `${prefix}-voice` });
    return JSON.parse(String(partIn(answer, 'Parameter')['Value']));
  } catch (error) {
    if (isRefusal(error, 'ParameterNotFound')) return undefined;
    throw error;
  }
}
