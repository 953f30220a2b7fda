/**
 * Requests to AWS itself, which only read. The checks need a dozen operations of nine services; the clients of the
 * SDK for six of those are not in the product, and would make each installation larger. So the requests are made
 * here, in the protocols of the services, and signed by the SDK's own signer.
 */

import { type Cell, isOnThisMachine } from '../cell/cells.ts';
import { signedHeaders } from '../cell/signature.ts';

/** The members of a request or an answer. They are not checked: whoever reads one checks what they need. */
export type Document = Readonly<Record<string, unknown>>;

/** The services of AWS in one region. Each request rejects with a `Refusal` when AWS refuses. */
export interface Aws {
  readonly region: string;
  /** An operation of a service that speaks JSON. */
  json(service: keyof typeof jsonServices, operation: string, request: Document): Promise<Document>;
  /** An action of SNS, which speaks the query protocol. Returns XML. */
  form(action: string, parameters?: Readonly<Record<string, string>>): Promise<string>;
  /** A path of a service that speaks REST. */
  rest(
    service: 'connect' | 'lambda',
    method: 'GET' | 'POST',
    path: string,
    body?: Document,
  ): Promise<Document>;
}

/** An answer of AWS that is an error. */
export interface Refusal extends Error {
  readonly code: string;
}

/** How a service is named in its address, in a signature and in the header with the operation; and its version of JSON. */
const jsonServices = {
  dynamodb: { target: 'DynamoDB_20120810', version: '1.0' },
  monitoring: { target: 'GraniteServiceVersion20100801', version: '1.0' },
  servicequotas: { target: 'ServiceQuotasV20190624', version: '1.1' },
  'sms-voice': { target: 'PinpointSMSVoiceV2', version: '1.0' },
  ssm: { target: 'AmazonSSM', version: '1.1' },
} as const;

/** The version of the API of SNS. Source: SNS API reference. */
const snsVersion = '2010-03-31';

/** An answer of these operations takes well below a second. */
const patienceMs = 8000;

/** The services in the region of a cell; on a laptop, those of its local cloud. */
export function awsOf(cell: Cell): Aws {
  const { region } = cell;
  const addressOf = (service: string) =>
    isOnThisMachine(cell) ? new URL(cell.url).origin : `https://${service}.${region}.amazonaws.com`;
  const send = async (service: string, request: Sent): Promise<string> => {
    const { method, path, body, headers } = request;
    const url = new URL(`${addressOf(service)}${path}`);
    const signed = await signedHeaders(cell, { method, url, headers, body }, service);
    const signal = AbortSignal.timeout(patienceMs);
    const answer = await fetch(url, { method, headers: signed, signal, ...(body !== undefined && { body }) });
    const text = await answer.text();
    if (answer.ok) return text;
    throw refusalIn(answer, text);
  };
  return {
    region,
    async json(service, operation, request) {
      const { target, version } = jsonServices[service];
      const headers = {
        'content-type': `application/x-amz-json-${version}`,
        'x-amz-target': `${target}.${operation}`,
      };
      return parsed(
        await send(service, { method: 'POST', path: '/', headers, body: JSON.stringify(request) }),
      );
    },
    form(action, parameters = {}) {
      const body = new URLSearchParams({ Action: action, Version: snsVersion, ...parameters }).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
      return send('sns', { method: 'POST', path: '/', headers, body });
    },
    async rest(service, method, path, body) {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const headers: Record<string, string> =
        text === undefined ? {} : { 'content-type': 'application/json' };
      return parsed(await send(service, { method, path, headers, body: text }));
    },
  };
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

function parsed(text: string): Document {
  return text === '' ? {} : JSON.parse(text);
}

/** The code is in a header, in a member, or in XML. */
function refusalIn({ status, headers }: Response, text: string): Refusal {
  const [, inXml] = /<Code>([^<]+)<\/Code>/.exec(text) ?? [];
  const [, inJson] = /"__type"\s*:\s*"(?:[^"]*#)?([^"]+)"/.exec(text) ?? [];
  const inHeader = headers.get('x-amzn-errortype')?.split(':')[0];
  const [, words] = /(?:<Message>|"[mM]essage"\s*:\s*")([^<"]+)/.exec(text) ?? [];
  const code = inHeader ?? inJson ?? inXml ?? String(status);
  return Object.assign(new Error(`${code}${words === undefined ? '' : `: ${words}`}`), { code });
}

/** Whether AWS refused with this code. */
export function isRefusal(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** A list among the members; empty where there is none. */
export function listIn(document: Document, name: string): readonly Document[] {
  const list = document[name];
  return Array.isArray(list) ? list : [];
}

export function partIn(document: Document, name: string): Document {
  return Object(document[name]);
}

/** More pages than this are more than any account of this product has. */
const maxPages = 50;

/** All pages of a list. `page` asks for one; the token is undefined for the first. */
export async function allPages<T>(
  page: (token: string | undefined) => Promise<{ readonly some: readonly T[]; readonly next: unknown }>,
): Promise<readonly T[]> {
  const all: T[] = [];
  let token: string | undefined;
  for (let pages = 0; pages < maxPages; pages++) {
    const { some, next } = await page(token);
    all.push(...some);
    if (typeof next !== 'string' || next === '') return all;
    token = next;
  }
  throw new Error(`there are more than ${maxPages} pages, and not all were read`);
}
