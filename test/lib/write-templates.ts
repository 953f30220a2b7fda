import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shapes } from './shapes.ts';
import { placeStacks } from './synthesized.ts';

/**
 * Writes the templates of all shapes into a folder, each that is like another once: `npx tsx test/lib/write-templates.ts
 * <folder>`. The CI has cfn-lint read them.
 */
function write(folder: string): void {
  const written = new Set<string>();
  for (const [shape, config] of Object.entries(shapes)) {
    const { directory } = placeStacks({ config }).app.synth();
    for (const name of readdirSync(directory).filter((each) => each.endsWith('.template.json'))) {
      const text = readFileSync(join(directory, name), 'utf8');
      if (!written.has(text)) writeFileSync(join(folder, `${shape}-${name}`), text);
      written.add(text);
    }
  }
}

const [, script, folder] = process.argv;
if (script === join(import.meta.dirname, 'write-templates.ts') && folder !== undefined) write(folder);
