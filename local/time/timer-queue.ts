interface Entry extends Timer {
  /** Timers that are due together fire in the order in which they were set. */
  readonly order: number;
}

/**
 * The timers that have not fired, soonest first. A binary heap keeps ten thousand waiting executions cheap. A
 * cancelled timer leaves the heap when it reaches the top.
 */
export function timerQueue() {
  const heap: Entry[] = [];
  const pending = new Map<Timer, () => void>();
  let order = 0;

  const next = (): Timer | undefined => {
    for (let top = heap[0]; top !== undefined; top = heap[0]) {
      if (pending.has(top)) return top;
      removeTop(heap);
    }
    return undefined;
  };
  return {
    next,
    add(due: number, label: string, fire: () => void): Timer {
      const entry = { due, label, order: ++order };
      pending.set(entry, fire);
      insert(heap, entry);
      return entry;
    },
    cancel: (timer: Timer) => void pending.delete(timer),
    take(): () => void {
      const timer = next();
      const fire = timer && pending.get(timer);
      if (timer === undefined || fire === undefined) return () => {};
      pending.delete(timer);
      return fire;
    },
    clear: () => pending.clear(),
  };
}

function isBefore(a: Entry | undefined, b: Entry | undefined): boolean {
  if (a === undefined || b === undefined) return a !== undefined;
  return a.due < b.due || (a.due === b.due && a.order < b.order);
}

function insert(heap: Entry[], entry: Entry): void {
  let at = heap.push(entry) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBefore(entry, heap[parent])) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function removeTop(heap: Entry[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  heap[0] = last;
  for (let at = 0; ; ) {
    const left = 2 * at + 1;
    const child = isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
    if (!isBefore(heap[child], heap[at])) return;
    swap(heap, at, child);
    at = child;
  }
}

function swap(heap: Entry[], a: number, b: number): void {
  const [first, second] = [heap[a], heap[b]];
  if (first === undefined || second === undefined) return;
  heap[a] = second;
  heap[b] = first;
}

/** Something to do at a moment of the cloud's time. */
export interface Timer {
  readonly due: number;
  readonly label: string;
}
