import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Options } from './options.ts';
import { nightsPerLaptop } from './play-nights.ts';
import type { Chunk, WorkerMessage } from './worker.ts';

/** Nights that are being played in several processes. */
export interface Jobs {
  /** Resolves when all nights are played, or when they were stopped. Rejects when a process dies. */
  readonly over: Promise<void>;
  stop(): void;
}

/** Plays the nights. Each free process takes as many as one laptop plays; `hear` gets each night as it ends. */
export function playInJobs(
  { nights, seed, jobs, isVerbose, untilWrong }: Options,
  hear: (heard: WorkerMessage) => void,
): Jobs {
  const size = Math.min(nightsPerLaptop, Math.ceil(nights / jobs));
  const chunks = Array.from({ length: Math.ceil(nights / size) }, (_, index): Chunk => {
    const first = seed + index * size;
    const last = Math.min(first + size, seed + nights);
    return {
      seeds: Array.from({ length: last - first }, (_none, offset) => first + offset),
      isVerbose,
      untilWrong,
    };
  });
  const workers: ChildProcess[] = [];
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    for (const worker of workers) if (worker.connected) worker.disconnect();
  };
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = fork(join(import.meta.dirname, 'worker.ts'), ['--plays'], {
        execArgv: ['--import', 'tsx'],
      });
      workers.push(worker);
      const next = () => {
        const chunk = isStopped ? undefined : chunks.shift();
        if (chunk !== undefined) return void worker.send(chunk);
        if (worker.connected) worker.disconnect();
        resolve();
      };
      worker.on('message', (message: WorkerMessage | 'done') =>
        message === 'done' ? next() : hear(message),
      );
      worker.on('error', reject);
      // This has resolved already where the process had nothing left to play.
      worker.on('exit', (code) =>
        isStopped ? resolve() : reject(new Error(`a process ended with ${code}`)),
      );
      next();
    });
  return { stop, over: Promise.all(Array.from({ length: jobs }, work)).then(() => undefined) };
}
