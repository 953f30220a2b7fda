import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesize } from '../laptop/synthesize.ts';
import { namesIn, type Resource, type Template, textOf } from './template-text.ts';

const root = join(import.meta.dirname, '../..');

/** The file of the page. */
export const permissionsPageFile = join(root, 'docs/permissions.md');

interface PolicyStatement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** The page on the permissions of each part of a cell, from the cell's synthesized template. */
export function permissionsPage(assembly: string): string {
  const template: Template = JSON.parse(
    readFileSync(join(assembly, 'permanence-cell-a.template.json'), 'utf8'),
  );
  const roles = Object.entries(template.Resources).filter(([, { Type }]) => Type === 'AWS::IAM::Role');
  const sections = roles.map(([id, role]) => section(template, id, role)).sort();
  return [introduction, ...sections].join('\n');
}

const introduction = `# What each part may do

Written from the synthesized template of the first cell (eu-central-1) by \`npx tsx cli/documents/permissions-page.ts\`; a test proves that it is current. The second
cell has the same with the regions swapped. Nothing else has a role, and nobody has every action of a service. \`*\` stands where AWS knows no resource:
a phone number, a task token, the delivery of a log.
`;

function section(template: Template, id: string, role: Resource): string {
  const names = namesIn(template);
  const lines = statementsOf(template, id).map((statement) => row(statement, names));
  const managed = [role.Properties['ManagedPolicyArns'] ?? []]
    .flat()
    .map((arn) => `| the policy of AWS | ${code(textOf(arn, names))} |`);
  const head = [`## ${titleOf(template, id, role)}`, '', '| May | On |', '| --- | --- |'];
  return [...head, ...[...managed, ...lines].sort(), ''].join('\n');
}

/** What a role is for: the name of its function, or of the service that assumes it. */
function titleOf({ Resources }: Template, id: string, { Properties }: Resource): string {
  const user = Object.values(Resources).find(
    (resource) =>
      resource.Type === 'AWS::Lambda::Function' &&
      JSON.stringify(resource.Properties['Role']).includes(`"${id}"`),
  );
  if (user !== undefined) return String(user.Properties['FunctionName']);
  const [, service] =
    /"Service":"([^"]+)"/.exec(JSON.stringify(Properties['AssumeRolePolicyDocument'])) ?? [];
  return `${service} (${id})`;
}

function statementsOf({ Resources }: Template, roleId: string): readonly PolicyStatement[] {
  const own = (Resources[roleId]?.Properties['Policies'] ?? []) as readonly Record<string, unknown>[];
  const attached = Object.values(Resources)
    .filter(
      ({ Type, Properties }) =>
        Type === 'AWS::IAM::Policy' && JSON.stringify(Properties['Roles']).includes(`{"Ref":"${roleId}"}`),
    )
    .map(({ Properties }) => Properties);
  return [...own, ...attached].flatMap(
    ({ PolicyDocument }) => (PolicyDocument as { Statement: readonly PolicyStatement[] }).Statement,
  );
}

function row({ Effect, Action, Resource, Condition }: PolicyStatement, names: ReadonlyMap<string, string>) {
  const actions = [Action].flat().map(code).join('<br>');
  const resources = [Resource].flat().map((resource) => code(textOf(resource, names)));
  const condition = Condition === undefined ? '' : `<br>if ${code(textOf(Condition, names))}`;
  return `| ${Effect === 'Deny' ? '**never** ' : ''}${actions} | ${resources.join('<br>')}${condition} |`;
}

function code(text: string): string {
  return `\`${text}\``;
}

/** Writes the page for the organization that comes with the product. Permissions do not depend on the organization. */
async function write(): Promise<void> {
  const synthesized = await synthesize(join(root, 'organization.yaml'));
  if (synthesized.kind === 'failed') throw new Error(synthesized.message);
  writeFileSync(permissionsPageFile, permissionsPage(synthesized.assembly));
  console.log(`Wrote ${permissionsPageFile}`);
}

if (process.argv[1] === join(import.meta.dirname, 'permissions-page.ts')) {
  write().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
