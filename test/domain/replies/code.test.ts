import { describe, expect, test } from '@jest/globals';
import { blockCount, blockOf, codeAlphabet, codesOfBlock, isCode } from '../../../domain/replies/code.ts';
import { parseReply } from '../../../domain/replies/parse.ts';
import { optOutWords, replyWords } from '../../../domain/replies/words/words.ts';

const blocks = (length: 3 | 4) =>
  Array.from({ length: blockCount(length) }, (_, i) => `${length}-${String(i).padStart(4, '0')}`);

/** All blocks of three, and one in 37 of four. */
const someBlocks = [...blocks(3), ...blocks(4).filter((_, i) => i % 37 === 0)];

const everyCodeOfThree = [...codeAlphabet].flatMap((a) =>
  [...codeAlphabet].flatMap((b) => [...codeAlphabet].map((c) => a + b + c)),
);

describe('a code', () => {
  test('has 32 characters that nobody confuses', () => {
    expect(new Set(codeAlphabet).size).toBe(32);
    expect(codeAlphabet).not.toMatch(/[01OI]/);
  });

  test.each(['A7K', 'S4K', '2B3', 'B3MX', '9XYZ'])('can be %s', (text) => {
    expect(isCode(text)).toBe(true);
  });

  test.each([
    ['of two or five characters', 'A7'],
    ['of two or five characters', 'A7K2B'],
    ['with a character that looks like another', 'A0K'],
    ['with a character that looks like another', 'A7I'],
    ['of letters alone, which would read as a word', 'YES'],
    ['of letters alone, which would read as a word', 'END'],
    ['of digits alone, which would read as minutes', '234'],
    ['that reads as a time', '32M'],
    ['that reads as a time', '2HR'],
    ['that reads as a time', '45MN'],
    ['that reads as a time', '3H45'],
    ['in small letters', 'a7k'],
  ])('is never one %s: %s', (_why, text) => {
    expect(isCode(text)).toBe(false);
  });

  test('is never a word of a reply, nor one that ends a service', () => {
    const words = [...Object.values(replyWords).flat(), ...optOutWords].flatMap((line) =>
      line.split(/[ ,]+/),
    );

    expect(words.filter((word) => isCode(word.toUpperCase()))).toEqual([]);
  });
});

describe('the blocks of codes', () => {
  test('are 2304 of three characters and 89088 of four', () => {
    expect([blockCount(3), blockCount(4)]).toEqual([2304, 89088]);
  });

  test('hold every code of three characters exactly once', () => {
    const codes = blocks(3).flatMap(codesOfBlock);

    expect(codes.toSorted()).toEqual(everyCodeOfThree.filter(isCode).toSorted());
  });

  test('hold at most 8 codes each, and at least 5', () => {
    const sizes = someBlocks.map((block) => codesOfBlock(block).length);

    expect([Math.min(...sizes) >= 5, Math.max(...sizes)]).toEqual([true, 8]);
  });

  test('are found by each of their codes', () => {
    const lost = someBlocks.filter((block) => codesOfBlock(block).some((code) => blockOf(code) !== block));

    expect(lost).toEqual([]);
  });

  test('never hold two codes with the same character in the same place', () => {
    const alike = someBlocks.filter((block) => {
      const codes = codesOfBlock(block);
      return [0, 1, 2].some((place) => new Set(codes.map((code) => code[place])).size < codes.length);
    });

    expect(alike).toEqual([]);
  });

  test('hold only codes that an answer can name', () => {
    const unread = someBlocks
      .filter((_, i) => i % 10 === 0)
      .flatMap(codesOfBlock)
      .filter((code) => parseReply(`ja ${code}`).code !== code);

    expect(unread).toEqual([]);
  });

  test('do not exist past the last block, and a name of another form is refused', () => {
    expect(codesOfBlock('3-2304')).toEqual([]);
    expect(() => codesOfBlock('5-0000')).toThrow('a block of codes is named like 3-0042, not 5-0000');
    expect(() => blockOf('YES')).toThrow('YES is not a code');
  });
});
