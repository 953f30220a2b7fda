/**
 * Counts what is going on, so that time is skipped only when all is quiet.
 *
 * Only the innermost work counts: a request being served, an invocation, a step of the interpreter. A piece of work
 * that waits for another ends its own count first, and begins a new one after it was woken. To make that safe, an end
 * takes effect one macrotask (`setImmediate`) after the call. By then the work that was woken in the same turn has
 * begun.
 */
export interface Activity {
  begin(label: string): () => void;
}

/** The activity of the whole cloud, for those who wait for quiet. */
export interface ActivityCounter extends Activity {
  count(): number;
  /** A number that changes whenever something begins or ends. */
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
