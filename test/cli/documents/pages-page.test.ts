import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { noticeExamples } from '../../../cli/documents/pages-examples.ts';
import { pagesPage, pagesPageFile } from '../../../cli/documents/pages-page.ts';
import { noticeText } from '../../../domain/messages/notice-text.ts';

describe('the page on what people read and hear', () => {
  test('docs/pages.md says what the product says: `npx tsx cli/documents/pages-page.ts` writes it', () => {
    expect(readFileSync(pagesPageFile, 'utf8')).toBe(pagesPage());
  });

  test('shows each notice once, and no two alike', () => {
    const texts = Object.values(noticeExamples).map(({ notice }) => noticeText(notice, 'en', 'UTC'));

    expect(new Set(texts).size).toBe(texts.length);
  });
});
