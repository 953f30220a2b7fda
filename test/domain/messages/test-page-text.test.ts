import { describe, expect, test } from '@jest/globals';
import { gsm7Length, onePart, toGsm7 } from '../../../domain/messages/gsm7.ts';
import {
  testAnswer,
  testCallText,
  testHeardText,
  testPageText,
} from '../../../domain/messages/test-page-text.ts';
import { languages } from '../../../domain/organization/formats.ts';

describe.each(languages)('a test page in %s', (language) => {
  test('is one SMS, says that it is a test through which region, and how to answer', () => {
    const text = testPageText('ap-northeast-1', '4711', language);

    expect(text).toMatch(/^TEST .*ap-northeast-1/);
    expect(text).toMatch(/: test 4711$/);
    expect(toGsm7(text)).toBe(text);
    expect(gsm7Length(text)).toBeLessThanOrEqual(onePart);
  });

  test('is a call that says that there is no incident, before and after the key', () => {
    const { spoken, notStored } = testCallText('eu-west-2', '5', language);

    expect(spoken).toMatch(/eu west 2.*5\.$/);
    expect(spoken).toMatch(/test/i);
    expect([notStored, testHeardText(language)].every((text) => text.length > 10)).toBe(true);
  });
});

describe('an answer to a test page', () => {
  test.each([
    ['test 4711', '4711', true],
    ['Test: 4711.', '4711', true],
    [' TEST 4711 ', '4711', true],
    ['4711', '4711', false],
    ['5', '5', false],
  ])('%s', (text, digits, hasWord) => {
    expect(testAnswer(text)).toEqual({ digits, hasWord });
  });

  test.each(['ja', 'test', 'A7K ja 30', 'test 4711 and more', '471'])('is not %s', (text) => {
    expect(testAnswer(text)).toBeUndefined();
  });
});
