import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

export interface LinkKeyProps {
  readonly secretName: string;

  /** The region of the other cell, which reads its own replica. */
  readonly replicaRegion: string;
}

/** A length that, from 62 characters, gives far more than the 256 bits that a signature by SHA-256 can use. */
const keyLength = 64;

/**
 * The key that signs links to screens. It is the same in both regions, so one cell opens what the other has signed.
 */
export class LinkKey extends Secret {
  constructor(scope: Construct, id: string, { secretName, replicaRegion }: LinkKeyProps) {
    super(scope, id, {
      secretName,
      description: 'Signs the links to the screens of operators and responders',
      generateSecretString: { passwordLength: keyLength, excludePunctuation: true },
      replicaRegions: [{ region: replicaRegion }],
      // It is deleted only when its first creation fails: a key that stayed would make the second attempt fail by its
      // name.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    acknowledge(this, reasons);
  }
}

const reasons = {
  'AwsSolutions-SMG4':
    'Links live for a day at most, and the key leaves AWS nowhere; a new one would end all links at once, at night as well.',
};
