import type { Pulse } from '../services/lambda/messages.ts';
import type { ActivityCounter } from '../time/activity.ts';

/** A thread of a function, as far as waiting for quiet concerns it. */
export interface WatchedThread {
  /** Its pulse, once it rests; with `ask` also while calls are open. Undefined where it goes on, or has died. */
  rest(ask: boolean): Promise<Pulse | undefined>;
  /** Counts what was done to it: an event, a tick, an answer. Blocked once, it stays blocked while this stays. */
  touches(): number;
  /** Fires what is due in it. */
  tick(): void;
  kill(error: string, message: string): Promise<void>;
}

/** An invocation that will not go on by itself: it waits for an answer that is kept back, or for time to pass. */
export interface Blocked {
  readonly thread: WatchedThread;
  /** When its next timer fires; `Infinity` where it has none. */
  readonly nextTimer: number;
}

/** Waits until nothing goes on any more without an answer being given or time passing. */
export type Quiet = () => Promise<readonly Blocked[]>;

export interface QuietParts {
  readonly activity: ActivityCounter;
  /** Those that have an invocation. */
  busy(): readonly WatchedThread[];
  /** Which calls of a thread the gateway leaves unanswered, by number and in order: they hang, or are held back. */
  keptCalls(thread: WatchedThread): readonly number[];
  /** In real time: an invocation that does not rest for so long is a loop without end, and is killed. */
  readonly patienceMs: number;
}

/**
 * A function may wait for nothing at all, until its time-out ends it; or for work that cannot be seen, as compression.
 * It counts as blocked once this many looks, so far apart in real time, found it unchanged.
 */
const patientLooks = 10;
const lookEveryMs = 10;

/** Quiet is when nothing is active but invocations, and each of these is blocked. */
export function quietWatch(parts: QuietParts): Quiet {
  const known = new WeakMap<WatchedThread, Finding>();
  return async () => {
    for (let looks = 0; ; ) {
      await onlyInvocations(parts);
      const found = await look(parts, known);
      looks = found === undefined ? 0 : looks + 1;
      if (found === undefined) continue;
      if (looks >= patientLooks || found.every(({ isSure }) => isSure)) return found;
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  };
}

async function onlyInvocations({ activity, busy }: QuietParts): Promise<void> {
  while (activity.count() > busy().length) await activity.changed();
  await new Promise((resolve) => setImmediate(resolve));
}

/** It holds until the thread is touched. */
interface Finding extends Blocked {
  readonly touches: number;
  /** What it waits for is known: a kept call or a timer. */
  readonly isSure: boolean;
}

/** Undefined when something goes on. */
async function look(
  parts: QuietParts,
  known: WeakMap<WatchedThread, Finding>,
): Promise<readonly Finding[] | undefined> {
  const { activity, busy } = parts;
  const version = activity.version();
  const threads = busy();
  if (activity.count() !== threads.length) return undefined;

  const findings = await Promise.all(
    threads.map((thread) => {
      const before = known.get(thread);
      return before?.touches === thread.touches() ? before : examine(parts, thread);
    }),
  );
  if (activity.version() !== version) return undefined;
  for (const finding of findings) {
    if (finding === undefined || finding.touches !== finding.thread.touches()) return undefined;
    if (finding.isSure) known.set(finding.thread, finding);
  }
  return findings.filter((finding) => finding !== undefined);
}

/** Undefined when the thread, or something else, goes on. */
async function examine(parts: QuietParts, thread: WatchedThread): Promise<Finding | undefined> {
  const { activity, keptCalls, patienceMs } = parts;
  const touches = thread.touches();
  const goesOn = activity.changed().then(() => undefined);
  const end = () =>
    void thread.kill('Sandbox.Timedout', `Task did not rest for ${patienceMs} ms of real time`);
  const patience = setTimeout(end, patienceMs);
  const pulse = await Promise.race([thread.rest(keptCalls(thread).length > 0), goesOn]);
  clearTimeout(patience);
  // One by one: as many may be open while the gateway has not heard yet that one was given up, and another is on its way.
  if (pulse === undefined || pulse.openCalls.join() !== keptCalls(thread).join()) return undefined;
  const { nextTimer, openCalls } = pulse;
  return { thread, nextTimer, touches, isSure: openCalls.length > 0 || Number.isFinite(nextTimer) };
}
