import { hour, minute } from '../../../domain/time/instant.ts';
import { kindOfMessage } from '../notice-kinds.ts';
import { type HeardMessage, mayRepeat } from '../play.ts';
import type { Scene } from '../scene.ts';

/** What a number gets at most, said here once more: a rule does not ask the product what is right. */
const most = {
  unasked: { count: 3, withinMs: hour },
  customer: { count: 3, withinMs: 15 * minute },
} as const;

/** The answers to what was not understood: nobody asked for these texts. */
const questionsBack: readonly string[] = ['notUnderstood', 'notUnderstoodAbout'];

/** No number gets more texts than its budget: of those that nobody asked for, and of news for a customer. */
export function noFloods({ play }: Scene): readonly string[] {
  const { heard, night } = play;
  // A message that may not have left is sent again.
  if (mayRepeat(night) || night.troubles.some(({ kind }) => kind === 'table')) return [];
  const unasked = heard.filter(({ kind, text }) => kind === 'responder' && isQuestionBack(text));
  const news = heard.filter(({ kind, text }) => kind === 'customer' && isNews(text));
  return [...beyond(unasked, 'unasked'), ...beyond(news, 'customer'), ...repeated(unasked)];
}

export function isQuestionBack(text: string): boolean {
  const kind = kindOfMessage(text);
  return kind !== undefined && questionsBack.includes(kind);
}

/** News begins with a code and the company; a question for consent has a colon after the code. */
function isNews(text: string): boolean {
  return /^[2-9A-HJ-NP-Z]{3,4} /.test(text);
}

function beyond(messages: readonly HeardMessage[], kind: 'unasked' | 'customer'): readonly string[] {
  const { count, withinMs } = most[kind];
  return messages.flatMap(({ number, at }) => {
    const window = messages.filter((one) => one.number === number && one.at <= at && one.at > at - withinMs);
    return window.length > count ? [`${number} got ${window.length} texts (${kind}) in a window`] : [];
  });
}

function repeated(messages: readonly HeardMessage[]): readonly string[] {
  const { withinMs } = most.unasked;
  return messages.flatMap(({ number, text, at }) => {
    const same = messages.filter(
      (one) => one.number === number && one.text === text && one.at <= at && one.at > at - withinMs,
    );
    return same.length > 1 ? [`${number} was asked the same twice: "${text}"`] : [];
  });
}
