/** How many calls of each thread are left unanswered: whoever waits for quiet must know. */
export interface KeptCalls {
  /** Returns what to call when this one is not kept any more. */
  keep(thread: object): () => void;
  count(thread: object): number;
}

/** `changed` is called after each change. */
export function keptCalls(changed: () => void): KeptCalls {
  const counts = new WeakMap<object, number>();
  const count = (thread: object) => counts.get(thread) ?? 0;
  const add = (thread: object, more: number) => {
    counts.set(thread, count(thread) + more);
    changed();
  };
  return {
    count,
    keep(thread) {
      add(thread, 1);
      let isOver = false;
      return () => {
        if (!isOver) add(thread, -1);
        isOver = true;
      };
    },
  };
}
