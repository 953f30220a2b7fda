import { describe, expect, test } from '@jest/globals';
import { cellsFrom } from '../../../cli/cell/cells.ts';
import { welcome } from '../../../cli/laptop/welcome.ts';

describe('what npm start prints', () => {
  test('has one line to paste, with the word curl', () => {
    const lines = welcome('http://127.0.0.1:4600').split('\n');

    expect(lines.filter((line) => line.includes('curl'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('PERMANENCE_CELLS'))).toEqual([]);
  });

  test('points the command line at another port, where one is used', () => {
    const [, cells] = /PERMANENCE_CELLS=(.*)$/m.exec(welcome('http://127.0.0.1:4711')) ?? [];

    expect(cellsFrom(undefined, { PERMANENCE_CELLS: cells })).toEqual({
      kind: 'found',
      cells: [
        { url: 'http://127.0.0.1:4711/eu-central-1', region: 'eu-central-1' },
        { url: 'http://127.0.0.1:4711/eu-west-2', region: 'eu-west-2' },
      ],
    });
  });
});
