import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, other, own, withoutGuardians } from '../../scenarios/laptop.ts';

describe('a link of the phones page to the operators’ board', () => {
  let night: Laptop;
  let href: (region: string) => string;
  beforeAll(async () => {
    night = await laptop();
    await night.faults(withoutGuardians);
    const [, facts = ''] =
      /id="facts">(.*)<\/script>/.exec(await (await fetch(night.cloud.url)).text()) ?? [];
    const links: readonly { readonly title: string; readonly href: string }[] = JSON.parse(facts).links;
    href = (region) => links.find(({ title }) => title === `${region} operators’ board`)?.href ?? '';
  });
  afterAll(() => night.close());

  const follow = (region: string) => fetch(`${night.cloud.url}/${href(region)}`, { redirect: 'manual' });

  test('leads to a board that is valid, however long the page has been open', async () => {
    const first = (await follow(own)).headers.get('location') ?? '';
    expect((await fetch(first)).status).toBe(200);

    await night.skip(13 * 3600);
    expect((await fetch(first)).status).toBe(410);
    expect((await follow(own)).headers.get('location')).not.toBe(first);
    expect((await fetch(`${night.cloud.url}/${href(own)}`)).status).toBe(200);
  });

  test('leads to the other cell’s board while the first cell is down, and says what the first answers', async () => {
    await night.faults({ region: own, service: 'api', mode: 'refuse' });

    expect((await fetch(`${night.cloud.url}/${href(other)}`)).status).toBe(200);
    const refused = await follow(own);
    expect(refused.status).toBe(502);
    expect((await refused.json()).detail).toContain('answered 50');
  });
});
