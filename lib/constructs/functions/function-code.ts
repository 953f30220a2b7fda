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
 * Bundles a function: one file of `lambda/` with all that it uses, the AWS SDK too, and the organization.
 *
 * By esbuild, in this process, all functions at once: CDK's NodejsFunction runs it through npx and a shell, one by one,
 * which takes four times as long and ties the build to bash.
 */
export function functionCode(props: FunctionCodeProps): Code {
  return Code.fromAsset(join(root, 'lambda'), {
    assetHashType: AssetHashType.OUTPUT, // by its sources, a change in domain/ would leave the old bundle in place
    bundling: { image: Runtime.NODEJS_24_X.bundlingImage, local: localBundling(props) },
  });
}

/** Never gives way to the image, so there is no Docker. What it holds besides the method tells CDK which bundles are alike. */
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

/** How the bundles of all functions are built. Together they take half the time: what they have in common is read once. */
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

/** A CommonJS package within a module asks for Node's own modules by `require`, which modules do not have. */
const requireForCommonJs =
  "import{createRequire as permanenceRequire}from'node:module';const require=permanenceRequire(import.meta.url);";

const unusedCredentials = join(import.meta.dirname, 'unused-credentials.ts');

/** What the SDK would ask after the environment, which always has the credentials in Lambda. */
const unusedCredentialProviders = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];
