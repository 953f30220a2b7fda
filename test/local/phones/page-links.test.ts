import { describe, expect, test } from '@jest/globals';
import { followLink, type PageLink } from '../../../local/phones/page/page-links.ts';
import { phonesPage } from '../../../local/phones/page/phones-page.ts';

let made = 0;
const links: readonly PageLink[] = [
  { title: 'health', href: 'http://127.0.0.1:4600/health' },
  { title: 'board', made: async () => `http://127.0.0.1:4600/board/${++made}` },
  { title: 'broken board', made: () => Promise.reject(new Error('the cell does not answer')) },
];

describe('a link of the phones page', () => {
  test('leads to its address, or to the cloud when the address must be made first', () => {
    const page = String(phonesPage('/', { links })?.body);
    const [, facts = ''] = /id="facts">(.*)<\/script>/.exec(page) ?? [];

    expect(JSON.parse(facts).links).toEqual([
      { title: 'health', href: 'http://127.0.0.1:4600/health' },
      { title: 'board', href: 'links/1' },
      { title: 'broken board', href: 'links/2' },
    ]);
  });

  test('gets a new address each time that somebody follows it', async () => {
    for (const time of [1, 2]) {
      expect(await followLink('/links/1', links)).toMatchObject({
        status: 303,
        headers: { location: `http://127.0.0.1:4600/board/${time}`, 'cache-control': 'no-store' },
      });
    }
  });

  test('says why its address cannot be made', async () => {
    const answer = await followLink('/links/2', links);

    expect(answer?.status).toBe(502);
    expect(JSON.parse(String(answer?.body))).toMatchObject({
      title: 'No broken board',
      detail: 'the cell does not answer',
    });
  });

  test.each(['/links/0', '/links/3', '/links/1/', '/links/x', '/'])('is not at %s', async (path) => {
    expect(await followLink(path, links)).toBeUndefined();
  });
});
