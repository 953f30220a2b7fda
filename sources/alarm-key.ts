import { createHash } from 'node:crypto';

/** Hexadecimal digits of a key: 128 bits, so that an execution's name stays below the 80 characters of Step Functions. */
const keyLength = 32;

/** The key that all events about one alarm share. The incident has it in the table. */
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
