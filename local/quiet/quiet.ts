/** Quiet: knowing when nothing in the cloud goes on by itself, skipping time, and lockstep. */

import type { Pulse } from '../services/lambda/messages.ts';
import type { ActivityCounter } from '../time/activity.ts';

/** A thread of a function, for those who wait for quiet. */
export interface WatchedThread {
  /**
   * The thread's pulse once it rests. With `ask` it also reports a rest while calls are open. Undefined when the
   * thread goes on or has died.
   */
  rest(ask: boolean): Promise<Pulse | undefined>;
  /**
   * Counts the events, ticks and answers that the thread got. A blocked thread stays blocked while this number stays
   * the same.
   */
  touches(): number;
  /** Fires the timers that are due in the thread. */
  tick(): void;
  kill(error: string, message: string): Promise<void>;
}

/** An invocation that cannot continue by itself: it waits for an answer that is held back, or for time to pass. */
export interface Blocked {
  readonly thread: WatchedThread;
  /** The moment of its next timer; `Infinity` without one. */
  readonly nextTimer: number;
}

/** Waits until nothing continues without an answer or passing time. */
export type Quiet = () => Promise<readonly Blocked[]>;

export interface QuietParts {
  readonly activity: ActivityCounter;
  /** The threads that have an invocation. */
  busy(): readonly WatchedThread[];
  /** The numbers of the thread's calls that the gateway has not answered, in order. They hang, or are held back. */
  keptCalls(thread: WatchedThread): readonly number[];
  /** In real time. An invocation that does not rest for this long is an endless loop, and is killed. */
  readonly patienceMs: number;
}

/**
 * A function may wait for nothing at all until it times out, or for work that nobody can see, such as compression. It
 * counts as blocked when this many looks, this far apart in real time, found it unchanged.
 */
const patientLooks = 10;
const lookEveryMs = 10;

/** Quiet means: only invocations are active, and each of them is blocked. */
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

/** A finding is valid until something reaches the thread. */
interface Finding extends Blocked {
  readonly touches: number;
  /** The watch knows what the thread waits for: an unanswered call or a timer. */
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
  // Compares call by call. The numbers may match by accident: the gateway may still keep a call that the function
  // gave up, while another is on its way.
  if (pulse === undefined || pulse.openCalls.join() !== keptCalls(thread).join()) return undefined;
  const { nextTimer, openCalls } = pulse;
  return { thread, nextTimer, touches, isSure: openCalls.length > 0 || Number.isFinite(nextTimer) };
}
