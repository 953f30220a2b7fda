import { type HeardMessage, mayRepeat } from '../play.ts';
import type { Scene } from '../scene.ts';

/** No customer contact gets the same text twice about an incident. */
export function customersPhones({ play }: Scene): readonly string[] {
  if (mayRepeat(play.night)) return [];
  const seen = new Set<string>();
  return play.heard
    .filter(({ kind, code }) => kind === 'customer' && code !== undefined)
    .filter((message) => isSeen(seen, message))
    .map(({ number, text }) => `${number} of a customer gets the same text twice: "${text}"`);
}

function isSeen(seen: Set<string>, { number, text }: HeardMessage): boolean {
  const name = `${number} ${text}`;
  const isThere = seen.has(name);
  seen.add(name);
  return isThere;
}
