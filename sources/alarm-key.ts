import { createHash } from 'node:crypto';

/** Hexadecimal digits of a key: 128 bits, so that execution names stay below Step Functions' 80 characters. */
const keyLength = 32;

/** The key of all events about one alarm: where its incident stands in the table. */
export function alarmKey({
  source,
  dedupKey,
}: {
  readonly source: string;
  readonly dedupKey: string;
}): string {
  return hashOf(JSON.stringify([source, dedupKey])).slice(0, keyLength);
}

/** SHA-256 of a text, hexadecimal. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
