import { replyCorpus } from '../domain/replies/corpus/all.ts';
import { customerReplies } from '../domain/replies/corpus/customers.ts';
import type { Dice } from './dice.ts';
import type { CustomerMove, MessageContent } from './night.ts';

/** What a person may mean by a message, as the reply corpus names it. */
export type Meaning =
  | 'yes'
  | 'no'
  | 'update'
  | 'done'
  | 'undo'
  | 'boss'
  | 'add'
  | 'serious'
  | 'notSerious'
  | 'assessment'
  | 'consent'
  | 'info'
  | 'who'
  | 'unclear';

/** The code in the rows of the corpus. */
const writtenCode = /\bA7K\b/gi;

/** Rows about other codes are left out: no incident of the night has them. */
const rows = Object.values(replyCorpus)
  .flat()
  .map(([text, means, missed]) => ({ text, means, isPlain: missed === undefined }))
  .filter(({ text, means }) => !/\b(B3MX?|K8S|2ND)\b/i.test(`${text} ${means}`))
  // Nobody sends an empty message.
  .filter(({ text }) => text !== '');

const byMeaning = new Map<string, (typeof rows)[number][]>();
for (const row of rows) {
  const meaning = meaningOf(row.means);
  byMeaning.set(meaning, [...(byMeaning.get(meaning) ?? []), row]);
}

/** The answers that people learn first, in each language. Most messages are like these. */
const plain: Readonly<Partial<Record<Meaning, readonly [string, ...string[]]>>> = {
  yes: ['ja', 'oui', 'yes', 'ok', 'JA', 'ja 30', 'oui 45 min', 'yes 20', 'ja, 1 uur'],
  no: ['nee', 'non', 'nein', 'no', 'ik kan niet'],
  done: ['klaar', 'opgelost', 'done', 'fixed', 'résolu', 'erledigt'],
};

/** The kind of a meaning as the corpus writes it. */
export function meaningOf(means: string): string {
  return /^\w+/.exec(means)?.[0] ?? '';
}

/** An SMS with a given meaning, with `{code}` where the incident's code stands. */
export function smsMessage(draw: Dice, meaning: Meaning): MessageContent {
  const learned = plain[meaning];
  if (learned !== undefined && draw.chance(0.6)) return withCode(draw, draw.oneOf(learned), meaning);
  const [first, ...others] = byMeaning.get(meaning) ?? [];
  if (first === undefined) throw new Error(`the corpus has nothing that means ${meaning}`);
  const { text, means, isPlain } = draw.oneOf([first, ...others]);
  return { kind: 'sms', text: text.replace(writtenCode, '{code}'), means, isPlain };
}

/** Most people name the incident that they mean; some name another one. */
function withCode(draw: Dice, text: string, means: string): MessageContent {
  const code = draw.weighted([
    [6, '{code} '],
    [3, ''],
    [1, '{other} '],
  ]);
  return { kind: 'sms', text: `${code}${text}`, means, isPlain: true };
}

/** What a customer contact writes about a request for consent. */
export function customerMove(draw: Dice): CustomerMove {
  if (draw.chance(0.3)) return { kind: 'nothing' };
  const [first, ...others] = customerReplies.filter(([text]) => text !== '');
  if (first === undefined) throw new Error('the corpus has no answers of customers');
  const [text, means] = draw.oneOf([first, ...others]);
  const digits = draw.chance(0.85) ? '{digits}' : '{wrong}';
  return {
    kind: 'writes',
    after: draw.weighted([
      [3, draw.between(5, 60)],
      [2, draw.between(60, 600)],
      [1, draw.between(600, 4500)],
    ]),
    text: text.replace(/5831|4711/g, digits),
    means,
  };
}
