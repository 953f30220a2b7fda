import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PlaceKind } from '../../../local/kernel/visits.ts';
import { placesOfMachine } from '../../../local/services/step-functions/places.ts';
import { type RunningCloud, runningCloud } from '../running-cloud.ts';
import { synthesizedSmallApp } from '../small-app/small-app.ts';
import { addContactCenter } from '../small-app/voice.ts';

describe('the states and actions of the templates', () => {
  let local: RunningCloud;
  beforeEach(async () => {
    const assembly = await synthesizedSmallApp();
    addContactCenter(assembly);
    local = await runningCloud(assembly);
  });
  afterEach(() => local.cloud.close());

  const timesOf = (kind: PlaceKind) =>
    Object.fromEntries(
      local.cloud
        .visits()
        .filter((place) => place.kind === kind)
        .map(({ name, times }) => [name, times]),
    );

  test('are listed from the start, each with a count of 0', () => {
    expect(timesOf('state')).toEqual({ 'paging: Page (Task)': 0, 'paging: Taken (Succeed)': 0 });
    expect(timesOf('function')).toMatchObject({ pager: 0 });
    expect(Object.keys(timesOf('flow action')).length).toBeGreaterThan(0);
    expect(local.cloud.visits().every(({ times }) => times === 0)).toBe(true);
  });

  test('are counted when an alarm passes through them', async () => {
    await local.alarm('a1');
    await local.skip(310);

    expect(timesOf('state')).toEqual({ 'paging: Page (Task)': 2, 'paging: Taken (Succeed)': 0 });
    expect(timesOf('way between states')).toEqual({
      'paging: Page -> Page (Catch[0])': 1,
      'paging: Page -> Taken': 0,
    });
    expect(timesOf('function')['pager']).toBeGreaterThanOrEqual(2);
  });
});

describe('the places of a state machine', () => {
  test('include the nested states, and every way out of a choice', () => {
    const inner = { StartAt: 'Inner', States: { Inner: { Type: 'Succeed' } } } as const;
    const places = placesOfMachine('trial', {
      StartAt: 'Both',
      States: {
        Both: { Type: 'Parallel', Branches: [inner], Next: 'Which?' },
        'Which?': { Type: 'Choice', Choices: [{ Condition: true, Next: 'Both' }], Default: 'Never' },
        Never: { Type: 'Fail' },
      },
    });

    expect(places.map(({ name }) => name)).toEqual([
      'trial: Both (Parallel)',
      'trial: Both -> Which?',
      'trial: Inner (Succeed)',
      'trial: Which? (Choice)',
      'trial: Which? -> Both (Choices[0])',
      'trial: Which? -> Never',
      'trial: Never (Fail)',
    ]);
  });
});
