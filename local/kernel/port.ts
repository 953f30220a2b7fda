import http from 'node:http';
import type { AwsAnswer } from './service.ts';

/** A complete request. */
export interface PortRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Calls back when the caller has gone, or has its answer. */
  onClose(listener: () => void): void;
}

/** An answer; or none, while the caller waits; or a closed connection. */
export type PortAnswer = AwsAnswer | 'no answer' | 'hang up';

/** The one HTTP port of the cloud. */
export interface Port {
  readonly url: string;
  close(): Promise<void>;
}

/** More than any service of AWS takes over HTTP here. */
const largestRequestBytes = 16 * 1024 * 1024;

/** Opens the port on the loopback interface only. Port 0 takes any free one. */
export async function openPort(
  port: number,
  now: () => number,
  serve: (request: PortRequest) => Promise<PortAnswer>,
): Promise<Port> {
  const server = http.createServer((incoming, outgoing) => {
    read(incoming, outgoing, (request) => {
      serve(request).then(
        (answer) => reply(outgoing, answer, now()),
        (error: unknown) => reply(outgoing, { status: 500, body: String(error) }, now()),
      );
    });
  });
  // Functions wait as long as the clock of the cloud says. They keep their connections while idle.
  Object.assign(server, { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 });
  await listen(server, port);
  const address = server.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${actualPort}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: http.Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new Error(`port ${port} is in use on 127.0.0.1: choose another one`) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

function read(
  incoming: http.IncomingMessage,
  outgoing: http.ServerResponse,
  then: (request: PortRequest) => void,
): void {
  const pieces: Buffer[] = [];
  let size = 0;
  incoming.on('data', (piece: Buffer) => {
    size += piece.length;
    if (size > largestRequestBytes) incoming.destroy();
    else pieces.push(piece);
  });
  incoming.on('error', () => incoming.destroy());
  incoming.on('end', () => {
    const { pathname, searchParams } = new URL(`http://local${incoming.url ?? '/'}`);
    then({
      method: incoming.method ?? 'GET',
      path: pathname,
      query: searchParams,
      headers: headersOf(incoming),
      body: Buffer.concat(pieces),
      onClose: (listener) => void outgoing.once('close', listener),
    });
  });
}

function headersOf({ headers }: http.IncomingMessage): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

function reply(outgoing: http.ServerResponse, answer: PortAnswer, now: number): void {
  if (answer === 'no answer' || outgoing.destroyed) return;
  if (answer === 'hang up') return void outgoing.destroy();
  const body = answer.body ?? '';
  // The date that Node sets would tell clients the time of the host.
  outgoing.sendDate = false;
  outgoing.writeHead(answer.status, {
    ...answer.headers,
    date: new Date(now).toUTCString(),
    'content-length': Buffer.byteLength(body),
  });
  outgoing.end(body);
}
