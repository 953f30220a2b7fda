import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { theAssembly } from './the-assembly.ts';

/** A policy statement, as the CDK writes it. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

/** A synthesized assembly that a scenario changes before it runs it. */
export interface ChangedAssembly {
  readonly directory: string;
  /** Changes the policy of a function's role, in both cells. */
  statementsOf(role: FunctionRole, change: (statements: readonly Statement[]) => readonly Statement[]): void;
  /** Replaces the code of a function, in both cells. */
  codeOf(role: FunctionRole, code: string): void;
  /** Sets properties of all resources of a type, in each stack that has some. */
  propertiesOf(type: string, properties: Readonly<Record<string, unknown>>): void;
  /** One cell was deployed from a commit in which the organization and the code of `call-answer` were other ones. */
  otherVersionIn(stack: 'cell-a' | 'cell-b'): void;
  /** Removes a stack that was rolled back or never deployed. No later stack may exist. */
  withoutStack(name: string): void;
  remove(): void;
}

/** The beginning of the construct ids: `FunctionsStepRole...`. */
export type FunctionRole = 'Intake' | 'Step' | 'Answer' | 'Guardian';

interface Resource {
  readonly Type: string;
  readonly Properties: {
    Code?: { readonly S3Key: string };
    Environment?: { readonly Variables: object };
    PolicyDocument?: { Statement: readonly Statement[] };
  };
}

interface Artifact {
  dependencies?: string[];
}

interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

/** Copies the assembly into a folder of its own. The caller removes the folder. */
export async function changedAssembly(): Promise<ChangedAssembly> {
  const directory = mkdtempSync(join(tmpdir(), 'permanence-assembly-'));
  cpSync(await theAssembly(), directory, { recursive: true });
  return {
    directory,
    statementsOf: (role, change) =>
      inBothCells(directory, (template) => {
        const policy = find(template, 'AWS::IAM::Policy', `Functions${role}RoleDefaultPolicy`);
        const document = policy.Properties.PolicyDocument;
        if (document === undefined) throw new Error(`the policy of ${role} has no document`);
        document.Statement = change(document.Statement);
      }),
    codeOf: (role, code) =>
      inBothCells(directory, (template) => {
        const { Code } = find(template, 'AWS::Lambda::Function', `Functions${role}`).Properties;
        const asset = (Code?.S3Key ?? '').replace(/\.zip$/, '');
        writeFileSync(join(directory, `asset.${asset}`, 'index.mjs'), code);
      }),
    propertiesOf: (type, properties) =>
      inAll(directory, ['cell-a', 'cell-b', 'connect-a', 'connect-b'], ({ Resources }) => {
        const meant = Object.values(Resources).filter(({ Type }) => Type === type);
        for (const { Properties } of meant) Object.assign(Properties, properties);
      }),
    otherVersionIn: (stack) =>
      inAll(directory, [stack], (template) => {
        const guardian = find(template, 'AWS::Lambda::Function', 'FunctionsGuardian').Properties;
        Object.assign(guardian.Environment?.Variables ?? {}, { ORGANIZATION_EDITED_AT: '1000' });
        const answer = find(template, 'AWS::Lambda::Function', 'FunctionsCallAnswer').Properties;
        const step = find(template, 'AWS::Lambda::Function', 'FunctionsStep').Properties;
        Object.assign(answer, { Code: step.Code });
      }),
    withoutStack(name) {
      const file = join(directory, 'manifest.json');
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as { artifacts: Record<string, Artifact> };
      const { [name]: left, ...artifacts } = manifest.artifacts;
      if (left === undefined) throw new Error(`the assembly has no stack ${name}`);
      for (const artifact of Object.values(artifacts)) {
        artifact.dependencies = artifact.dependencies?.filter((each) => each !== name) ?? [];
      }
      writeFileSync(file, JSON.stringify({ ...manifest, artifacts }));
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** The statements without one action. A statement that allows nothing else is removed. */
export function without(action: string) {
  return (statements: readonly Statement[]): readonly Statement[] =>
    statements.flatMap((statement) => {
      const actions = [statement.Action].flat().filter((each) => each !== action);
      if (statement.Effect === 'Deny') return [statement];
      return actions.length === 0 ? [] : [{ ...statement, Action: actions }];
    });
}

function inBothCells(directory: string, change: (template: Template) => void): void {
  inAll(directory, ['cell-a', 'cell-b'], change);
}

function inAll(directory: string, stacks: readonly string[], change: (template: Template) => void): void {
  for (const stack of stacks) {
    const file = join(directory, `permanence-${stack}.template.json`);
    const template = JSON.parse(readFileSync(file, 'utf8')) as Template;
    change(template);
    writeFileSync(file, JSON.stringify(template));
  }
}

function find({ Resources }: Template, type: string, start: string): Resource {
  const found = Object.entries(Resources).find(([id, { Type }]) => Type === type && id.startsWith(start));
  if (found === undefined) throw new Error(`the template has no ${type} ${start}...`);
  return found[1];
}
