import type { Cell } from './cells.ts';
import { signedHeaders } from './signature.ts';

/** What a command wants of a cell. */
export interface CellRequest {
  readonly method: 'GET' | 'POST';
  /** `/v1/incidents` */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** With an integration key instead of a signature. */
  readonly bearer?: string;
}

export type Answered =
  | { readonly kind: 'answered'; readonly body: Readonly<Record<string, unknown>> }
  /** For people: what the cell said against it, or that none answered. */
  | { readonly kind: 'failed'; readonly message: string };

/** Asks a cell and, when it does not answer, the next. */
export type Ask = (request: CellRequest) => Promise<Answered>;

/** A cell answers within 5 seconds or so, whatever fails behind it: after this it is not there. */
const patienceMs = 8000;

/** Asks the cells one after the other; `say` hears of each that gave no answer. */
export function askCells(cells: readonly Cell[], say: (line: string) => void): Ask {
  return async (request) => {
    const silent: string[] = [];
    for (const cell of cells) {
      try {
        const response = await send(cell, request);
        const text = await response.text();
        if (response.status < 500) return read(response.status, text);
        silent.push(`${cell.url} answered ${response.status}: ${wordsIn(text)}`);
      } catch (error) {
        silent.push(`${cell.url} did not answer: ${reasonOf(error)}`);
      }
      if (silent.length < cells.length) say(`${silent.at(-1)}; asking the other cell`);
    }
    return { kind: 'failed', message: silent.join('\n') };
  };
}

async function send(cell: Cell, { method, path, query = {}, body, headers, bearer }: CellRequest) {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const search = given.map((pair) => pair.map((part) => encodeURIComponent(part ?? '')).join('=')).join('&');
  const url = new URL(`${cell.url}${path}${search === '' ? '' : `?${search}`}`);
  const text = body === undefined ? undefined : JSON.stringify(body);
  const all = { ...headers, ...(text === undefined ? {} : { 'content-type': 'application/json' }) };
  const authorized =
    bearer === undefined
      ? await signedHeaders(cell, { method, url, headers: all, body: text })
      : { ...all, authorization: `Bearer ${bearer}` };
  return fetch(url, {
    method,
    headers: authorized,
    signal: AbortSignal.timeout(patienceMs),
    ...(text === undefined ? {} : { body: text }),
  });
}

function read(status: number, text: string): Answered {
  if (status >= 400) return { kind: 'failed', message: wordsIn(text) };
  try {
    return { kind: 'answered', body: JSON.parse(text) };
  } catch {
    return { kind: 'failed', message: `what answered is no cell: ${text.slice(0, 200)}` };
  }
}

/** What a problem document says, for people. */
function wordsIn(text: string): string {
  try {
    const { title, detail, message } = JSON.parse(text);
    return (
      [title, detail, message].filter((part) => typeof part === 'string').join(': ') || text.slice(0, 200)
    );
  } catch {
    return text.slice(0, 200);
  }
}

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error & { readonly cause?: Error & { readonly code?: string } };
  if (name === 'TimeoutError') return `no answer within ${patienceMs / 1000} seconds`;
  return cause?.code === 'ECONNREFUSED' ? 'nothing listens there' : (cause?.message ?? message);
}
