import { describe, expect, test } from '@jest/globals';
import { cellsFrom } from '../../../cli/cell/cells.ts';

const deployed = {
  PERMANENCE_CELLS:
    'https://abc123.execute-api.eu-central-1.amazonaws.com/live/, https://def456.execute-api.eu-west-2.amazonaws.com/live',
};
const first = { url: 'https://abc123.execute-api.eu-central-1.amazonaws.com/live', region: 'eu-central-1' };
const second = { url: 'https://def456.execute-api.eu-west-2.amazonaws.com/live', region: 'eu-west-2' };

describe('the cells that are asked', () => {
  test('are the laptop’s, the first one first', () => {
    expect(cellsFrom(undefined, {})).toEqual({
      kind: 'found',
      cells: [
        { url: 'http://127.0.0.1:4600/eu-central-1', region: 'eu-central-1' },
        { url: 'http://127.0.0.1:4600/eu-west-2', region: 'eu-west-2' },
      ],
    });
  });

  test('are those whose addresses the environment holds', () => {
    expect(cellsFrom(undefined, deployed)).toEqual({ kind: 'found', cells: [first, second] });
  });

  test.each([
    ['a', first],
    ['b', second],
    [first.url, first],
  ])('are one alone when it is named: %s', (named, cell) => {
    expect(cellsFrom(named, deployed)).toEqual({ kind: 'found', cells: [cell] });
  });

  test('have the region of AWS’s tools when their address says none', () => {
    expect(cellsFrom('https://alarms.example.com', { AWS_REGION: 'eu-west-2' })).toEqual({
      kind: 'found',
      cells: [{ url: 'https://alarms.example.com', region: 'eu-west-2' }],
    });
  });

  test.each(['c', 'alarms.example.com', 'ftp://alarms.example.com', 'https://alarms.example.com'])(
    'are not guessed: %s',
    (named) => {
      expect(cellsFrom(named, {})).toMatchObject({
        kind: 'misused',
        message: expect.stringContaining(named),
      });
    },
  );

  test('are not guessed when the second is asked for and only one is known', () => {
    expect(cellsFrom('b', { PERMANENCE_CELLS: first.url })).toMatchObject({
      kind: 'misused',
      message: expect.stringContaining('PERMANENCE_CELLS names 1'),
    });
  });
});
