import { createHash } from 'node:crypto';
import { type AlarmIdentity, type AlarmWarning, identityOf, maxRawLength } from '../domain/alarm/alarm.ts';

/** The JSON object in a body. Undefined if the body is something else, or no JSON. */
export function objectIn(body: string): Record<string, unknown> | undefined {
  try {
    return asObject(JSON.parse(body.replace(byteOrderMark, '')));
  } catch {
    return undefined;
  }
}

/** Some senders begin a body with it. JSON does not allow it. */
const byteOrderMark = /^\uFEFF/;

/** The value, if it is an object with members. */
export function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** Cuts a body that is too large for the table. A warning then has its length and hash. */
export function cut(body: string): { readonly raw: string; readonly warnings: readonly AlarmWarning[] } {
  const bytes = Buffer.byteLength(body);
  if (bytes <= maxRawLength) return { raw: body, warnings: [] };
  const raw = wholeCharactersOf(Buffer.from(body).subarray(0, maxRawLength));
  const message = `the body has ${bytes} bytes, SHA-256 ${hashOf(body)}; the first ${maxRawLength} are stored`;
  return { raw, warnings: [{ place: 'body', message }] };
}

/** The text without a last character that was cut in half. */
function wholeCharactersOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: true });
}

/** Hexadecimal digits of a key: 128 bits, so that an execution's name stays below the 80 characters of Step Functions. */
const keyLength = 32;

/** The key that all events about one alarm share. The incident has it in the table. */
export function alarmKey(alarm: AlarmIdentity): string {
  return hashOf(identityOf(alarm)).slice(0, keyLength);
}

/** SHA-256 of a text, hexadecimal. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
