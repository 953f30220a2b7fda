import { describe, expect, jest, test } from '@jest/globals';
import { firstAnswer } from '../../aws/regions/both-regions.ts';

/** Two regions of which each answers with its name, but for those that are silent. */
function twoRegions() {
  const asked: string[] = [];
  const silent = new Set<string>();
  const both = { own: 'own', other: 'other' };
  const ask = async (region: string) => {
    asked.push(region);
    if (silent.has(region)) throw new Error(`${region} is silent`);
    return region;
  };
  return { asked, silent, ask: () => firstAnswer(both, ask) };
}

describe('a question to both regions', () => {
  test('is put to the own region alone as long as it answers', async () => {
    const { asked, ask } = twoRegions();

    expect(await ask()).toBe('own');
    expect(asked).toEqual(['own']);
  });

  test('is put to the other region when the own one gives no answer', async () => {
    const { silent, ask } = twoRegions();
    silent.add('own');

    expect(await ask()).toBe('other');
  });

  test('is put to the other region at once after the own one was silent: one wait is enough', async () => {
    const { asked, silent, ask } = twoRegions();
    silent.add('own');
    await ask();
    await ask();

    expect(asked).toEqual(['own', 'other', 'other']);
  });

  test('comes back to the own region after ten seconds', async () => {
    jest.useFakeTimers({ now: 0 });
    const { asked, silent, ask } = twoRegions();
    silent.add('own');
    await ask();
    silent.clear();
    jest.setSystemTime(10_000);
    const answer = await ask();
    jest.useRealTimers();

    expect(answer).toBe('own');
    expect(asked).toEqual(['own', 'other', 'own']);
  });

  test('comes back to the own region at once when the other one falls silent', async () => {
    const { silent, ask } = twoRegions();
    silent.add('own');
    await ask();
    silent.clear();
    silent.add('other');

    expect(await ask()).toBe('own');
  });

  test('fails when neither answers, and says why', async () => {
    const { silent, ask } = twoRegions();
    silent.add('own').add('other');

    await expect(ask()).rejects.toThrow('own is silent; Error: other is silent');
  });

  test('is not put to the second region when the first one gave an answer, be it a refusal', async () => {
    const asked: string[] = [];
    const refuse = async (region: string) => {
      asked.push(region);
      throw new Error('the condition failed');
    };

    await expect(firstAnswer({ own: 'own', other: 'other' }, refuse, () => true)).rejects.toThrow(
      'condition',
    );
    expect(asked).toEqual(['own']);
  });
});
