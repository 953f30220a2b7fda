import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

export interface LinkKeyProps {
  readonly secretName: string;

  /** Where the other cell is, which reads its own replica. */
  readonly replicaRegion: string;
}

/** 62 characters to choose from: far more than the 256 bits that a signature by SHA-256 can use. */
const keyLength = 64;

/** The key with which links to screens are signed, the same in both regions: what one cell has signed the other opens. */
export class LinkKey extends Secret {
  constructor(scope: Construct, id: string, { secretName, replicaRegion }: LinkKeyProps) {
    super(scope, id, {
      secretName,
      description: 'Signs the links to the screens of operators and responders',
      generateSecretString: { passwordLength: keyLength, excludePunctuation: true },
      replicaRegions: [{ region: replicaRegion }],
      // On its first creation alone it goes: a key of that name that stayed would make the second attempt fail.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    acknowledge(this, reasons);
  }
}

const reasons = {
  'AwsSolutions-SMG4':
    'Links live for a day at most, and the key leaves AWS nowhere; a new one would end all links at once, at night as well.',
};
