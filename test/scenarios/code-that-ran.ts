import { Session } from 'node:inspector';

/** The ranges of characters of a function's bundle that ran. */
export interface RanCode {
  /** The bundle's folder in the assembly: `asset.` and a hash. */
  readonly asset: string;
  /** From, inclusive; to, exclusive. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** Watches the function threads that this process starts. */
export interface ThreadWatch {
  /** What ran in the threads that still live. The record of a killed thread is lost. */
  ran(): Promise<readonly RanCode[]>;
  /** Stops watching. Call it once the threads have ended: a starting thread waits until its watcher is connected. */
  end(): void;
}

interface Answer {
  readonly result?: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly BlockRange[] }[];
  }[];
}

interface BlockRange {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** An idle thread answers within milliseconds. */
const patienceMs = 5_000;

/** Uses Node's inspector, which counts in V8. The threads and their bundles stay unchanged. */
export function watchThreads(): ThreadWatch {
  const session = new Session();
  session.connect();
  const threads = new Set<string>();
  const waiting = new Map<number, (answer: Answer) => void>();
  let asked = 0;
  const ask = (thread: string, method: string, params: object = {}): Promise<Answer> => {
    const id = ++asked;
    const message = JSON.stringify({ id, method, params });
    session.post('NodeWorker.sendMessageToWorker', { sessionId: thread, message });
    return new Promise((resolve) => waiting.set(id, resolve));
  };
  session.on('NodeWorker.attachedToWorker', ({ params: { sessionId } }) => {
    threads.add(sessionId);
    void ask(sessionId, 'Profiler.enable');
    void ask(sessionId, 'Profiler.startPreciseCoverage', { callCount: false, detailed: true });
    void ask(sessionId, 'Runtime.runIfWaitingForDebugger');
  });
  session.on('NodeWorker.receivedMessageFromWorker', ({ params }) => {
    const { id, result = {} } = JSON.parse(params.message) as { id?: number; result?: Answer };
    waiting.get(id ?? 0)?.(result);
  });
  session.on('NodeWorker.detachedFromWorker', ({ params }) => void threads.delete(params.sessionId));
  session.post('NodeWorker.enable', { waitForDebuggerOnStart: true });
  return {
    async ran() {
      const asking = [...threads].map((thread) => inTime(ask(thread, 'Profiler.takePreciseCoverage')));
      const answers = await Promise.all(asking);
      return answers.flatMap(({ result = [] }) => result.filter(({ url }) => isBundle(url)).map(ranIn));
    },
    end: () => session.disconnect(),
  };
}

/** Nothing of a thread that died meanwhile. */
async function inTime(answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve({}), patienceMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function isBundle(url: string): boolean {
  return url.startsWith('file:') && /\/asset\.[^/]+\/index\.mjs$/.test(url);
}

/** A range says how often its code ran. Smaller ranges within it come later, and override it. */
function ranIn({ url, functions }: NonNullable<Answer['result']>[number]): RanCode {
  const blocks = functions
    .flatMap(({ ranges }) => ranges)
    .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  const length = Math.max(...blocks.map(({ endOffset }) => endOffset));
  const ran = new Uint8Array(length);
  for (const { startOffset, endOffset, count } of blocks) ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  const ranges: [number, number][] = [];
  for (let from = ran.indexOf(1); from >= 0; ) {
    const end = ran.indexOf(0, from);
    ranges.push([from, end < 0 ? length : end]);
    from = end < 0 ? -1 : ran.indexOf(1, end);
  }
  return { asset: url.split('/').at(-2) ?? '', ranges };
}
