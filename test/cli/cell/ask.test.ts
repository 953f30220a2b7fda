import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { askCells } from '../../../cli/cell/ask.ts';
import { list } from '../../../domain/api/examples.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A cell on this machine that gives one answer to everything. */
async function aCell(status: number, text: string) {
  const server = createServer((_request, response) => response.writeHead(status).end(text));
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, region: 'eu-central-1' };
}

/** Lists the incidents of cells, and what is said meanwhile. */
async function listed(...cells: readonly { readonly url: string; readonly region: string }[]) {
  const said: string[] = [];
  const answer = await askCells(cells, (line) => void said.push(line))('listIncidents', {});
  return { answer, said };
}

describe('the answer of a cell', () => {
  test('is given as it is, also with what this version does not know', async () => {
    const body = { ...list, next: 'more', somethingNew: 1 };
    const { answer } = await listed(await aCell(200, JSON.stringify(body)));

    expect(answer).toEqual({ kind: 'answered', body });
  });

  test.each([
    [{ ...list, isComplete: 'yes' }, 'isComplete must be boolean, got "yes"'],
    [
      { ...list, incidents: [{ ...list.incidents[0], status: 'lost' }] },
      'incidents.0.status must be escalating or',
    ],
    [
      { ...list, incidents: [{ ...list.incidents[0], openedAt: 'now' }] },
      'incidents.0.openedAt must be datetime',
    ],
    [[], 'the answer must be object, got []'],
  ])('that has another shape is an error that names the place: %#', async (body, place) => {
    const { answer } = await listed(await aCell(200, JSON.stringify(body)));

    expect(answer).toEqual({ kind: 'failed', message: expect.stringContaining(place) });
  });

  test('that is no JSON is no cell’s', async () => {
    const { answer } = await listed(await aCell(200, '<html>hello'));

    expect(answer).toEqual({ kind: 'failed', message: 'what answered is no cell: <html>hello' });
  });

  test.each([
    [JSON.stringify({ title: 'Not found', detail: 'There is none.' }), 'Not found: There is none.'],
    ['', 'the cell refused with 404'],
  ])('that refuses says why, as far as it says so: %j', async (text, message) => {
    const { answer } = await listed(await aCell(404, text));

    expect(answer).toEqual({ kind: 'failed', message });
  });
});

describe('a cell that fails', () => {
  test('is named with its reason, and the other is asked', async () => {
    const failing = await aCell(503, JSON.stringify({ title: 'Not answered' }));
    const { answer, said } = await listed(failing, await aCell(200, JSON.stringify(list)));

    expect(answer.kind).toBe('answered');
    expect(said).toEqual([`${failing.url} answered 503: Not answered; asking the other cell`]);
  });

  test('has no reason where it gives none', async () => {
    const failing = await aCell(503, '');
    const { answer, said } = await listed(failing, failing);

    expect(said).toEqual([`${failing.url} answered 503; asking the other cell`]);
    expect(answer).toEqual({
      kind: 'failed',
      message: `${failing.url} answered 503\n${failing.url} answered 503`,
    });
  });
});
