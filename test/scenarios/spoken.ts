import { spokenTexts } from '../../domain/messages/texts/texts.ts';
import type { PhoneCall } from '../../local/phones/calls.ts';

/** The keys that a call names: a responder's two, or the contact center's one. */
export function keysIn({ spoken }: PhoneCall): { readonly yes: string; readonly no: string } {
  const text = spoken[0] ?? '';
  for (const { answer, confirm } of Object.values(spokenTexts)) {
    const both = patternOf(answer).exec(text);
    if (both?.groups !== undefined) return { yes: '', no: '', ...both.groups };
    const one = patternOf(confirm).exec(text);
    if (one?.groups !== undefined) return { yes: '', no: '', ...one.groups };
  }
  throw new Error(`no keys in ${JSON.stringify(text)}`);
}

/** A key without a meaning in this call. */
export function wrongKeyIn(call: PhoneCall): string {
  const { yes, no } = keysIn(call);
  return ['1', '2', '3'].find((digit) => digit !== yes && digit !== no) ?? '';
}

function patternOf(words: string): RegExp {
  const escaped = words.replace(/[.?]/g, '\\$&');
  return new RegExp(escaped.replace(/\{(\w+)\}/g, (_whole, name: string) => `(?<${name}>\\d)`));
}
