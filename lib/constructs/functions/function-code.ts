import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { AssetHashType, type ILocalBundling } from 'aws-cdk-lib';
import { Code, Runtime } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync } from 'esbuild';
import { type FunctionRole, functionRoles } from '../../names.ts';
import type { DeployedOrganization } from '../../organization-file.ts';

export interface FunctionCodeProps {
  /** File in `lambda/`, without extension. */
  readonly entry: FunctionRole;

  readonly organization: DeployedOrganization;
}

const root = join(import.meta.dirname, '../../..');

/**
 * Bundles a function: one file of `lambda/` with everything that it uses, the AWS SDK too, and the organization. It
 * runs esbuild in this process, for all functions at once. CDK's NodejsFunction runs esbuild through npx and a shell,
 * one function after the other: that takes four times as long and needs bash.
 */
export function functionCode(props: FunctionCodeProps): Code {
  return Code.fromAsset(join(root, 'lambda'), {
    assetHashType: AssetHashType.OUTPUT, // a hash of the sources would keep the old bundle after a change in domain/
    bundling: { image: Runtime.NODEJS_24_X.bundlingImage, local: localBundling(props) },
  });
}

/**
 * The local bundling never falls back to the image, so Docker is not needed. CDK compares the other members to tell
 * which bundles are alike.
 */
function localBundling({ entry, organization }: FunctionCodeProps) {
  return {
    entry,
    organizationHash: createHash('sha256').update(organization.json).digest('hex'),
    tryBundle(folder: string): boolean {
      writeFileSync(join(folder, 'index.mjs'), bundleOf(entry));
      writeFileSync(join(folder, 'organization.json'), organization.json);
      return true;
    },
  } satisfies ILocalBundling & Record<string, unknown>;
}

let bundles: ReadonlyMap<string, Uint8Array> | undefined;

function bundleOf(entry: FunctionRole): Uint8Array {
  bundles ??= bundleAll();
  const bundle = bundles.get(entry);
  if (bundle === undefined) throw new Error(`esbuild made no bundle of lambda/${entry}.ts`);
  return bundle;
}

function bundleAll(): ReadonlyMap<string, Uint8Array> {
  const { outputFiles } = buildSync(bundleOptions());
  return new Map(outputFiles.map(({ path, contents }) => [parse(path).name, contents]));
}

/** Builds the bundles of all functions together. That takes half the time: shared files are read once. */
export function bundleOptions(): BuildOptions & { readonly write: false } {
  return {
    entryPoints: functionRoles.map((role) => join(root, 'lambda', `${role}.ts`)),
    outdir: root,
    write: false,
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20', // the laptop's; Lambda has a newer one
    mainFields: ['module', 'main'],
    banner: { js: requireForCommonJs },
    alias: Object.fromEntries(unusedCredentialProviders.map((name) => [name, unusedCredentials])),
    legalComments: 'none',
    logLevel: 'warning',
  };
}

/** A CommonJS package within a module loads Node's own modules by `require`, which modules do not have. */
const requireForCommonJs =
  "import{createRequire as permanenceRequire}from'node:module';const require=permanenceRequire(import.meta.url);";

const unusedCredentials = join(import.meta.dirname, 'unused-credentials.ts');

/**
 * The credential providers that the SDK would try after the environment. In Lambda the environment always has the
 * credentials.
 */
const unusedCredentialProviders = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];
