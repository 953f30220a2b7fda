import { virtualTimers } from './virtual-timers.ts';

/** The cloud's time inside a thread. */
export interface ThreadTime {
  now(): number;
  /** `Infinity` without a timer. */
  nextTimer(): number;
  /** Whether a due timer is about to fire by itself. */
  isFiringSoon(): boolean;
  /** Fires the due timers, unless the thread is frozen. */
  fireDue(): void;
  /** Freezes or unfreezes the timers. Between invocations they do not fire. */
  setFrozen(isFrozen: boolean): void;
  /** Starts again with the clock of another cloud: no timers, and frozen. */
  beginAnew(clock: SharedArrayBuffer): void;
}

/**
 * Puts the cloud's clock under everything that tells time to a bundle: `Date`, `performance.now` and the timers. Must
 * run before the bundle is loaded, since libraries store the functions that they find at load time.
 */
export function installVirtualTime(): ThreadTime {
  let time: Float64Array<ArrayBufferLike> = new Float64Array(2);
  const RealDate = Date;
  const realNow = Date.now;
  const now = () => Math.floor((time[0] ?? 0) + (time[1] ?? 0) * realNow());

  const VirtualDate: DateConstructor = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(
        target,
        args.length > 0 ? args : [now()],
        newTarget === VirtualDate ? target : newTarget,
      ),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
  RealDate.prototype.constructor = VirtualDate;
  globalThis.Date = VirtualDate;

  let origin = now();
  Object.defineProperty(performance, 'now', { value: () => now() - origin });
  const timers = virtualTimers({ now, speed: () => time[1] ?? 0 });
  return {
    now,
    ...timers,
    beginAnew(clock) {
      time = new Float64Array(clock);
      origin = now();
      timers.clear();
    },
  };
}
