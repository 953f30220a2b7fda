import { functionSeconds } from '../../domain/timeouts.ts';
import { type Document, partIn } from '../aws/requests.ts';
import { type Check, finding, ok, type Place, type Seen } from './check.ts';

/** What must be the same in both cells. It looks at both at once. */
export interface PairCheck extends Omit<Check, 'look'> {
  look(pair: readonly [Place, Place]): Promise<readonly Seen[]>;
}

/** The functions of a cell, which a time-out names each. */
const roles = Object.keys(functionSeconds);

export const pairChecks: readonly PairCheck[] = [
  {
    id: 'organization-version',
    looksAt: 'the version of the organization in both cells',
    breaks: 'The cells fall back to different rosters when the table cannot be read.',
    mend: 'Deploy both cells from the same commit: `npx cdk deploy --all`. A guardian publishes it within two minutes.',
    link: 'https://docs.aws.amazon.com/cdk/v2/guide/deploy.html',
    actions: ['lambda:GetFunctionConfiguration', 'dynamodb:GetItem'],
    look: lookAtOrganization,
  },
  {
    id: 'code-version',
    looksAt: 'the code of the functions in both cells',
    breaks: 'A takeover goes on with other code than the incident was driven by.',
    mend: 'Deploy both cells from the same commit: `npx cdk deploy --all`.',
    link: 'https://docs.aws.amazon.com/cdk/v2/guide/deploy.html',
    actions: ['lambda:GetFunctionConfiguration'],
    look: lookAtCode,
  },
];

async function lookAtOrganization(pair: readonly [Place, Place]): Promise<readonly Seen[]> {
  const [first, second] = pair;
  const [one, other] = await Promise.all(pair.map(deployedAt));
  const { Item } = await first.aws.json('dynamodb', 'GetItem', {
    TableName: `${first.prefix}-incidents`,
    Key: { pk: { S: 'organization' }, sk: { S: 'current' } },
  });
  const inForce = Number(partIn(Object(Item), 'editedAt')['N']);
  if (one !== other)
    return [finding(`${first.region} has that of ${dateOf(one)}, ${second.region} that of ${dateOf(other)}`)];
  if (inForce !== one)
    return [finding(`both cells have that of ${dateOf(one)}, and that of ${dateOf(inForce)} is in force`)];
  return [ok(`both cells have that of ${dateOf(one)}, which is in force`)];
}

/** When the organization in the bundles was edited. Only the guardian has it, which publishes it. */
async function deployedAt(place: Place): Promise<number> {
  const { Variables } = partIn(await configurationOf(place, 'guardian'), 'Environment') as Document;
  const editedAt = Number(Object(Variables).ORGANIZATION_EDITED_AT);
  if (!Number.isFinite(editedAt)) throw new Error(`${place.prefix}-guardian does not say it`);
  return editedAt;
}

function dateOf(instant: number | undefined): string {
  return instant === undefined || !Number.isFinite(instant)
    ? 'an unknown time'
    : new Date(instant).toISOString();
}

/** The bundles hold the organization, so other code may only be another organization. Both are mended alike. */
async function lookAtCode([first, second]: readonly [Place, Place]): Promise<readonly Seen[]> {
  const differing: string[] = [];
  for (const role of roles) {
    const [one, other] = await Promise.all([first, second].map((place) => configurationOf(place, role)));
    if (one?.['CodeSha256'] !== other?.['CodeSha256']) differing.push(role);
  }
  if (differing.length > 0) return [finding(`differs: ${differing.join(', ')}`)];
  return [ok(`all ${roles.length} functions are the same`)];
}

function configurationOf({ aws, prefix }: Place, role: string): Promise<Document> {
  return aws.rest('lambda', 'GET', `/2015-03-31/functions/${prefix}-${role}/configuration`);
}
