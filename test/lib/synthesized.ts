import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { deploymentConfig } from '../../lib/config.ts';
import type { DeploymentConfig } from '../../lib/deployment-config.ts';
import type { DeployedOrganization } from '../../lib/organization-file.ts';
import { permanenceStacks } from '../../lib/stacks/permanence-stacks.ts';
import { keptFolder } from '../scenarios/example.ts';

export const root = join(import.meta.dirname, '../..');

/** An organization that the bundles could take along; the stacks do not look at it. */
export const anOrganization = {
  json: JSON.stringify({ version: 1, company: { name: 'Scheldewater' } }),
  editedAt: 1,
};

export interface SynthesizeOptions {
  readonly bundling?: boolean;
  readonly config?: Partial<DeploymentConfig>;
  readonly organization?: DeployedOrganization;
}

/** All stacks, with the feature flags of cdk.json, in a folder of their own. */
export function placeStacks({
  bundling = false,
  config = {},
  organization = anOrganization,
}: SynthesizeOptions = {}) {
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  const app = new App({
    outdir: mkdtempSync(join(tmpdir(), 'permanence-')),
    context: { ...context, ...(bundling ? {} : { 'aws:cdk:bundling-stacks': [] }) },
    builtinCloudFormationValidation: false, // `npm run synth` does that; it takes seconds
    analyticsReporting: false,
    treeMetadata: false,
  });
  return { app, ...permanenceStacks({ app, config: { ...production(), ...config }, organization }) };
}

export interface Templates {
  readonly data: Template;
  readonly cellA: Template;
  readonly cellB: Template;
  /** Of the cells whose configuration names an Amazon Connect. */
  readonly connects: readonly Template[];
}

/** Their templates. Those of production's configuration are synthesized once for all test files of a run. */
export function synthesize(options?: SynthesizeOptions): Templates {
  const folder = process.env[keptFolder];
  if (options !== undefined || folder === undefined) return synthesizeAnew(options);
  const kept = join(folder, 'templates.json');
  if (!existsSync(kept)) {
    const { data, cellA, cellB, connects } = synthesizeAnew();
    const all = [data, cellA, cellB, ...connects].map((template) => template.toJSON());
    // Another file may read it at any time.
    writeFileSync(`${kept}.${process.pid}`, JSON.stringify(all));
    renameSync(`${kept}.${process.pid}`, kept);
  }
  const all = JSON.parse(readFileSync(kept, 'utf8')) as readonly Record<string, unknown>[];
  const [data, cellA, cellB, ...connects] = all.map((template) => Template.fromJSON(template));
  if (data === undefined || cellA === undefined || cellB === undefined) throw new Error(`${kept} is short`);
  return { data, cellA, cellB, connects };
}

/** The stacks themselves as well, for whoever asks them for more than their templates. */
export function synthesizeAnew(options?: SynthesizeOptions) {
  const { app, data, cells, connects } = placeStacks(options);
  return {
    app,
    stacks: [data, ...cells, ...connects],
    connects: connects.map((stack) => Template.fromStack(stack)),
    data: Template.fromStack(data),
    cellA: Template.fromStack(cells[0]),
    cellB: Template.fromStack(cells[1]),
  };
}

export function production(): DeploymentConfig {
  const found = deploymentConfig('production');
  if (found.kind === 'rejected') throw new Error(found.errors.join('; '));
  return found.config;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly DependsOn?: readonly string[];
}

/** The resources of one type, by logical id. */
export function resourcesOf(
  template: Template,
  type: string,
): readonly (readonly [string, TemplateResource])[] {
  return Object.entries(template.findResources(type) as Record<string, TemplateResource>);
}

/** Logical ids of the resources of one type that lack something. */
export function without(template: Template, type: string, has: (resource: TemplateResource) => boolean) {
  return resourcesOf(template, type)
    .filter(([, resource]) => !has(resource))
    .map(([id]) => id);
}

/** What a value of a template says, with `<name>` for what only AWS knows. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join();
  const [[intrinsic, given] = []] = Object.entries(value as Record<string, unknown>);
  if (intrinsic === 'Ref') return `<${given}>`;
  if (intrinsic === 'Fn::GetAtt') return `<${(given as string[]).join('.')}>`;
  if (intrinsic === 'Fn::Join') return ((given as [string, unknown[]])[1] ?? []).map(textOf).join('');
  throw new Error(`no text: ${JSON.stringify(value)}`);
}

export interface Statement {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** What the role of a function may and may not do. */
export function statementsOf(template: Template, functionName: string): readonly Statement[] {
  const found = resourcesOf(template, 'AWS::Lambda::Function').find(
    ([, { Properties }]) => Properties['FunctionName'] === functionName,
  );
  if (found === undefined) throw new Error(`there is no function ${functionName}`);
  const role = textOf(found[1].Properties['Role']).replace(/[<>]|\.Arn/g, '');
  return resourcesOf(template, 'AWS::IAM::Policy')
    .filter(([, { Properties }]) => textOf(Properties['Roles']).includes(`<${role}>`))
    .flatMap(([, { Properties }]) => readStatements(Properties['PolicyDocument']));
}

export function readStatements(document: unknown): readonly Statement[] {
  const { Statement } = document as { Statement: Record<string, unknown>[] };
  return Statement.map(({ Effect, Action, Resource }) => ({
    effect: String(Effect),
    actions: [Action].flat().map(String),
    resources: [Resource].flat().map(textOf),
  }));
}

/** What the Connect stack tells the functions of its cell, by name. */
export function voiceParameterOf(template: Template): Readonly<Record<string, string>> {
  const [[, { Properties }] = [undefined, { Properties: {} as Record<string, unknown> }]] = resourcesOf(
    template,
    'AWS::SSM::Parameter',
  );
  return JSON.parse(textOf(Properties['Value'])) as Record<string, string>;
}

/** The Connect stack of the first cell. */
export function firstConnect(connects: readonly Template[]): Template {
  const [first] = connects;
  if (first === undefined) throw new Error('the first cell has no Connect stack');
  return first;
}
