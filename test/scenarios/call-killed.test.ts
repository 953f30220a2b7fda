import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, withoutGuardians } from './laptop.ts';
import { keysIn } from './spoken.ts';
import { upTo } from './what-came.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

let cloud: Laptop;
beforeEach(async () => {
  cloud = await laptop();
  await cloud.faults(withoutGuardians);
});
afterEach(() => cloud.close());

describe('the step function, killed while it calls the primary', () => {
  /** The calls of the step function: claim, phone line, settings of the other region, Amazon Connect, record. */
  test.each(upTo(5))(
    'after call %i: there is one phone call, and the keys that it speaks are those that are checked',
    async (call) => {
      const { body } = await cloud.alarm(diskFull);
      await cloud.skip(89);
      const before = cloud.cloud.trace.length;
      await cloud.faults(withoutGuardians, { kill: 'permanence-step', afterCall: call });
      await cloud.skip(20);

      expect(cloud.cloud.trace.slice(before)).toContainEqual(
        expect.objectContaining({ operation: 'Invoke permanence-step', outcome: 'Runtime.ExitError' }),
      );
      expect(await cloud.calls('an')).toHaveLength(1);
      await cloud.press('an', keysIn(await cloud.answer('an')).yes);
      const { incident } = await cloud.incident(body.incidentId);
      expect(incident).toMatchObject({ status: 'acknowledged', acknowledgement: { by: 'an' } });
    },
  );
});
