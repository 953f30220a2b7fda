import { consentTexts, customerTexts, noticeTexts } from '../messages/texts/texts.ts';

/** Characters of a text of ours without what is filled in. A shorter one could be somebody's answer. */
const minOwn = 12;

const templates: readonly string[] = [noticeTexts, consentTexts, customerTexts].flatMap(stringsIn);

const patterns: readonly RegExp[] = templates
  .filter((template) => template.replace(/\{\w+\}/g, '').length >= minOwn)
  .map((template) => {
    const fixed = template.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${fixed.join('.{0,160}')}$`, 'iu');
  });

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Whether a text is one that we send: a machine, or a person who forwards it, has sent it back. */
export function isOurText(text: string): boolean {
  const line = text.replace(/\s+/g, ' ').trim();
  return patterns.some((pattern) => pattern.test(line));
}
