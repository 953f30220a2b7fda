import type { Worker } from 'node:worker_threads';

/**
 * Workers of clouds that were closed, for the next cloud in this process. A spare one loads its function anew, so it
 * remembers nothing, but V8 has the code compiled and Node is started: that is most of what a thread's start costs.
 */
export interface SpareWorkers {
  /** A worker with the same bundle before; undefined where there is none. */
  take(file: string): Worker | undefined;
  /** Of a thread that has nothing to do. */
  put(file: string, worker: Worker): void;
}

/** As many as two clouds of the product need at once. A worker takes about 30 MB. */
const mostSpares = 16;

/** In real time. Whoever starts clouds one after the other does so sooner. */
const keptMs = 2_000;

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

/** By name: a worker has listeners of Node's own, without which nothing of what it says arrives. */
export function forget(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}
