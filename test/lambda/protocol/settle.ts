import type { Instant } from '../../../domain/time/instant.ts';
import { minute } from '../../../domain/time/instant.ts';
import { guardianSweeps } from './actors.ts';
import { begin, type Explored, isOverdue, pass, type Scene } from './explore.ts';
import type { Violation } from './properties.ts';
import type { Variant, World } from './world.ts';

/** An open incident is paged again at least so often: once a round of its ladder, or with the bare page. */
const pagedWithin = 10 * minute;

/** Calls that are looked at before a run counts as one that never ends. */
const maxSteps = 3000;

/**
 * Lets a run go on without a fault, each actor in turn, for as long as a page may take. Liveness: an open incident
 * without an acknowledgement is paged again.
 */
export async function settle({ world, found }: Explored, { stopsCell = false }: Scene, variant: Variant) {
  if (found !== undefined) return found;
  if (stopsCell) stopTheCell(world);
  const guardians = [stopsCell ? [] : ['a'], variant.oneGuardian ? [] : ['b']].flat();
  const from = world.now;
  for (let steps = 0; steps < maxSteps && world.now - from < pagedWithin; steps++) {
    begin(world);
    const [next] = world.scheduler.pending();
    if (next !== undefined) await world.scheduler.release(next);
    else if (isOverdue(world) && guardians.length > 0)
      void guardianSweeps(world, guardians[steps % guardians.length] ?? '');
    else if (!(await pass(world))) break;
  }
  return again(world, from);
}

/** A stopped cell: what runs there dies, and what waits there is never woken. */
function stopTheCell(world: World): void {
  for (const { by } of world.scheduler.pending()) by.die();
  world.started.length = 0;
  world.waits.clear();
}

function again({ outside, incidentItem, properties }: World, from: Instant): Violation | undefined {
  const [unsafe] = properties.found;
  const isWaitedFor = incidentItem()?.status === 'escalating';
  const isPaged = outside.sms.some(({ at }) => at > from);
  if (unsafe !== undefined || !isWaitedFor || isPaged) return unsafe;
  return { property: 'again: an open incident is paged again', what: `nobody is paged after ${from}` };
}
