import { expect, test } from '@jest/globals';
import { unseal } from '../../../lambda/links/link-token.ts';
import { taskLink } from '../../../lambda/links/task-link.ts';
import { tenPastThree } from '../../domain/an-incident.ts';
import { inMemoryCell } from '../in-memory-cell.ts';

const ref = { key: '0'.repeat(32), generation: 2, task: 't3' };
const key = { read: async () => 'the key of both cells' };

test('the link of a task opens that task, below the cell’s own address, for a day', async () => {
  const cell = inMemoryCell({
    parts: { links: { url: 'https://abc.execute-api.eu-central-1.amazonaws.com/live', key } },
  });
  const link = (await taskLink(cell, ref, tenPastThree)) ?? '';
  const [address, token = ''] = link.split('/s/');

  expect(address).toBe('https://abc.execute-api.eu-central-1.amazonaws.com/live');
  expect(unseal(token, await key.read(), tenPastThree + 24 * 3_600_000 - 1)).toMatchObject({
    link: { kind: 'task', incident: `${ref.key}-2`, task: 't3' },
  });
  expect(unseal(token, await key.read(), tenPastThree + 24 * 3_600_000)).toEqual({ kind: 'expired' });
});

test('a function without the address of the screens makes no links', async () => {
  expect(await taskLink(inMemoryCell(), ref, tenPastThree)).toBeUndefined();
});
