import type { Language } from '../organization/organization.ts';
import { spokenTexts, testTexts } from './texts/texts.ts';

/** A page that is about no incident, by SMS. The answer has its own word: "yes" would be about a real incident. */
export function testPageText(region: string, digits: string, language: Language): string {
  return filled(testTexts[language].sms, { region, digits });
}

/** What the test call says, and what it says when the key cannot be stored. */
export function testCallText(
  region: string,
  digits: string,
  language: Language,
): { readonly spoken: string; readonly notStored: string } {
  return {
    spoken: filled(testTexts[language].call, { region: region.replaceAll('-', ' '), digits }),
    notStored: spokenTexts[language].notStored,
  };
}

/** What the test call says after the right key. */
export function testHeardText(language: Language): string {
  return testTexts[language].heard;
}

/** An answer to a test page. */
export interface TestAnswer {
  readonly digits: string;
  /** It has the word of a test, so it is about nothing else, even when it comes late or twice. */
  readonly hasWord: boolean;
}

/** Reads an answer to a test: `test 4711`, `4711`, or a key. Undefined when it is something else. */
export function testAnswer(text: string): TestAnswer | undefined {
  const [, word, digits] = /^\s*(test\W{1,3})?(\d{4}|\d)\s*\.?\s*$/i.exec(text) ?? [];
  return digits === undefined ? undefined : { digits, hasWord: word !== undefined };
}

function filled(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
