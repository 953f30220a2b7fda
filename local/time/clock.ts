/** Time: the clock of the local cloud, its timers and its seeded chance. */

import { type Timer, timerQueue } from './timer-queue.ts';

/** The one clock of the cloud. The interpreter, the schedules and the functions use it. Whole epoch milliseconds. */
export interface Clock {
  now(): number;
  /** Calls `fire` once when the clock reaches `due`. Never calls it synchronously, even when `due` is past. */
  at(due: number, label: string, fire: () => void): Timer;
  cancel(timer: Timer): void;
}

/** A clock that can be slowed, stopped and moved forward. */
export interface VirtualClock extends Clock {
  /** `[base, speed]` with now = base + speed * real time: a worker thread reads the same clock from it. */
  readonly shared: SharedArrayBuffer;
  /** Virtual seconds for each real second. At 0 the clock stands still. Applies while nobody has taken over. */
  speed(): number;
  setSpeed(speed: number): void;
  /** The next timer that fires. */
  next(): Timer | undefined;
  /** Moves forward without firing a timer. Never moves backward. */
  jumpTo(instant: number): void;
  /** Fires the next timer, whether it is due or not. */
  fireNext(): void;
  /** Takes over: the clock stands still and fires only by `fireNext`, until the returned function is called. */
  takeOver(): () => void;
  /** Ends the clock. No timer fires after that. */
  close(): void;
}

/** The longest delay of Node's own timers. */
const longestDelayMs = 2 ** 31 - 1;

/** A clock that starts at `startAt`. While it stands still it still fires timers that are due at that moment. */
export function virtualClock({ startAt, speed }: { startAt: number; speed: number }): VirtualClock {
  const shared = new SharedArrayBuffer(16);
  const time = new Float64Array(shared);
  const timers = timerQueue();
  let alarm = noAlarm;
  let ownSpeed = speed;
  let isTakenOver = false;

  const now = () => Math.floor((time[0] ?? 0) + (time[1] ?? 0) * Date.now());
  const set = (instant: number, rate: number) => {
    time[1] = rate;
    time[0] = instant - rate * Date.now();
    arm();
  };
  const arm = () => {
    alarm();
    alarm = noAlarm;
    const next = timers.next();
    if (next === undefined || isTakenOver) return;
    const rate = time[1] ?? 0;
    if (next.due <= now()) alarm = soon(fireDue);
    else if (rate > 0) alarm = later((next.due - now()) / rate, fireDue);
  };
  const fireDue = () => {
    for (let next = timers.next(); next !== undefined && next.due <= now(); next = timers.next())
      timers.take()();
    arm();
  };

  set(startAt, speed);
  return {
    shared,
    now,
    speed: () => ownSpeed,
    setSpeed(rate) {
      ownSpeed = rate;
      set(now(), rate);
    },
    at(due, label, fire) {
      const timer = timers.add(Math.ceil(due), label, fire);
      if (timers.next() === timer) arm();
      return timer;
    },
    cancel: (timer) => timers.cancel(timer),
    next: () => timers.next(),
    jumpTo: (instant) => set(Math.max(instant, now()), time[1] ?? 0),
    fireNext() {
      timers.take()();
      arm();
    },
    takeOver() {
      isTakenOver = true;
      set(now(), 0);
      return () => {
        isTakenOver = false;
        set(now(), ownSpeed);
      };
    },
    close() {
      isTakenOver = true;
      timers.clear();
      arm();
    },
  };
}

type Alarm = () => void;

function noAlarm(): void {}

function soon(fire: () => void): Alarm {
  const immediate = setImmediate(fire);
  return () => clearImmediate(immediate);
}

function later(delayMs: number, fire: () => void): Alarm {
  const timeout = setTimeout(fire, Math.min(Math.ceil(delayMs), longestDelayMs));
  return () => clearTimeout(timeout);
}
