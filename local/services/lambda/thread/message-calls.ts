import { EventEmitter } from 'node:events';
import type http from 'node:http';
import { Readable } from 'node:stream';
import type { CallAnswer, Said } from '../messages.ts';

type Callback = (response: http.IncomingMessage) => void;

/** The HTTP requests of the function's clients. They go to the cloud as messages, with the bytes that AWS would get. */
export interface MessageCalls {
  /** In place of Node's `http.request`, as far as clients of AWS use it. */
  request(options: http.RequestOptions, callback?: Callback): http.ClientRequest;
  /** An answer has come. */
  hear(call: number, answer: CallAnswer): void;
  /** Forgets the calls of an earlier life. */
  beginAnew(): void;
}

/** A call costs half of what it costs over a socket: no parsing on either side, and no system calls. */
export function messageCalls(say: (said: Said) => void): MessageCalls {
  const open = new Map<number, MessageCall>();
  let last = 0;
  return {
    request(options, callback) {
      if (typeof options === 'string' || options instanceof URL)
        throw new Error('The local cloud knows requests by HTTP only by their options');
      last += 1;
      const number = last;
      const call = new MessageCall(options, {
        send: (body) => say({ kind: 'call', call: number, ...call.head(), body }),
        over(isGivenUp) {
          if (open.delete(number) && isGivenUp) say({ kind: 'gaveUp', call: number });
        },
      });
      open.set(number, call);
      if (callback !== undefined) call.once('response', callback);
      return call as unknown as http.ClientRequest;
    },
    hear: (number, answer) => open.get(number)?.answer(answer),
    beginAnew: () => open.clear(),
  };
}

/** What clients set at a socket has no meaning here. A connection is there at once. */
const socket = {
  connecting: false,
  ...{ on: ignore, once: ignore, removeListener: ignore },
  ...{ setKeepAlive: ignore, setTimeout: ignore, destroy: ignore },
};

interface CallLink {
  send(body: Uint8Array): void;
  over(isGivenUp: boolean): void;
}

/** The request of one call. It has the members of Node's that clients of AWS use. */
class MessageCall extends EventEmitter {
  readonly socket = socket;
  private readonly headers: Record<string, string> = {};
  private readonly pieces: Uint8Array[] = [];
  private isOver = false;

  private readonly options: http.RequestOptions;
  private readonly link: CallLink;

  constructor(options: http.RequestOptions, link: CallLink) {
    super();
    this.options = options;
    this.link = link;
    for (const [name, value] of Object.entries(options.headers ?? {}))
      if (value !== undefined) this.setHeader(name, String(value));
    options.signal?.addEventListener('abort', () => this.destroy(abortedError()));
  }

  head() {
    const { method = 'GET', path = '/' } = this.options;
    return { method, path: path ?? '/', headers: this.headers };
  }

  setHeader(name: string, value: string): this {
    this.headers[name.toLowerCase()] = value;
    return this;
  }

  setTimeout(): this {
    return this;
  }

  write(piece: Uint8Array | string): boolean {
    this.pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
    return true;
  }

  end(piece?: Uint8Array | string): this {
    if (piece !== undefined) this.write(piece);
    const [first] = this.pieces;
    this.link.send(first !== undefined && this.pieces.length === 1 ? first : Buffer.concat(this.pieces));
    return this;
  }

  /** Node reports the error, if there is one, and the end after the caller has gone on. */
  destroy(error?: Error): this {
    if (this.isOver) return this;
    this.isOver = true;
    this.link.over(true);
    process.nextTick(() => {
      this.emit('error', error ?? hungUpError());
      this.emit('close');
    });
    return this;
  }

  answer(answer: CallAnswer): void {
    if (this.isOver) return;
    this.isOver = true;
    this.link.over(false);
    if (answer === 'hang up') this.emit('error', hungUpError());
    else this.emit('response', responseOf(answer));
    this.emit('close');
  }
}

function responseOf({ status, headers, body }: Exclude<CallAnswer, 'hang up'>): http.IncomingMessage {
  const stream = new Readable({ read() {} });
  if (body.length > 0) stream.push(body);
  stream.push(null);
  return Object.assign(stream, { statusCode: status, headers }) as http.IncomingMessage;
}

function hungUpError(): Error {
  return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
}

function abortedError(): Error {
  return Object.assign(new Error('The operation was aborted'), { name: 'AbortError', code: 'ABORT_ERR' });
}

function ignore(): void {}
