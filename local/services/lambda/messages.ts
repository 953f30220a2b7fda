/** What the cloud says to the thread of a function. */
export type ToThread =
  /** The first thing that is said: which function it is now, and in which cloud. */
  | { readonly kind: 'load'; readonly data: ThreadData }
  | {
      readonly kind: 'invoke';
      /** JSON. */
      readonly event: string;
      readonly requestId: string;
      /** The instant at which the function's time is up. */
      readonly deadline: number;
      /** Makes `Math.random` and the ids that are drawn in this invocation repeatable. */
      readonly seed: number;
    }
  /** Asks for a report as soon as the thread rests, also with calls open. */
  | { readonly kind: 'ping' }
  /** The clock was moved or its speed was changed: fire what is due. */
  | { readonly kind: 'tick' };

/** What the thread of a function says to the cloud, and in which of its lives. */
export type FromThread = { readonly life: number } & Said;

export type Said =
  | { readonly kind: 'ready' }
  /** `payload` is JSON. */
  | { readonly kind: 'returned'; readonly payload: string }
  | { readonly kind: 'threw'; readonly error: string; readonly message: string; readonly stack: string }
  | { readonly kind: 'log'; readonly text: string }
  /** The thread has come to rest. Comes by itself where no call is open, else when it was asked for. */
  | ({ readonly kind: 'rest' } & Pulse);

/** A thread at rest: nothing in it goes on without an answer, or time passing. */
export interface Pulse {
  /** Events and ticks that it heard so far: a report is out of date when more were sent. */
  readonly heard: number;
  /** Calls to AWS that were begun and are not over, by their numbers, in order. */
  readonly openCalls: readonly number[];
  /** Calls begun since the thread started. */
  readonly begunCalls: number;
  /** When its next timer fires; `Infinity` where it has none. */
  readonly nextTimer: number;
}

/** What a thread loads. */
export interface ThreadData {
  /** Counts the threads of this process. A worker that served a cloud that was closed has a new life in the next one. */
  readonly life: number;
  /** The clock's `[base, speed]`. */
  readonly time: SharedArrayBuffer;
  /** Of the cloud's port. */
  readonly cloudUrl: string;
  /** Of the credentials that the thread's clients sign with. */
  readonly accessKey: string;
  readonly bundle: BundleCode;
  /** All variables of the environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** The export that is called. */
  readonly handler: string;
  /** Where the bundle lies, as the function sees it. */
  readonly taskRoot: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
}

/**
 * A bundle as a thread loads it. Node 20 keeps the compiled code of a script only, not of a module: so a bundle is made
 * into a script once, and what V8 has compiled of it lies beside it on the disk. A thread then starts in half the time.
 */
export interface BundleCode {
  /** The bundle itself. */
  readonly file: string;
  /** The script. Undefined where the bundle cannot be one, as with `await` at its top: it is loaded as it is. */
  readonly script?: string;
  /** Where V8's compiled code of the script lies, or will lie. */
  readonly compiled?: string;
}

/** Numbers the calls of an invocation in the order in which the function made them, whatever order they arrive in. */
export const callNumberHeader = 'x-local-call-number';
