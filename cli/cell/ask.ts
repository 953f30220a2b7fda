import { isAnswerOf, misfitOf } from '../../domain/api/misfit.ts';
import type { AnswerOf, BodyOf, QueryOf } from '../../domain/api/operations.ts';
import { type OperationName, type Route, routes } from '../../domain/api/routes.ts';
import type { Cell } from './cells.ts';
import { signedHeaders } from './signature.ts';

/** The parts of a request to a cell. */
export interface CellRequest<N extends OperationName> {
  /** The incident that the path names. */
  readonly id?: string;
  readonly query?: QueryOf<N>;
  readonly body?: BodyOf<N>;
  readonly headers?: Readonly<Record<string, string>>;
  /** An integration key, in the place of a signature. */
  readonly bearer?: string;
}

export type Answered<Body> =
  | { readonly kind: 'answered'; readonly body: Body }
  /** Says why the cell refused, or that no cell answered. */
  | { readonly kind: 'failed'; readonly message: string };

/** Asks a cell and, when it does not answer, the next. */
export type Ask = <N extends OperationName>(
  operation: N,
  request: CellRequest<N>,
) => Promise<Answered<AnswerOf<N>>>;

/** A cell that works answers within about 5 seconds, whatever fails behind it. */
const patienceMs = 8000;

/** Asks the cells one after the other. `say` prints each one that did not answer. */
export function askCells(cells: readonly Cell[], say: (line: string) => void): Ask {
  return async (operation, request) => {
    const silent: string[] = [];
    for (const cell of cells) {
      try {
        const response = await send(cell, sentFor(operation, request));
        const text = await response.text();
        if (response.status < 500) return read(operation, response.status, text);
        silent.push(withReason(`${cell.url} answered ${response.status}`, wordsIn(text)));
      } catch (error) {
        silent.push(withReason(`${cell.url} did not answer`, reasonOf(error)));
      }
      if (silent.length < cells.length) say(`${silent.at(-1)}; asking the other cell`);
    }
    return { kind: 'failed', message: silent.join('\n') };
  };
}

/** Adds a reason, unless it is empty. */
function withReason(what: string, reason: string): string {
  return reason.trim() === '' ? what : `${what}: ${reason}`;
}

/** A request of any operation. */
type UntypedRequest = Omit<CellRequest<OperationName>, 'query' | 'body'> & {
  readonly query?: unknown;
  readonly body?: unknown;
};

interface Sent {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly bearer: string | undefined;
}

function sentFor(operation: OperationName, request: UntypedRequest): Sent {
  const { method, path }: Route = routes[operation];
  const { id = '', query, body, headers = {}, bearer } = request;
  const search = Object.entries(query ?? {})
    .filter(([, value]) => value !== undefined)
    .map((pair) => pair.map((part) => encodeURIComponent(String(part))).join('='))
    .join('&');
  return {
    method,
    path: `${path.replace('{id}', encodeURIComponent(id))}${search === '' ? '' : `?${search}`}`,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    bearer,
  };
}

async function send(cell: Cell, { method, path, body, headers, bearer }: Sent): Promise<Response> {
  const url = new URL(`${cell.url}${path}`);
  const authorized =
    bearer === undefined
      ? await signedHeaders(cell, { method, url, headers, body })
      : { ...headers, authorization: `Bearer ${bearer}` };
  return fetch(url, {
    method,
    headers: authorized,
    signal: AbortSignal.timeout(patienceMs),
    ...(body === undefined ? {} : { body }),
  });
}

function read<N extends OperationName>(operation: N, status: number, text: string): Answered<AnswerOf<N>> {
  if (status >= 400) return { kind: 'failed', message: wordsIn(text) || `the cell refused with ${status}` };
  const body = jsonIn(text);
  if (body === undefined)
    return { kind: 'failed', message: `what answered is no cell: ${text.slice(0, 200)}` };
  if (isAnswerOf(operation, status, body)) return { kind: 'answered', body };
  return {
    kind: 'failed',
    message: `the cell answered what this version of the command line does not know: ${misfitOf(operation, status, body)}`,
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text of a problem document, for people. */
function wordsIn(text: string): string {
  const body = jsonIn(text);
  if (typeof body !== 'object' || body === null) return text.slice(0, 200);
  const { title, detail, message } = body as Readonly<Record<string, unknown>>;
  return [title, detail, message].filter((part) => typeof part === 'string').join(': ') || text.slice(0, 200);
}

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error & { readonly cause?: Error & { readonly code?: string } };
  if (name === 'TimeoutError') return `no answer within ${patienceMs / 1000} seconds`;
  return cause?.code === 'ECONNREFUSED' ? 'nothing listens there' : (cause?.message ?? message);
}
