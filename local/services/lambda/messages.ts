/** What the cloud tells the thread of a function. */
export type ToThread =
  /** The first message: which function the thread is now, and in which cloud. */
  | { readonly kind: 'load'; readonly data: ThreadData }
  | {
      readonly kind: 'invoke';
      /** JSON. */
      readonly event: string;
      readonly requestId: string;
      /** The instant at which the invocation times out. */
      readonly deadline: number;
      /** The seed for `Math.random` and ids in this invocation. */
      readonly seed: number;
    }
  /** Asks for a report as soon as the thread rests, even while calls are open. */
  | { readonly kind: 'ping' }
  /** The time or speed of the clock was changed: the thread fires the timers that are due. */
  | { readonly kind: 'tick' }
  | { readonly kind: 'answer'; readonly call: number; readonly answer: CallAnswer };

/** The answer to a call, as a client reads it; or a closed connection. Names of headers are in lower case. */
export type CallAnswer =
  | {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    }
  | 'hang up';

/** What the thread of a function tells the cloud, and in which of its lives. */
export type FromThread = { readonly life: number } & Said;

export type Said =
  | { readonly kind: 'ready' }
  /** `payload` is JSON. */
  | { readonly kind: 'returned'; readonly payload: string }
  | { readonly kind: 'threw'; readonly error: string; readonly message: string; readonly stack: string }
  | { readonly kind: 'log'; readonly text: string }
  /** A client sends a request to AWS. `path` includes the query. */
  | {
      readonly kind: 'call';
      readonly call: number;
      readonly method: string;
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    }
  /** The client no longer waits for the answer. */
  | { readonly kind: 'gaveUp'; readonly call: number }
  /** The thread rests. It reports this by itself when no call is open, and otherwise when asked. */
  | ({ readonly kind: 'rest' } & Pulse);

/** The state of a resting thread: nothing in it continues without an answer or passing time. */
export interface Pulse {
  /** The events and ticks that it got so far. The report is out of date when more were sent. */
  readonly heard: number;
  /** The numbers of its open calls to AWS, in order. */
  readonly openCalls: readonly number[];
  /** The number of calls that it began since its start. */
  readonly begunCalls: number;
  /** The moment of its next timer; `Infinity` without one. */
  readonly nextTimer: number;
}

/** What a thread loads. */
export interface ThreadData {
  /**
   * The number of this life among the threads of this process. A worker that goes on to the next cloud gets a new
   * life.
   */
  readonly life: number;
  /** The clock's `[base, speed]`. */
  readonly time: SharedArrayBuffer;
  /** The address of the cloud's port. */
  readonly cloudUrl: string;
  /** The access key with which the thread's clients sign. */
  readonly accessKey: string;
  readonly bundle: BundleCode;
  /** All variables of the environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** The name of the export that is called. */
  readonly handler: string;
  /** The folder of the bundle, as the function sees it. */
  readonly taskRoot: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
}

/**
 * A bundle as a thread loads it. Node 20 stores the compiled code of a script only, not of a module. So each bundle
 * is made into a script once, and the code that V8 compiled from it is stored beside it. A thread then starts in half
 * the time.
 */
export interface BundleCode {
  /** The bundle itself. */
  readonly file: string;
  /**
   * The script. Undefined when the bundle cannot become one, for example with `await` at its top. Then the thread
   * loads the bundle itself.
   */
  readonly script?: string;
  /** The place for the script's compiled code. */
  readonly compiled?: string;
}

/**
 * The header with the number of a call in its invocation, in the order in which the function made its calls. They may
 * arrive in another order.
 */
export const callNumberHeader = 'x-local-call-number';
