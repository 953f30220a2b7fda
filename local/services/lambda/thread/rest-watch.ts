import type { Pulse } from '../messages.ts';

/** Finds out when this thread rests: nothing in it continues without an answer or passing time. */
export interface RestWatch {
  /** Called after something happened. Looks until the thread rests, and reports once. */
  look(): void;
}

/** The work that continues by itself, as far as Node shows it. */
const workInProgress = /^(FSReq|Immediate)/;

/** Node's own timer, taken before the cloud's clock replaces the timers. */
const realSetTimeout = setTimeout;

/** The pause between two looks while Node's thread pool works. */
const againMs = 1;

/** Calls `report` when two looks in a row, one turn of the event loop apart, saw the same state and no work. */
export function restWatch(
  pulse: () => Pulse,
  parts: { isLoading(): boolean; report(pulse: Pulse): void },
): RestWatch {
  let isLooking = false;

  const next = (before: Pulse | undefined) => {
    setImmediate(() => {
      if (parts.isLoading() || process.getActiveResourcesInfo().some((name) => workInProgress.test(name))) {
        realSetTimeout(next, againMs, undefined);
        return;
      }
      const now = pulse();
      if (before === undefined || !isSame(before, now)) return next(now);
      isLooking = false;
      parts.report(now);
    });
  };
  return {
    look() {
      if (isLooking) return;
      isLooking = true;
      next(undefined);
    },
  };
}

function isSame(a: Pulse, b: Pulse): boolean {
  return (
    a.begunCalls === b.begunCalls &&
    a.openCalls.join() === b.openCalls.join() &&
    a.nextTimer === b.nextTimer &&
    a.heard === b.heard
  );
}
