/**
 * Knows whether anything is still going on, so that time is skipped only when all is quiet.
 *
 * Only leaves count: a request being served, an invocation, a step of the interpreter. Who waits for another gives its
 * count back first, and takes a new one after it was woken. To make that safe, an end takes effect one macrotask
 * (`setImmediate`) later than it is called: whoever was woken by the same turn has begun by then.
 */
export interface Activity {
  begin(label: string): () => void;
}

/** The activity of the whole cloud, as whoever waits for quiet sees it. */
export interface ActivityCounter extends Activity {
  count(): number;
  /** Differs whenever something began or ended in between. */
  version(): number;
  /** Resolves when something begins or ends. */
  changed(): Promise<void>;
  /** What is going on, for error messages. */
  labels(): readonly string[];
}

export function activityCounter(): ActivityCounter {
  const running = new Map<number, string>();
  let version = 0;
  let waiting: (() => void)[] = [];
  const change = () => {
    version += 1;
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  return {
    begin(label) {
      const id = ++version;
      running.set(id, label);
      change();
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        setImmediate(() => {
          running.delete(id);
          change();
        });
      };
    },
    count: () => running.size,
    version: () => version,
    changed: () => new Promise((resolve) => waiting.push(resolve)),
    labels: () => [...running.values()],
  };
}
