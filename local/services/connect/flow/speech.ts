import type { FlowContact } from './action-kind.ts';
import { type FlowParameters, textParameter } from './flow.ts';
import { isReference, resolveReferences } from './references.ts';

/** A flow speaks plain or marked-up text. Recordings are not known here. */
export const speechParameters = ['Text', 'SSML'];

/**
 * The limits of one prompt: as it is heard, and as it is written. Source: Amazon Polly, limits of SynthesizeSpeech.
 */
const mostCharacters = { heard: 3000, written: 6000 };

export function problemsOfSpeech(
  parameters: FlowParameters,
  { isNeeded }: { isNeeded: boolean },
): readonly string[] {
  const given = speechParameters.filter((name) => name in parameters);
  if (given.length > 1) return ['Text and SSML exclude each other'];
  if (given.length === 0) return isNeeded ? ['Text or SSML is missing'] : [];
  const text = textParameter(parameters, given[0] ?? '') ?? '';
  if (text === '') return [`${given[0]} is empty`];
  return given[0] === 'SSML' && !isReference(text) && !isSsml(text) ? ['SSML must stand in <speak>'] : [];
}

/** Speaks the text of the action and returns the words. Undefined when nothing can be spoken. */
export function speak(parameters: FlowParameters, contact: FlowContact): string | undefined {
  const plain = textParameter(parameters, 'Text');
  const text = resolveReferences(plain ?? textParameter(parameters, 'SSML') ?? '', contact.values());
  const words = plain === undefined ? heard(text) : text.trim();
  const isSpeech = plain !== undefined || isSsml(text);
  const isTooLong = words.length > mostCharacters.heard || text.length > mostCharacters.written;
  if (!isSpeech || words === '' || isTooLong) {
    contact.tell(`cannot speak ${JSON.stringify(text)}`);
    return undefined;
  }
  contact.say(words);
  return words;
}

/** The usual speed of a voice. */
const charactersPerSecond = 15;

/** How long the words take to say. */
export function speakingMs(words: string): number {
  return Math.ceil(words.length / charactersPerSecond) * 1000;
}

function isSsml(text: string): boolean {
  return /^\s*<speak[\s>].*<\/speak>\s*$/s.test(text);
}

/** What a listener hears of marked-up text. */
function heard(ssml: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return ssml
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(lt|gt|amp|quot|apos);/g, (_all, name: string) => entities[name] ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
