import type { VirtualClock } from '../time/clock.ts';
import type { Blocked, Quiet } from './quiet.ts';

/** Moves the cloud's time, for `POST /local/clock`. Requests run one after the other. */
export interface TimeSkip {
  /**
   * Resolves when everything that is due within these seconds has happened and all is quiet again. Resolves earlier
   * at the first moment for which `isEnough` is true.
   */
  advance(seconds: number, isEnough?: () => boolean): Promise<void>;
  setSpeed(speed: number): Promise<void>;
}

/** Work that must be done before time may pass. True when something was done; then the skip waits for quiet again. */
export type BeforeTimePasses = () => boolean;

/** More steps at the same moment are a loop that sets timers without a delay. */
const mostStepsAtOnce = 100_000;

/** `resume` tells the threads that the speed has changed. */
export function timeSkip(parts: {
  readonly clock: VirtualClock;
  readonly quiet: Quiet;
  readonly before: BeforeTimePasses;
  readonly resume: () => void;
}): TimeSkip {
  const { clock, resume } = parts;
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
  return {
    advance: (seconds, isEnough = never) =>
      inTurn(async () => {
        const until = clock.now() + Math.round(seconds * 1000);
        const giveBack = clock.takeOver();
        try {
          await skip(parts, until, isEnough);
        } finally {
          giveBack();
          resume();
        }
      }),
    setSpeed: (speed) =>
      inTurn(async () => {
        clock.setSpeed(speed);
        resume();
      }),
  };
}

function never(): boolean {
  return false;
}

/** Moves from one due moment to the next, and waits for quiet at each. */
async function skip(
  {
    clock,
    quiet,
    before,
  }: { readonly clock: VirtualClock; readonly quiet: Quiet; readonly before: BeforeTimePasses },
  until: number,
  isEnough: () => boolean,
): Promise<void> {
  for (let steps = 0; ; steps += 1) {
    const blocked = await quiet();
    if (before()) continue;
    const thread = earliest(blocked);
    const timer = clock.next();
    const due = Math.min(
      thread?.nextTimer ?? Number.POSITIVE_INFINITY,
      timer?.due ?? Number.POSITIVE_INFINITY,
    );
    if (due > until) break;
    if (due > clock.now() && isEnough()) return;

    if (due > clock.now()) steps = 0;
    if (steps > mostStepsAtOnce)
      throw new Error(`Time stands still: ${timer?.label} falls due again and again`);
    clock.jumpTo(due);
    if (thread !== undefined && thread.nextTimer <= due) thread.thread.tick();
    else clock.fireNext();
  }
  clock.jumpTo(until);
}

function earliest(blocked: readonly Blocked[]): Blocked | undefined {
  let found: Blocked | undefined;
  for (const one of blocked) if (found === undefined || one.nextTimer < found.nextTimer) found = one;
  return found;
}
