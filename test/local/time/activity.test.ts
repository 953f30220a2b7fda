import { expect, test } from '@jest/globals';
import { activityCounter } from '../../../local/time/activity.ts';

const macrotask = () => new Promise((resolve) => setImmediate(resolve));

test('an end takes effect one macrotask later, so that the work it woke has begun by then', async () => {
  const activity = activityCounter();
  const end = activity.begin('a request');
  end();
  end();

  expect(activity.count()).toBe(1);
  expect(activity.labels()).toEqual(['a request']);
  await macrotask();
  expect(activity.count()).toBe(0);
});

test('the next beginning or end wakes those who wait for a change', async () => {
  const activity = activityCounter();
  const version = activity.version();
  const changed = activity.changed();
  activity.begin('a request');

  await changed;
  expect(activity.version()).not.toBe(version);
});
