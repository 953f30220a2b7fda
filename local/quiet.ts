import type { ActivityCounter } from './activity.ts';
import type { Pulse } from './services/lambda/messages.ts';

/** A thread of a function, as far as waiting for quiet concerns it. */
export interface WatchedThread {
  /** Undefined where the thread has died. */
  ping(): Promise<Pulse | undefined>;
  /** How many of its calls the gateway leaves unanswered: they hang, or are held back. */
  keptCalls(): number;
  /** Fires what is due in it. */
  tick(): void;
}

/** An invocation that will not go on by itself: it waits for an answer that is kept back, or for time to pass. */
export interface Blocked {
  readonly thread: WatchedThread;
  /** When its next timer fires; `Infinity` where it has none. */
  readonly nextTimer: number;
  /** What it waits for is known: a kept call or a timer. Else it may be doing what nobody can see. */
  readonly isSure: boolean;
}

/** Waits until nothing goes on any more without an answer being given or time passing. */
export type Quiet = () => Promise<readonly Blocked[]>;

/**
 * A function may wait for nothing at all, until its time-out ends it; or for work that cannot be seen, as compression.
 * It counts as blocked once this many looks, so far apart in real time, found it unchanged.
 */
const patientLooks = 10;
const lookEveryMs = 10;

/** Quiet is when nothing is active but invocations, `busy`, and each of these is blocked, at two looks in a row. */
export function quietWatch(activity: ActivityCounter, busy: () => readonly WatchedThread[]): Quiet {
  const onlyInvocations = async () => {
    while (activity.count() > busy().length) await activity.changed();
    await macrotask();
  };
  return async () => {
    for (let looks = 0; ; ) {
      await onlyInvocations();
      const blocked = await look(activity, busy);
      if (blocked === undefined) {
        looks = 0;
        continue;
      }
      looks += 1;
      if (looks >= patientLooks || blocked.every(({ isSure }) => isSure)) return blocked;
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  };
}

/** Undefined when something goes on. */
async function look(
  activity: ActivityCounter,
  busy: () => readonly WatchedThread[],
): Promise<readonly Blocked[] | undefined> {
  const version = activity.version();
  const threads = busy();
  if (activity.count() !== threads.length) return undefined;
  const first = await Promise.all(threads.map((thread) => thread.ping()));
  const second = await Promise.all(threads.map((thread) => thread.ping()));
  if (activity.version() !== version) return undefined;

  (globalThis as any).LOOKS = ((globalThis as any).LOOKS ?? 0) + 1; const st = first.map((f, i) => `${f?.isWorking} open ${second[i]?.openCalls} kept ${threads[i]?.keptCalls()} next ${second[i]?.nextTimer}`).join(' | '); ((globalThis as any).ST ??= new Map()).set(st, (((globalThis as any).ST).get(st) ?? 0) + 1);
  const blocked = threads.map((thread, index) => blockedAt(thread, first[index], second[index]));
  return blocked.every((one) => one !== undefined) ? blocked : undefined;
}

function blockedAt(
  thread: WatchedThread,
  before: Pulse | undefined,
  pulse: Pulse | undefined,
): Blocked | undefined {
  if (before === undefined || pulse === undefined) return undefined;
  const isUnchanged = before.begunCalls === pulse.begunCalls && before.nextTimer === pulse.nextTimer;
  if (!isUnchanged || before.isWorking || pulse.isWorking || pulse.openCalls !== thread.keptCalls())
    return undefined;
  const { nextTimer, openCalls } = pulse;
  return { thread, nextTimer, isSure: openCalls > 0 || Number.isFinite(nextTimer) };
}

function macrotask(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
