import { virtualTimers } from './virtual-timers.ts';

/** The cloud's time inside a thread. */
export interface ThreadTime {
  now(): number;
  /** `Infinity` where nothing is set. */
  nextTimer(): number;
  /** Something is due and fires by itself. */
  isFiringSoon(): boolean;
  /** Fires what is due, unless the thread is frozen. */
  fireDue(): void;
  /** Between invocations a function's timers do not fire. */
  setFrozen(isFrozen: boolean): void;
  /** Lives by another cloud's clock, with no timer set, and frozen. */
  beginAnew(clock: SharedArrayBuffer): void;
}

/**
 * Puts the cloud's clock under everything that a bundle can tell time by: `Date`, `performance.now` and the timers.
 * Must run before the bundle is loaded, since libraries keep what they find at load time.
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
