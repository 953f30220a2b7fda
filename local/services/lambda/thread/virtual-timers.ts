import { syncBuiltinESMExports } from 'node:module';
import timersModule from 'node:timers';
import timerPromises from 'node:timers/promises';

type Callback = (...args: unknown[]) => void;

/** The result of `setTimeout`, with the members of Node's own that libraries call. */
interface VirtualTimer {
  due: number;
  readonly order: number;
  fire(): void;
  ref(): VirtualTimer;
  unref(): VirtualTimer;
  hasRef(): boolean;
  refresh(): VirtualTimer;
  close(): VirtualTimer;
  [Symbol.toPrimitive](): number;
  [Symbol.dispose](): void;
}

/** Replaces the timers of this thread by timers on the cloud's clock. Node's sockets keep the real ones. */
export function virtualTimers(clock: { now(): number; speed(): number }) {
  const pending = new Map<number, VirtualTimer>();
  const real = { setTimeout, clearTimeout, setImmediate, clearImmediate };
  let order = 0;
  let isFrozen = true;
  let alarm: NodeJS.Timeout | undefined;
  let soon: NodeJS.Immediate | undefined;

  const earliest = () => earliestOf(pending.values());
  /**
   * On a running clock the thread wakes itself. On a clock that stands still, it gets a message when the clock moves.
   */
  const arm = () => {
    real.clearTimeout(alarm);
    real.clearImmediate(soon);
    soon = undefined;
    const first = earliest();
    if (first === undefined || isFrozen) return;
    const waitMs = first.due - clock.now();
    if (waitMs <= 0) soon = real.setImmediate(fireDue);
    else if (clock.speed() > 0) alarm = real.setTimeout(fireDue, Math.ceil(waitMs / clock.speed()));
  };
  const fireDue = () => {
    for (
      let first = earliest();
      first !== undefined && !isFrozen && first.due <= clock.now();
      first = earliest()
    ) {
      pending.delete(first.order);
      first.fire();
    }
    arm();
  };
  const schedule = (callback: Callback, delayMs: number, isRepeated: boolean, args: unknown[]) => {
    const shortest = isRepeated ? 1 : 0;
    // Node does the same. On a clock of whole milliseconds a fraction would never be due.
    const delay = Math.max(shortest, Math.trunc(Number(delayMs) || 0));
    const timer = timerOf(
      ++order,
      () => clock.now() + delay,
      pending,
      () => {
        if (isRepeated) timer.refresh();
        callback(...args);
      },
    );
    arm();
    return timer;
  };
  const cancel = (timer: unknown) => {
    if (timer === undefined || timer === null) return;
    const id = Number(timer as VirtualTimer);
    if (!pending.delete(id)) real.clearTimeout(timer as NodeJS.Timeout);
  };

  install(schedule, cancel);
  return {
    nextTimer: () => earliest()?.due ?? Number.POSITIVE_INFINITY,
    /**
     * Whether a timer is about to fire by itself. A timer without a delay does, even on a clock that stands still.
     */
    isFiringSoon: () => soon !== undefined,
    fireDue,
    setFrozen(value: boolean) {
      isFrozen = value;
      arm();
    },
    /** Removes all timers and freezes until the next invocation. */
    clear() {
      pending.clear();
      isFrozen = true;
      arm();
    },
  };
}

function earliestOf(timers: Iterable<VirtualTimer>): VirtualTimer | undefined {
  let found: VirtualTimer | undefined;
  for (const timer of timers) {
    const isEarlier =
      found === undefined || timer.due < found.due || (timer.due === found.due && timer.order < found.order);
    if (isEarlier) found = timer;
  }
  return found;
}

function timerOf(
  order: number,
  dueAnew: () => number,
  pending: Map<number, VirtualTimer>,
  fire: () => void,
): VirtualTimer {
  const close = () => {
    pending.delete(order);
    return timer;
  };
  const timer: VirtualTimer = {
    due: dueAnew(),
    order,
    fire,
    ref: () => timer,
    unref: () => timer,
    hasRef: () => true,
    refresh() {
      timer.due = dueAnew();
      pending.set(order, timer);
      return timer;
    },
    close,
    [Symbol.toPrimitive]: () => order,
    [Symbol.dispose]: () => void close(),
  };
  pending.set(order, timer);
  return timer;
}

type Schedule = (callback: Callback, delayMs: number, isRepeated: boolean, args: unknown[]) => VirtualTimer;

function install(schedule: Schedule, cancel: (timer: unknown) => void): void {
  const replacements = {
    setTimeout: (callback: Callback, delayMs = 0, ...args: unknown[]) =>
      schedule(callback, delayMs, false, args),
    setInterval: (callback: Callback, delayMs = 1, ...args: unknown[]) =>
      schedule(callback, delayMs, true, args),
    clearTimeout: cancel,
    clearInterval: cancel,
  };
  Object.assign(globalThis, replacements);
  Object.assign(timersModule, replacements);
  Object.assign(timerPromises, {
    setTimeout: (delayMs: number, value?: unknown) =>
      new Promise((resolve) => schedule(() => resolve(value), delayMs, false, [])),
  });
  Object.assign(AbortSignal, {
    timeout(delayMs: number) {
      const controller = new AbortController();
      const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
      schedule(() => controller.abort(reason), delayMs, false, []);
      return controller.signal;
    },
  });
  syncBuiltinESMExports();
}
