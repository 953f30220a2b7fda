import { type SwitchedFaults, switchedFaults } from './faults/faults.ts';
import { type KeptCalls, keptCalls, type WaitingCallers, waitingCallers } from './faults/kept-calls.ts';
import { callTrace, type Trace } from './faults/trace.ts';
import type { PortAnswer, PortRequest } from './kernel/port.ts';
import { type Visits, visitBook } from './kernel/visits.ts';
import { type Lockstep, lockstep } from './quiet/lockstep.ts';
import { quietWatch } from './quiet/quiet.ts';
import { type TimeSkip, timeSkip } from './quiet/time-skip.ts';
import { type FunctionPool, functionPool } from './services/lambda/function-pool.ts';
import { type ActivityCounter, activityCounter } from './time/activity.ts';
import { type VirtualClock, virtualClock } from './time/clock.ts';
import { type SeededRandom, seededRandom } from './time/random.ts';

/**
 * What every local cloud needs, whatever its services are: time, chance, faults, order, and the threads of functions.
 */
export interface Engine {
  readonly clock: VirtualClock;
  readonly activity: ActivityCounter;
  readonly faults: SwitchedFaults;
  readonly random: SeededRandom;
  readonly lockstep: Lockstep;
  readonly kept: KeptCalls;
  readonly callers: WaitingCallers;
  readonly pool: FunctionPool;
  readonly time: TimeSkip;
  readonly trace: Trace;
  readonly visits: Visits;
  tell(line: string): void;
}

export interface EngineOptions {
  readonly startAt: number;
  readonly speed: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
  /** The script with which the threads of functions start. */
  readonly threadCode: string;
  /** Threads load bundles as modules. */
  readonly asModules: boolean;
  /** The address of the port, once it is open. */
  readonly url: () => string;
  /** The gateway, once the services are wired. */
  readonly serve: (request: PortRequest) => Promise<PortAnswer>;
}

/** Much longer than a cold start takes on a slow machine. */
const patienceMs = 60_000;

export function engine({ startAt, speed, seed, tell, url, serve, ...options }: EngineOptions): Engine {
  const { threadCode: code, asModules } = options;
  const clock = virtualClock({ startAt, speed });
  const activity = activityCounter();
  const random = seededRandom(seed);
  const kept = keptCalls(() => activity.begin('a call that is kept')());
  const quiet = quietWatch({ activity, busy: () => busyThreads(), keptCalls: kept.of, patienceMs });
  const order = lockstep(quiet);
  const turn = (invocation: number) => order.turn({ kind: 'call', invocation, call: 0 });
  const pool = functionPool({ clock, activity, random, url, serve, code, asModules, turn, tell });
  const busyThreads = () => pool.threads().filter((thread) => thread.invocation() !== undefined);
  const time = timeSkip({
    clock,
    quiet: order.quiet,
    before: pool.relieve,
    resume() {
      // All other threads are frozen. Each reads the clock again when its next invocation begins.
      for (const thread of busyThreads()) thread.tick();
    },
  });
  const trace = callTrace(clock.now);
  return {
    clock,
    activity,
    faults: switchedFaults(),
    random,
    lockstep: order,
    kept,
    callers: waitingCallers(),
    pool,
    time,
    trace,
    visits: visitBook(),
    tell,
  };
}
