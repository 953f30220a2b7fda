import type { NoticeKey } from '../../domain/messages/texts/shape.ts';
import { howToAnswerPattern, noticeTexts } from '../../domain/messages/texts/texts.ts';

const patterns = Object.values(noticeTexts).flatMap((texts) =>
  Object.entries(texts).map(([kind, words]) => ({ kind: kind as NoticeKey, pattern: patternOf(words) })),
);

const endsAsPage = new RegExp(`\\. ${howToAnswerPattern.source}$`, 'iu');

/** Whether a message to a responder is a page, or which notice it is. Undefined for any other text. */
export function kindOfMessage(text: string): 'page' | NoticeKey | undefined {
  if (endsAsPage.test(text)) return 'page';
  return patterns.find(({ pattern }) => pattern.test(text))?.kind;
}

/** The code with which each message of the product begins. */
export function codeIn(text: string): string | undefined {
  return /^(?=\S*\d)[2-9A-HJ-NP-Z]{3,4}\b/.exec(text)?.[0];
}

function patternOf(words: string): RegExp {
  const escaped = words.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\{\w+\}/g, '.*?')}$`, 's');
}
