import type { Resource } from '../../template/resource.ts';
import type { Document } from '../wire/json-protocol.ts';
import {
  generatedName,
  knownProperties,
  listOf,
  onlyKnown,
  optionalTextOf,
  textOf,
} from '../wire/properties.ts';

/** A global table of the templates. It counts once, whatever the number of its replicas. */
export interface GlobalTable {
  readonly name: string;
  readonly keyNames: readonly string[];
  /** The regions that answer calls. A witness does not. */
  readonly replicas: readonly string[];
  /** The regions that take part in writes and hold no readable data. */
  readonly witnesses: readonly string[];
  readonly isStronglyConsistent: boolean;
  readonly definition: Document;
}

const known = [
  'AttributeDefinitions',
  'BillingMode',
  'GlobalSecondaryIndexes',
  'GlobalTableWitnesses',
  'KeySchema',
  'MultiRegionConsistency',
  'Replicas',
  'SSESpecification',
  'StreamSpecification', // CDK adds it to each table with replicas; nothing reads the stream here
  'TableName',
];

const knownOfReplica = [
  'GlobalSecondaryIndexes', // settings of a replica's indexes; they have no visible effect here
  'DeletionProtectionEnabled',
  'PointInTimeRecoverySpecification',
  'Region',
  'SSESpecification',
  'TableClass',
  'Tags',
];

/**
 * The sets of regions in which AWS keeps a table strongly consistent. Source: DynamoDB developer guide, multi-Region
 * strong consistency.
 */
const regionSets = [
  ['us-east-1', 'us-east-2', 'us-west-2'],
  ['eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-central-1'],
  ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
];

/** Reads AWS::DynamoDB::GlobalTable. */
export function globalTable(resource: Resource): GlobalTable {
  const properties = knownProperties(resource, known);
  if (properties['BillingMode'] !== 'PAY_PER_REQUEST') throw new Error('BillingMode must be PAY_PER_REQUEST');
  const name = optionalTextOf(properties, 'TableName') ?? generatedName(resource);
  const replicas = listOf(properties, 'Replicas').map((replica) =>
    textOf(onlyKnown(replica, knownOfReplica), 'Region'),
  );
  const witnesses = listOf(properties, 'GlobalTableWitnesses').map((witness) =>
    textOf(onlyKnown(witness, ['Region']), 'Region'),
  );
  const isStronglyConsistent = properties['MultiRegionConsistency'] === 'STRONG';
  if (isStronglyConsistent) checkRegions(replicas, witnesses);

  const keySchema = listOf(properties, 'KeySchema') as readonly { readonly AttributeName: string }[];
  const indexes = listOf(properties, 'GlobalSecondaryIndexes').map((index) =>
    onlyKnown(index, ['IndexName', 'KeySchema', 'Projection']),
  );
  return {
    name,
    keyNames: keySchema.map((key) => key.AttributeName),
    replicas,
    witnesses,
    isStronglyConsistent,
    definition: {
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: properties['AttributeDefinitions'],
      KeySchema: keySchema,
      ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
    },
  };
}

function checkRegions(replicas: readonly string[], witnesses: readonly string[]): void {
  const regions = [...replicas, ...witnesses];
  const isThree = new Set(regions).size === 3 && regions.length === 3 && witnesses.length <= 1;
  if (!isThree || !regionSets.some((set) => regions.every((region) => set.includes(region)))) {
    throw new Error(
      `strong consistency takes three replicas, or two and a witness, of one set of regions; got ${regions.join(', ')}`,
    );
  }
}
