import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { IncidentTable } from '../constructs/incident-table.ts';
import { LinkKey } from '../constructs/link-key.ts';
import type { DeploymentConfig } from '../deployment-config.ts';
import { namesOf } from '../names.ts';

export interface DataStackProps extends StackProps {
  readonly config: DeploymentConfig;
}

/**
 * What both cells share: the table of incidents, and the key of their links. It is deployed first, and removed last,
 * once its protection has been switched off.
 */
export class DataStack extends Stack {
  constructor(scope: Construct, id: string, { config, ...props }: DataStackProps) {
    const [region, replicaRegion] = config.regions;
    const names = namesOf(config.prefix);
    super(scope, id, { ...props, env: { region }, terminationProtection: true });
    new IncidentTable(this, 'Incidents', {
      tableName: names.table,
      replicaRegion,
      witnessRegion: config.witness,
    });
    new LinkKey(this, 'LinkKey', { secretName: names.linkKey, replicaRegion });
  }
}
