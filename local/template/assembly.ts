import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isRecord, type JsonRecord } from './json.ts';
import { readTemplate, type Template } from './template.ts';

/** One stack of a synthesized CDK app. */
export interface Stack {
  readonly name: string;
  readonly region: string;
  readonly template: Template;
  /** The path of an asset's files, by the S3 key that the template names. */
  assetPath(s3Key: string): string;
}

/** A synthesized CDK app, as `cdk deploy` would deploy it. */
export interface Assembly {
  /** The account of all stacks: the one that they name, or `localAccount` when they name none. */
  readonly account: string;
  /** The stacks, each after those on which it depends. */
  readonly stacks: readonly Stack[];
}

/** The account of an app that was synthesized without one. */
export const localAccount = '000000000000';

interface Artifact {
  readonly id: string;
  readonly type: string;
  readonly environment: string;
  readonly properties: JsonRecord;
  readonly dependencies: readonly string[];
}

/** Artifacts that a deployment does not use: the construct tree, CDK's own notes, an app's feature flags. */
const artifactsWithoutEffect = ['cdk:tree', 'cdk:feature-flag-report', 'cdk:validation-report'];

/** Reads a CDK cloud assembly: the directory that `cdk synth` writes. */
export function readAssembly(directory: string): Assembly {
  const artifacts = readArtifacts(directory);
  const stackArtifacts = inOrder(artifacts).filter(({ type }) => type === 'aws:cloudformation:stack');
  const assets = new Map(
    artifacts
      .filter(({ type }) => type === 'cdk:asset-manifest')
      .flatMap(({ properties }) => readAssets(directory, String(properties['file']))),
  );
  return {
    account: theAccount(stackArtifacts),
    stacks: stackArtifacts.map((artifact) => readStack(directory, artifact, assets)),
  };
}

function readArtifacts(directory: string): readonly Artifact[] {
  const manifest = readJson(join(directory, 'manifest.json'));
  if (manifest['missing'] !== undefined) {
    throw new Error(`${directory} is incomplete: context is missing, so the CDK must synthesize it again`);
  }
  const artifacts = Object.entries(isRecord(manifest['artifacts']) ? manifest['artifacts'] : {}).map(
    readArtifact,
  );
  const known = ['aws:cloudformation:stack', 'cdk:asset-manifest', ...artifactsWithoutEffect];
  const unknown = artifacts.filter(({ type }) => !known.includes(type));
  if (unknown.length > 0) {
    throw new Error(
      `artifacts not known here: ${unknown.map(({ id, type }) => `${id} (${type})`).join(', ')}`,
    );
  }
  return artifacts;
}

function readArtifact([id, value]: [string, unknown]): Artifact {
  if (!isRecord(value)) throw new Error(`${id}: the artifact is not an object`);
  const { type, environment = '', properties = {}, dependencies = [] } = value;
  return {
    id,
    type: String(type),
    environment: String(environment),
    properties: isRecord(properties) ? properties : {},
    dependencies: Array.isArray(dependencies) ? dependencies.map(String) : [],
  };
}

/** The artifacts, each after those on which it depends. The CDK has already refused cycles. */
function inOrder(artifacts: readonly Artifact[]): readonly Artifact[] {
  const ordered = new Set<Artifact>();
  const visit = (artifact: Artifact): void => {
    for (const dependency of artifacts.filter(({ id }) => artifact.dependencies.includes(id)))
      visit(dependency);
    ordered.add(artifact);
  };
  for (const artifact of artifacts) visit(artifact);
  return [...ordered];
}

function readStack(directory: string, artifact: Artifact, assets: ReadonlyMap<string, string>): Stack {
  const { id, properties } = artifact;
  const name = String(properties['stackName'] ?? id);
  return {
    name,
    region: environmentOf(artifact).region,
    template: readTemplate(readJson(join(directory, String(properties['templateFile']))), name),
    assetPath(s3Key) {
      const path = assets.get(s3Key);
      if (path === undefined) throw new Error(`${name}: no asset has the key ${s3Key}`);
      return path;
    },
  };
}

function theAccount(stacks: readonly Artifact[]): string {
  const named = new Set(stacks.map((stack) => environmentOf(stack).account));
  named.delete('unknown-account');
  if (named.size > 1)
    throw new Error(`stacks in several accounts are not known here: ${[...named].join(', ')}`);
  return [...named][0] ?? localAccount;
}

function environmentOf({ id, environment }: Artifact): { readonly account: string; readonly region: string } {
  const { account, region } = /^aws:\/\/(?<account>[^/]+)\/(?<region>[^/]+)$/.exec(environment)?.groups ?? {};
  if (account === undefined || region === undefined || region === 'unknown-region') {
    throw new Error(`${id}: a stack must name its region, got ${environment}`);
  }
  return { account, region };
}

/** The files of an asset manifest: each object key with the path where the CDK staged the file. */
function readAssets(directory: string, file: string): readonly (readonly [string, string])[] {
  const manifest = readJson(join(directory, file));
  if (Object.keys(manifest['dockerImages'] ?? {}).length > 0) {
    throw new Error(`${file}: Docker images are not known here`);
  }
  return Object.entries(manifest['files'] ?? {}).flatMap(([id, asset]) => {
    const { source, destinations } = asset as {
      readonly source: { readonly path?: string };
      readonly destinations: Readonly<Record<string, { readonly objectKey: string }>>;
    };
    if (source.path === undefined) throw new Error(`${file}: the asset ${id} has no path`);
    const path = resolve(directory, source.path);
    return Object.values(destinations).map(({ objectKey }) => [objectKey, path] as const);
  });
}

function readJson(path: string): JsonRecord {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isRecord(value)) throw new Error(`${path} does not hold an object`);
  return value;
}
