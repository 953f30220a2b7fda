/** The calls of each thread that have no answer yet. The wait for quiet must know them. */
export interface KeptCalls {
  /** Marks a call as unanswered. The returned function ends that. */
  keep(thread: object, call: number): () => void;
  /** The numbers of the calls, in order. */
  of(thread: object): readonly number[];
}

/** `changed` is called after each change. */
export function keptCalls(changed: () => void): KeptCalls {
  const kept = new WeakMap<object, ReadonlyMap<object, number>>();
  const set = (thread: object, calls: readonly (readonly [object, number])[]) => {
    kept.set(thread, new Map(calls));
    changed();
  };
  const all = (thread: object) => [...(kept.get(thread) ?? [])];
  return {
    of: (thread) =>
      all(thread)
        .map(([, call]) => call)
        .sort((one, another) => one - another),
    keep(thread, call) {
      const release = () => {
        const others = all(thread).filter(([one]) => one !== release);
        if (others.length < all(thread).length) set(thread, others);
      };
      set(thread, [...all(thread), [release, call]]);
      return release;
    },
  };
}

/** The outside callers that wait for an answer of an API. */
export interface WaitingCallers {
  /** Counts a caller. The returned function is called when the caller has its answer. */
  enter(): () => void;
  count(): number;
}

/** No callers. */
export function waitingCallers(): WaitingCallers {
  let waiting = 0;
  return {
    enter() {
      waiting += 1;
      return () => {
        waiting -= 1;
      };
    },
    count: () => waiting,
  };
}
