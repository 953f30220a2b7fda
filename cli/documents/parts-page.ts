import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesize } from '../laptop/synthesize.ts';
import { costsAndQuotas } from './costs-and-quotas.ts';
import type { Template } from './template-text.ts';

const root = join(import.meta.dirname, '../..');

/** The file of the page. */
export const partsPageFile = join(root, 'docs/parts.md');

/** CloudFormation refuses a stack with more. Source: CloudFormation user guide, "Understand CloudFormation quotas". */
const maxResources = 500;

/** The stacks that differ. The second cell and its Amazon Connect have the same resources in the other region. */
const stacks = ['permanence-data', 'permanence-cell-a', 'permanence-connect-a'] as const;

/** A construct right below a stack, or one function of the functions. */
interface Part {
  readonly name: string;
  readonly types: readonly string[];
}

/** The page on what each part of the deployment is made of, from the synthesized templates. */
export function partsPage(assembly: string): string {
  const sections = stacks.flatMap((stack) => {
    const template: Template = JSON.parse(readFileSync(join(assembly, `${stack}.template.json`), 'utf8'));
    const parts = partsOf(assembly, stack, template);
    const count = Object.keys(template.Resources).length;
    const rows = parts.map((part) => `| ${[part.name, ...cellsOf(part)].join(' | ')} |`);
    return [
      `## ${stack}`,
      '',
      `${count} resources; CloudFormation takes ${maxResources} in a stack.`,
      '',
      head,
      line,
      ...rows,
      '',
    ];
  });
  return [introduction, ...sections, costs(assembly), quotas()].join('\n');
}

const head = '| Part | Resources | Permissions | Quotas | Idle cost |';
const line = '| --- | --- | --- | --- | --- |';

const introduction = `# What the deployment is made of

Written from the synthesized templates and from the prices in \`cli/documents/costs-and-quotas.ts\` by \`npx tsx cli/documents/parts-page.ts\`; a test
proves that it is current, and fails for a type of resource without a line about its price. So it is seen when a change makes the deployment larger.
Two cells and two Amazon Connects are deployed, so what is said of \`permanence-cell-a\` and \`permanence-connect-a\` counts twice.
*Permissions* counts the roles, policies and permissions of a part; [permissions.md](permissions.md) lists what they allow. *Idle cost* is what a month costs in which nothing happens.
`;

/** The logical ids of each part, by the paths of the constructs. */
function partsOf(assembly: string, stack: string, { Resources }: Template): readonly Part[] {
  const paths: Readonly<Record<string, readonly { readonly type: string; readonly data?: unknown }[]>> =
    JSON.parse(readFileSync(join(assembly, `${stack}.metadata.json`), 'utf8'));
  const byPart = new Map<string, string[]>();
  for (const [path, entries] of Object.entries(paths)) {
    for (const { type, data } of entries) {
      const resource = type === 'aws:cdk:logicalId' ? Resources[String(data)] : undefined;
      if (resource === undefined) continue;
      const name = partIn(path);
      byPart.set(name, [...(byPart.get(name) ?? []), resource.Type]);
    }
  }
  return [...byPart]
    .map(([name, types]) => ({ name, types }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** \`/permanence-cell-a/Functions/Step/...\` is \`Functions/Step\`; what is deeper belongs to it. */
function partIn(path: string): string {
  const [, , part = '', below = ''] = path.split('/');
  return part === 'Functions' ? `${part}/${below.replace(/(Logs|Role)$/, '')}` : part;
}

function cellsOf({ types }: Part): readonly string[] {
  const counted = [...new Set(types)]
    .sort()
    .map((type) => `${types.filter((one) => one === type).length} ${shortOf(type)}`);
  const permissions = types.filter((type) => /^AWS::IAM|Permission$|Policy$/.test(type)).length;
  const known = [...new Set(types)].sort().map((type) => costsAndQuotas[type]);
  const touched = [...new Set(known.flatMap((one) => one?.quotas ?? []))];
  const cost = [
    ...new Set(known.flatMap((one) => (one === undefined || one.idle === 'none' ? [] : [one.idle]))),
  ];
  return [
    counted.join('<br>'),
    permissions === 0 ? '' : `[${permissions}](permissions.md)`,
    touched.join('<br>'),
    cost.length === 0 ? 'none' : cost.join('<br>'),
  ];
}

function shortOf(type: string): string {
  return type.replace(/^AWS::/, '').replace('::', ' ');
}

/** What each idle cost rests on. */
function costs(assembly: string): string {
  const types = new Set(
    stacks.flatMap((stack) => {
      const { Resources }: Template = JSON.parse(
        readFileSync(join(assembly, `${stack}.template.json`), 'utf8'),
      );
      return Object.values(Resources).map(({ Type }) => Type);
    }),
  );
  const missing = [...types].filter((type) => !(type in costsAndQuotas));
  if (missing.length > 0)
    throw new Error(`cli/documents/costs-and-quotas.ts says nothing of ${missing.join(', ')}`);
  const rows = [...types].sort().flatMap((type) => {
    const { idle = 'none', because = '' } = costsAndQuotas[type] ?? {};
    return because === '' ? [] : [`| ${shortOf(type)} | ${idle} | ${because} |`];
  });
  return [
    '## Where the figures are from',
    '',
    '| Resource | Idle cost a month | Because |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function quotas(): string {
  return `## Quotas

The table of [deploy.md](deploy.md#limits-of-the-account) says how much of each is needed. \`npx permanence doctor\` looks at those that new accounts lack.
`;
}

/** Writes the page for the organization that comes with the product. */
async function write(): Promise<void> {
  const synthesized = await synthesize(join(root, 'organization.yaml'));
  if (synthesized.kind === 'failed') throw new Error(synthesized.message);
  writeFileSync(partsPageFile, partsPage(synthesized.assembly));
  console.log(`Wrote ${partsPageFile}`);
}

if (process.argv[1] === join(import.meta.dirname, 'parts-page.ts')) {
  write().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
