import { setTimeout as sleep } from 'node:timers/promises';

/** How a command waits, and who ends that. */
export interface Pausing {
  /** Waits so many milliseconds, or until `stop`. */
  pause(ms: number): Promise<void>;
  readonly stop: AbortSignal;
}

/** By the time of this machine and Ctrl-C, unless a test gives others. A second Ctrl-C ends the program. */
export function pausing({ pause, stop }: Partial<Pausing>): Pausing {
  const controller = new AbortController();
  return {
    stop: stop ?? controller.signal,
    pause:
      pause ??
      (async (ms) => {
        const interrupted = () => controller.abort();
        process.once('SIGINT', interrupted);
        await sleep(ms, undefined, { signal: controller.signal }).catch(() => undefined);
        process.removeListener('SIGINT', interrupted);
      }),
  };
}
