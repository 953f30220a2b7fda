import type { Pulse } from '../messages.ts';

/** Finds out when this thread has come to rest: nothing in it goes on without an answer, or time passing. */
export interface RestWatch {
  /** Something happened: looks until it is over, and reports once. */
  look(): void;
}

/** What a thread does that goes on by itself, as far as Node shows it. */
const workInProgress = /^(FSReq|Immediate)/;

/** Taken when this file is loaded, before the cloud's clock is put under the timers. */
const realSetTimeout = setTimeout;

/** Work in Node's thread pool is looked at again after so long. */
const againMs = 1;

/** Calls `report` when two looks in a row, a turn of the event loop apart, saw the same and no work. */
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
