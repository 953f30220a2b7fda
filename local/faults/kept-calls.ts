/** Which calls of each thread are left unanswered: whoever waits for quiet must know. */
export interface KeptCalls {
  /** Returns what to call when this one is not kept any more. */
  keep(thread: object, call: number): () => void;
  /** By their numbers, in order. */
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

/** Those outside who wait for an answer of an API. */
export interface WaitingCallers {
  /** Returns what to call when the caller has its answer. */
  enter(): () => void;
  count(): number;
}

/** Nobody waits at first. */
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
