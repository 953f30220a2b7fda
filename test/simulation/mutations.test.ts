import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../scenarios/laptop.ts';
import { mutations } from './mutations.ts';

test.each(mutations)(
  'the code that the mutation replaces is in its file exactly once: $broken',
  ({ file, from, to }) => {
    const parts = readFileSync(join(root, file), 'utf8').split(from);

    expect(parts).toHaveLength(2);
    expect(to).not.toBe(from);
  },
);
