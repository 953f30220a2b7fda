import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeploymentConfig } from '../../lib/deployment-config.ts';
import { placeStacks } from './synthesized.ts';

/** The shapes that a configuration may give the templates. */
const shapes: Readonly<Record<string, Partial<DeploymentConfig>>> = {
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

/**
 * Writes the templates of all shapes into a folder, each that is like another once: `npx tsx test/lib/write-templates.ts
 * <folder>`. The CI has cfn-lint read them.
 */
function write(folder: string): void {
  const written = new Set<string>();
  for (const [shape, config] of Object.entries(shapes)) {
    const { directory } = placeStacks({ config }).app.synth();
    for (const name of readdirSync(directory).filter((each) => each.endsWith('.template.json'))) {
      const text = readFileSync(join(directory, name), 'utf8');
      if (!written.has(text)) writeFileSync(join(folder, `${shape}-${name}`), text);
      written.add(text);
    }
  }
}

const [, script, folder] = process.argv;
if (script === join(import.meta.dirname, 'write-templates.ts') && folder !== undefined) write(folder);
