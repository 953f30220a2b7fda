import type { DeploymentConfig } from '../../lib/deployment-config.ts';

/** The shapes that a configuration may give the templates. */
export const shapes: Readonly<Record<string, Partial<DeploymentConfig>>> = {
  new: {},
  existing: { connect: [existingIn('eu-central-1'), existingIn('eu-west-2')] },
  none: { connect: [{ kind: 'none' }, { kind: 'none' }] },
  bought: {
    smsNumbers: [
      { kind: 'buy', isoCountryCode: 'CA' },
      { kind: 'buy', isoCountryCode: 'CA' },
    ],
  },
  reserved: { reservedConcurrency: { step: 200, answer: 50, guardian: 5 }, detailedMetrics: true },
};

function existingIn(region: string) {
  const instanceArn = `arn:aws:connect:${region}:123456789012:instance/12345678-1234-4234-8234-123456789012`;
  return {
    kind: 'existing',
    ...{ instanceArn, sourceNumber: '+442079460000' },
    queueArn: `${instanceArn}/queue/87654321-1234-4234-8234-123456789012`,
  } as const;
}
