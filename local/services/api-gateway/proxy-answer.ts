import type { AwsAnswer } from '../../kernel/service.ts';
import { isRecord, type JsonRecord } from '../../template/json.ts';

/** What became of reading a function's answer. */
export type ProxyAnswer =
  | { readonly kind: 'answer'; readonly answer: AwsAnswer }
  | { readonly kind: 'malformed'; readonly reason: string };

const known = ['body', 'headers', 'isBase64Encoded', 'multiValueHeaders', 'statusCode'];

/** Reads what a function behind a proxy integration returned, as strictly as the gateway does. */
export function proxyAnswer(payload: unknown): ProxyAnswer {
  if (!isRecord(payload)) return malformed('it is not an object');
  const unknown = Object.keys(payload).filter((name) => !known.includes(name));
  if (unknown.length > 0) return malformed(`it has other members: ${unknown.join(', ')}`);
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = payload;

  const status = Number(statusCode);
  if (statusCode === undefined || !Number.isInteger(status) || status < 100 || status > 599) {
    return malformed(`the statusCode is no HTTP status: ${statusCode}`);
  }
  if (body !== undefined && body !== null && typeof body !== 'string')
    return malformed('the body is not a text');
  if (isBase64Encoded === true)
    return malformed('the body is binary, and the API declares no binary media types');
  const answered = readHeaders(headers ?? {}, multiValueHeaders ?? {});
  if (answered === undefined) return malformed('the headers are not an object of texts');
  return {
    kind: 'answer',
    answer: { status, headers: { 'content-type': 'application/json', ...answered }, body: body ?? '' },
  };
}

function readHeaders(headers: unknown, multiValueHeaders: unknown): Record<string, string> | undefined {
  if (!isRecord(headers) || !isRecord(multiValueHeaders)) return undefined;
  const many = Object.entries(multiValueHeaders).map(([name, values]) => [
    name,
    Array.isArray(values) ? values.join(', ') : undefined,
  ]);
  const all: JsonRecord = { ...headers, ...Object.fromEntries(many) };
  if (!Object.values(all).every((value) => ['string', 'number', 'boolean'].includes(typeof value)))
    return undefined;
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function malformed(reason: string): ProxyAnswer {
  return { kind: 'malformed', reason };
}
