import type { Answer } from './answer.ts';
import type { CallDigits } from './spoken-text.ts';

/** What a pressed key means. */
export type PressedKey =
  | { readonly kind: 'answer'; readonly answer: Extract<Answer['kind'], 'yes' | 'no'> }
  /** The contact center has heard of it. */
  | { readonly kind: 'confirmation' }
  | { readonly kind: 'wrong digit' };

/** Reads a key of a call: yes and no are a responder's; the contact center has the first of the two keys alone. */
export function readKey(pressed: string, { yes, no }: CallDigits, isResponder: boolean): PressedKey {
  if (pressed === yes) return isResponder ? { kind: 'answer', answer: 'yes' } : { kind: 'confirmation' };
  if (pressed === no && isResponder) return { kind: 'answer', answer: 'no' };
  return { kind: 'wrong digit' };
}
