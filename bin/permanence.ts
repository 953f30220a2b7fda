import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import { deploymentConfig } from '../lib/config.ts';
import type { DeploymentConfig } from '../lib/deployment-config.ts';
import { readOrganizationFile } from '../lib/organization-file.ts';
import { checkPolicies, permanenceStacks } from '../lib/stacks/permanence-stacks.ts';

const root = join(import.meta.dirname, '..');

const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));

const app = new App({
  outdir: process.env['CDK_OUTDIR'] ?? join(root, 'cdk.out'),
  context, // as the CDK's command line gives it, so that without it the templates are the same
  analyticsReporting: false,
  autoSynth: false,
});

const settings = deploymentConfig(app.node.tryGetContext('environment') ?? 'production');

if (settings.kind === 'rejected') refuse(settings.errors);
else deploy(settings.config);

function deploy(config: DeploymentConfig): void {
  const file = process.env['PERMANENCE_ORGANIZATION'] ?? config.organizationFile;
  const read = readOrganizationFile(resolve(root, file));
  if (read.kind === 'rejected') {
    refuse(read.errors.map((error) => `${file}: ${error}`));
    return;
  }
  permanenceStacks({ app, config, organization: read.organization });
  checkPolicies(app);
  app.synth();
}

function refuse(errors: readonly string[]): void {
  console.error(['This cannot be deployed:', ...errors].join('\n  '));
  process.exitCode = 1;
}
