import { beforeEach, describe, expect, test } from '@jest/globals';
import { aNight, numberOf } from '../a-night-of-sms.ts';

let night: ReturnType<typeof aNight>;
let code: string;
let digits: string;

/** An asks for consent, and nobody at the customer answers for 16 minutes. Dirk is management. */
beforeEach(async () => {
  night = aNight();
  code = await night.pages('an', 'db-3/disk');
  await night.writes('an', 'ja 60');
  await night.says('an', [{ kind: 'consent', action: 'restart db-1', code }]);
  await night.drives(code);
  night.clock.now += 16 * 60_000;
  await night.drives(code);
  await night.drives(code);
  const asked = night.world.sms.filter(({ to }) => to === numberOf('dirk')).at(-1)?.text ?? '';
  digits = /\b(\d{4}) ja\b/.exec(asked)?.[1] ?? 'none';
});

const answer = async () => (await night.incident(code)).consents[0]?.answer;

describe('a request for consent that nobody at the customer answers', () => {
  test('is decided by the manager by SMS, with its digits, and reads as a decision', async () => {
    await night.writes('dirk', `${digits} ja`);

    expect(await answer()).toMatchObject({ kind: 'decided', by: 'dirk', path: 'sms' });
    const told = await night.drives(code);
    const text = `${code}: klant niet bereikt. Dirk beslist: restart db-1.`;
    expect(told).toEqual(
      expect.arrayContaining([
        { to: numberOf('an'), text },
        { to: numberOf('dirk'), text },
      ]),
    );
  });

  test('is refused by the manager with a no', async () => {
    await night.writes('dirk', `${digits} nee`);

    expect(await answer()).toMatchObject({ kind: 'refused', who: 'Dirk' });
  });

  test('is decided by nobody else', async () => {
    await night.writes('chloe', `${digits} oui`);

    expect(await answer()).toBeUndefined();
  });
});
