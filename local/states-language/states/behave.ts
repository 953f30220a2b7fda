import type { Step, Visit } from '../visit.ts';
import { choice } from './choice.ts';
import { fail } from './fail.ts';
import { map } from './map.ts';
import { parallel } from './parallel.ts';
import { pass } from './pass.ts';
import { succeed } from './succeed.ts';
import { task } from './task.ts';
import { wait } from './wait.ts';

/** Does once what a state of this type does. */
export function behave(visit: Visit): Promise<Step> {
  const { state } = visit;
  switch (state.Type) {
    case 'Pass':
      return pass(visit, state);
    case 'Task':
      return task(visit, state);
    case 'Choice':
      return choice(visit, state);
    case 'Wait':
      return wait(visit, state);
    case 'Succeed':
      return succeed(visit, state);
    case 'Fail':
      return fail(visit, state);
    case 'Parallel':
      return parallel(visit, state);
    case 'Map':
      return map(visit, state);
  }
}
