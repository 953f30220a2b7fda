import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  MultiRegionConsistency,
  ProjectionType,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { dueIndex } from '../names.ts';

export interface IncidentTableProps {
  readonly tableName: string;

  /** The region of the other cell, with a full replica. The first replica is in the stack's own region. */
  readonly replicaRegion: string;

  /** The region of the witness, which completes the quorum: either replica may fail, and writes go on. */
  readonly witnessRegion: string;
}

/**
 * The table of incidents, one item each, the same in both regions at once. Strongly consistent tables have no
 * transactions, time to live or local indexes, and their consistency cannot be changed later. Source: DynamoDB
 * developer guide, multi-Region strong consistency.
 */
export class IncidentTable extends TableV2 {
  constructor(scope: Construct, id: string, props: IncidentTableProps) {
    super(scope, id, {
      tableName: props.tableName,
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      multiRegionConsistency: MultiRegionConsistency.STRONG,
      replicas: [{ region: props.replicaRegion }],
      witnessRegion: props.witnessRegion,
      globalSecondaryIndexes: [
        {
          // The index is sparse: it holds only items with a deadline. It is a hint; the condition on the item
          // decides.
          indexName: dueIndex,
          partitionKey: { name: 'dueBucket', type: AttributeType.STRING },
          sortKey: { name: 'deadline', type: AttributeType.NUMBER },
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
