import { describe, expect, test } from '@jest/globals';
import * as de from '../../../domain/messages/texts/de.ts';
import * as fr from '../../../domain/messages/texts/fr.ts';
import * as nl from '../../../domain/messages/texts/nl.ts';
import { german } from '../../../lambda/screens/words/de.ts';
import { french } from '../../../lambda/screens/words/fr.ts';
import { dutch } from '../../../lambda/screens/words/nl.ts';

/** All texts of a language, whatever they are for. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Object.values(value as Readonly<Record<string, unknown>>).flatMap(textsIn);
}

describe('people are addressed', () => {
  test.each([
    ['as je in Dutch, never as u', { ...nl, dutch }, /(?<!\p{L})(u|uw|uzelf)(?!\p{L})/iu],
    ['as vous in French, never as tu', { ...fr, french }, /(?<!\p{L})(tu|te|toi|ton|ta|tes)(?!\p{L})/iu],
    ['as Sie in German, never as du', { ...de, german }, /(?<!\p{L})(du|dir|dich|dein\p{L}*)(?!\p{L})/iu],
  ])('%s', (_, texts, other) => {
    expect(textsIn(texts).length).toBeGreaterThan(80);
    expect(textsIn(texts).filter((text) => other.test(text))).toEqual([]);
  });
});
