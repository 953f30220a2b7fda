import type { Worker } from 'node:worker_threads';

/**
 * Workers of closed clouds, for the next cloud in this process. A spare worker loads its function anew, so it
 * remembers nothing. But Node has started and V8 has compiled the code, which is most of the cost of a thread's
 * start.
 */
export interface SpareWorkers {
  /** Returns a spare worker of the same bundle; undefined when there is none. */
  take(file: string): Worker | undefined;
  /** Adds the worker of a thread that has nothing to do. */
  put(file: string, worker: Worker): void;
}

/** Two clouds of the product need this many at once. A worker takes about 30 MB. */
const mostSpares = 16;

/** In real time. The next cloud of a test file, or the first of the next file, usually starts sooner. */
const keptMs = 10_000;

interface Spare {
  readonly file: string;
  readonly worker: Worker;
  readonly end: () => void;
}

export const spareWorkers: SpareWorkers = shelf();

function shelf(): SpareWorkers {
  let spares: readonly Spare[] = [];
  const without = (spare: Spare) => {
    spares = spares.filter((other) => other !== spare);
  };
  return {
    take(file) {
      const spare = spares.findLast((one) => one.file === file);
      if (spare === undefined) return undefined;
      without(spare);
      spare.end();
      spare.worker.ref();
      return spare.worker;
    },
    put(file, worker) {
      worker.unref();
      const stop = () => {
        without(spare);
        void worker.terminate();
      };
      const timeout = setTimeout(stop, keptMs);
      timeout.unref();
      const end = () => {
        clearTimeout(timeout);
        forget(worker);
      };
      const spare: Spare = { file, worker, end };
      worker.once('error', stop).once('exit', stop);
      spares = [...spares, spare];
      const [oldest] = spares;
      if (spares.length <= mostSpares || oldest === undefined) return;
      oldest.end();
      without(oldest);
      void oldest.worker.terminate();
    },
  };
}

/** Removes the listeners of these events only. Without Node's own listeners no message of the worker would arrive. */
export function forget(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}
