import { describe, expect, test } from '@jest/globals';
import { minute, second } from '../../../domain/time/instant.ts';
import { exampleOrganization } from '../../domain/example-organization.ts';
import { aNight } from '../a-night-of-sms.ts';

const joris = exampleOrganization().customers['acme']?.contacts[0]?.number ?? '';

/** An has an incident of ACME's, which Joris hears at once. */
async function taken() {
  const night = aNight();
  const code = await night.pages('an', 'a');
  await night.writes('an', `${code} ja`);
  await night.drives(code);
  const heard = () => night.world.sms.filter(({ to }) => to === joris);
  return { ...night, code, heard };
}

describe('repair times that change all the time', () => {
  test('are at most three SMS to a contact in 15 minutes with the copy of the alarm, and the last one is told after that', async () => {
    const { writes, drives, clock, code, heard } = await taken();
    for (let minutes = 20; minutes < 60; minutes++) {
      clock.now += 5 * second;
      await writes('an', `${code} nog ${minutes}`);
      await drives(code);
    }
    expect(heard()).toHaveLength(3);

    clock.now += 13 * minute;
    await drives(code);

    expect(heard()).toHaveLength(4);
    expect(heard().at(-1)?.text).toContain('04:12');
  });

  test('wait without an operator who calls in the meantime', async () => {
    const { writes, drives, clock, code, incident } = await taken();
    for (let minutes = 20; minutes < 30; minutes++) {
      clock.now += 5 * second;
      await writes('an', `${code} nog ${minutes}`);
      await drives(code);
    }
    clock.now += 5 * minute;
    await drives(code);

    expect((await incident(code)).tasks.filter(({ about }) => about.kind === 'tell customer')).toEqual([]);
  });

  test('never keep the end from the customer for longer', async () => {
    const { writes, drives, clock, code, heard } = await taken();
    for (let minutes = 20; minutes < 30; minutes++) {
      clock.now += 5 * second;
      await writes('an', `${code} nog ${minutes}`);
      await drives(code);
    }
    await writes('an', `${code} opgelost`);
    await drives(code);
    clock.now += 15 * minute;
    await drives(code);

    expect(heard()).toHaveLength(4);
    expect(heard().at(-1)?.text).toMatch(/om 03:1\d|03:1\d/);
  });
});
