/** How many calls of each thread are left unanswered: whoever waits for quiet must know. */
export interface KeptCalls {
  /** Returns what to call when this one is not kept any more. */
  keep(thread: object): () => void;
  count(thread: object): number;
}

export function keptCalls(): KeptCalls {
  const counts = new WeakMap<object, number>();
  const count = (thread: object) => counts.get(thread) ?? 0;
  return {
    count,
    keep(thread) {
      counts.set(thread, count(thread) + 1);
      let isOver = false;
      return () => {
        if (!isOver) counts.set(thread, count(thread) - 1);
        isOver = true;
      };
    },
  };
}
