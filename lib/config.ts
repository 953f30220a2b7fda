import { configErrors } from './config-errors.ts';
import type { DeploymentConfig } from './deployment-config.ts';

/** Where the product is deployed. Each environment is one place, chosen with `--context environment=...`. */
export type EnvironmentName = 'production';

const environments = {
  production: {
    regions: ['eu-central-1', 'eu-west-2'],
    witness: 'eu-west-1',
    prefix: 'permanence',
    smsNumbers: [{ kind: 'existing' }, { kind: 'existing' }],
    connect: [
      { kind: 'new', alias: 'permanence', countryCode: 'GB' },
      { kind: 'new', alias: 'permanence', countryCode: 'GB' },
    ],
    alarmEvents: { names: ['acme-*'] },
    organizationFile: 'organization.yaml',
  },
} as const satisfies Record<EnvironmentName, DeploymentConfig>;

/** A configuration that can be deployed, or everything that is wrong with it, in words. */
export type FoundConfig =
  | { readonly kind: 'found'; readonly config: DeploymentConfig }
  | { readonly kind: 'rejected'; readonly errors: readonly string[] };

/** Finds the configuration of an environment, and checks it. */
export function deploymentConfig(environment: string): FoundConfig {
  if (!isEnvironmentName(environment)) {
    const known = Object.keys(environments).join(', ');
    return {
      kind: 'rejected',
      errors: [`there is no environment ${environment}: lib/config.ts has ${known}`],
    };
  }
  const config = environments[environment];
  const errors = configErrors(config).map((error) => `lib/config.ts, ${environment}: ${error}`);
  return errors.length > 0 ? { kind: 'rejected', errors } : { kind: 'found', config };
}

function isEnvironmentName(name: string): name is EnvironmentName {
  return Object.hasOwn(environments, name);
}
