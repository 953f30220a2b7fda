import type { PortAnswer, PortRequest } from '../../kernel/port.ts';
import type { CallAnswer, Said, ToThread } from './messages.ts';

/** The calls of a thread that came as messages. */
export interface ServedCalls {
  call(said: Extract<Said, { kind: 'call' }>): void;
  gaveUp(call: number): void;
  /** The thread is dead: all its calls have lost their caller. */
  end(): void;
}

/** What the calls need: the gateway of the cloud, its time, and the way back to the thread. */
export interface ServedParts {
  serve(request: PortRequest): Promise<PortAnswer>;
  now(): number;
  answer(message: Extract<ToThread, { kind: 'answer' }>): void;
}

export function servedCalls({ serve, now, answer }: ServedParts): ServedCalls {
  const open = new Map<number, (() => void)[]>();
  const close = (call: number) => {
    const listeners = open.get(call) ?? [];
    open.delete(call);
    for (const listener of listeners) listener();
  };
  const reply = (call: number, answered: PortAnswer) => {
    if (answered === 'no answer' || !open.has(call)) return;
    answer({ kind: 'answer', call, answer: answered === 'hang up' ? answered : messageOf(answered, now()) });
    close(call);
  };
  return {
    call({ call, method, path: target, headers, body }) {
      const listeners: (() => void)[] = [];
      open.set(call, listeners);
      const { pathname: path, searchParams: query } = new URL(`http://local${target}`);
      const request = {
        method,
        path,
        query,
        headers,
        body: Buffer.from(body.buffer, body.byteOffset, body.byteLength),
      };
      serve({ ...request, onClose: (listener) => void listeners.push(listener) }).then(
        (answered) => reply(call, answered),
        (error: unknown) => reply(call, { status: 500, body: String(error) }),
      );
    },
    gaveUp: close,
    end() {
      for (const call of [...open.keys()]) close(call);
    },
  };
}

function messageOf(
  { status, headers = {}, body = '' }: Exclude<PortAnswer, string>,
  now: number,
): CallAnswer {
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const own = { date: new Date(now).toUTCString(), 'content-length': String(bytes.length) };
  return { status, headers: { ...lower, ...own }, body: bytes };
}
