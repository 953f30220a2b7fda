import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { smsParts } from '../../../local/phones/sms-parts.ts';

const letters = fc.constantFrom('a', 'é', '@', ' ', '\n');
const ofTwoSeptets = fc.constantFrom('€', '[', '~');
const foreign = fc.constantFrom('ж', 'ê', '漢');
const pictures = fc.constantFrom('🔥', '🚨');

describe('the parts of an SMS', () => {
  test('never split a character of two septets or an emoji', () => {
    expect(smsParts(`${'a'.repeat(152)}€${'b'.repeat(152)}`)).toBe(3);
    expect(smsParts(`${'ж'.repeat(66)}🔥${'ж'.repeat(66)}`)).toBe(3);
  });

  test.each([
    ['the default alphabet', fc.oneof(letters, ofTwoSeptets)],
    ['other scripts', fc.oneof(letters, ofTwoSeptets, foreign)],
    ['other scripts and emoji', fc.oneof(letters, ofTwoSeptets, foreign, pictures)],
  ])('are as many as another company’s calculator counts, in %s', (_, unit) => {
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 700 }), (text) => {
        expect(smsParts(text)).toBe(new SegmentedMessage(text).segmentsCount);
      }),
    );
  });
});
