import type { Activity } from '../../../local/time/activity.ts';
import type { Clock } from '../../../local/time/clock.ts';
import type { Timer } from '../../../local/time/timer-queue.ts';

/** A clock that stands still until a test moves it, and an activity that knows when all is quiet. */
export interface QuietTime {
  readonly clock: Clock;
  readonly activity: Activity;
  /** Waits until nothing goes on. */
  settle(): Promise<void>;
  /** Moves to the next timer and settles. False when there is no timer up to `limit`. */
  fireNext(limit?: number): Promise<boolean>;
  /** Moves by this many seconds, through everything that is due. */
  pass(seconds: number): Promise<void>;
}

export function quietTime(startAt: number): QuietTime {
  const timers = new Map<Timer, () => void>();
  let [now, busy, begun] = [startAt, 0, 0];
  const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
  const activity: Activity = {
    begin() {
      busy += 1;
      begun += 1;
      let over = false;
      return () => {
        if (!over) setImmediate(() => (busy -= 1));
        over = true;
      };
    },
  };
  const settle = async () => {
    for (;;) {
      const before = begun;
      await nextTurn();
      await nextTurn();
      if (busy === 0 && begun === before) return;
    }
  };
  const fireNext = async (limit = Number.POSITIVE_INFINITY) => {
    const [next] = [...timers.keys()].sort((a, b) => a.due - b.due);
    if (next === undefined || next.due > limit) return false;
    const fire = timers.get(next);
    timers.delete(next);
    now = Math.max(now, next.due);
    fire?.();
    await settle();
    return true;
  };
  return {
    activity,
    settle,
    fireNext,
    clock: {
      now: () => now,
      at(due, label, fire) {
        const timer = { due, label };
        timers.set(timer, fire);
        return timer;
      },
      cancel: (timer) => void timers.delete(timer),
    },
    async pass(seconds) {
      const until = now + seconds * 1000;
      await settle();
      while (await fireNext(until));
      now = until;
    },
  };
}
