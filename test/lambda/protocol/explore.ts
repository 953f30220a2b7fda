import { reopenWithinMs } from '../../../domain/escalation/resolve.ts';
import { takeoverGraceMs } from '../../../domain/timeouts.ts';
import { type Dice, dice } from '../../simulation/dice.ts';
import { alarm, event, execution, guardianSweeps, says } from './actors.ts';
import type { Violation } from './properties.ts';
import { type Invocation, type PendingStep, settled } from './scheduler.ts';
import { type Variant, type World, worldOf } from './world.ts';

/** Who comes: an event of the alarm, by when it occurred after the first; a responder's message; a guardian's sweep. */
export type Comer =
  | {
      readonly kind: 'alarm';
      readonly afterMs: number;
      readonly state: 'firing' | 'resolved';
      /** The call before which its function is killed. */
      readonly diesBefore?: string;
    }
  | { readonly kind: 'answer'; readonly says: 'yes' | 'no' | 'undo'; readonly message: string }
  | { readonly kind: 'sweep' };

export const fires = { kind: 'alarm', afterMs: 0, state: 'firing' } as const;
export const resolves = { kind: 'alarm', afterMs: 1000, state: 'resolved' } as const;
export const firesAgain = { kind: 'alarm', afterMs: 2000, state: 'firing' } as const;
export const yes = { kind: 'answer', says: 'yes', message: 'm1' } as const;
export const no = { kind: 'answer', says: 'no', message: 'm2' } as const;
export const undo = { kind: 'answer', says: 'undo', message: 'm3' } as const;
export const sweep = { kind: 'sweep' } as const;

/** Who takes part in a run, and what may go wrong. */
export interface Scene {
  /** They come one after the other, at any time, before others have gone. */
  readonly comers: readonly Comer[];
  /** Functions that die before one of their calls. */
  readonly kills?: number;
  /** Starts that no region takes, that both take, or that take long; wakes that get lost. */
  readonly lostStarts?: number;
  readonly doubleStarts?: number;
  readonly lateStarts?: number;
  readonly lostWakes?: number;
  /** What kills each function that sends the page of this incident. */
  readonly isPoisoned?: boolean;
  /** In the end a cell is stopped for good: its executions, and its guardian. */
  readonly stopsCell?: boolean;
}

export interface Explored {
  readonly seed: number;
  readonly found: Violation | undefined;
  readonly trace: readonly string[];
  readonly world: World;
}

/** Calls to the outside in one run. */
const maxSteps = 100;

/** Plays one order of all calls, drawn from a seed, until a property is broken. */
export async function explore(scene: Scene, variant: Variant, seed: number): Promise<Explored> {
  const world = worldOf(variant, scene);
  Object.assign(world.faults, faultsOf(scene));
  const random = dice(seed);
  const budget = { kills: scene.kills ?? 0 };
  const waiting = [...scene.comers];
  const slow = { from: random.between(0, 40), by: undefined as Invocation | undefined };
  let last: Invocation | undefined;

  for (let steps = 0; steps < maxSteps && world.properties.found.length === 0; steps++) {
    if (waiting.length === 0 && random.chance(0.1)) world.started.push(...world.late.splice(0));
    begin(world);
    if (steps === slow.from) slow.by = last;
    const all = world.scheduler.pending();
    const quick = all.filter(({ by }) => by !== slow.by);
    const pending = quick.length > 0 || random.chance(0.9) ? quick : all;
    const [comer] = waiting;
    const mayCome = comer !== undefined && (comer.kind !== 'sweep' || isOverdue(world));
    const choice = random.weighted([
      [pending.length > 0 ? 20 : 0, 'call'],
      [mayCome ? 2 : 0, 'come'],
      [pending.length > 0 ? 1 : 3, 'time'],
      [pending.length > 0 && budget.kills > 0 ? 1 : 0, 'kill'],
    ] as const);
    if (choice === 'come' && comer !== undefined) {
      waiting.shift();
      void comes(world, comer, String(steps));
      await settled();
    } else if (choice === 'time') {
      if (!(await pass(world, random)) && all.length + waiting.length === 0) break;
    } else {
      const own = pending.filter(({ by }) => by === last);
      const next = own.length > 0 && random.chance(0.7) ? random.oneOf(own) : random.oneOf(pending);
      last = next.by;
      if (choice === 'call') await world.scheduler.release(next);
      else await kill(world, next, budget);
    }
  }
  return { seed, found: world.properties.found[0], trace: world.scheduler.trace, world };
}

export function isOverdue(world: World): boolean {
  const { deadline } = world.incidentItem() ?? {};
  return deadline !== undefined && deadline + takeoverGraceMs < world.now;
}

function faultsOf({ lostStarts = 0, doubleStarts = 0, lateStarts = 0, lostWakes = 0 }: Scene) {
  return { lostStarts, doubleStarts, lateStarts, lostWakes };
}

function comes(world: World, comer: Comer, name: string): Promise<void> {
  switch (comer.kind) {
    case 'alarm':
      return alarm(world, event(comer.afterMs, comer.state), comer.diesBefore);
    case 'answer':
      return says(world, comer.says, comer.message);
    case 'sweep':
      return guardianSweeps(world, name);
  }
}

/** What was started begins; its first call waits for its turn. */
export function begin(world: World): void {
  for (const run of world.started.splice(0)) {
    void execution(world, run, `${run.epoch}.${world.scheduler.trace.length}`);
  }
}

async function kill(world: World, { by }: PendingStep, budget: { kills: number }): Promise<void> {
  budget.kills -= 1;
  world.scheduler.trace.push(`${by.actor} is killed`);
  by.die();
  await settled();
}

/** Time passes until something may happen. False: nothing will by itself. */
export async function pass(world: World, random?: Dice): Promise<boolean> {
  const { deadline, resolvedAt } = world.incidentItem() ?? {};
  const moments = [
    ...[...world.waits.values()].map(({ turn }) => Math.max(turn.until, world.now + 1)),
    ...(deadline === undefined ? [] : [deadline + takeoverGraceMs + 1]),
    ...(resolvedAt === undefined ? [] : [resolvedAt + reopenWithinMs + 1]),
  ].filter((moment) => moment > world.now);
  if (moments.length === 0) return false;
  world.now = random?.chance(0.2) ? random.oneOf(moments) : Math.min(...moments);
  world.scheduler.trace.push(`time passes to +${(world.now - event(0).occurredAt) / 1000} s`);
  await timeOut(world);
  return true;
}

/** Waits that are over end, and so does what would act too late: it has its own time-outs. */
async function timeOut(world: World): Promise<void> {
  for (const { by, isSend } of world.scheduler.pending()) {
    if (isSend && (by.actsUntil ?? 0) <= world.now) by.die();
  }
  for (const { turn, wake } of [...world.waits.values()]) {
    if (turn.until <= world.now) wake({ kind: 'decide', revision: turn.revision + 1 });
  }
  await settled();
}
