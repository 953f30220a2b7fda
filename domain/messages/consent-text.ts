import type { Language } from '../organization/organization.ts';
import { type Alphabet, inOnePart, type Written } from './one-part.ts';
import type { ConsentReceipt } from './texts/shape.ts';
import { consentTexts } from './texts/texts.ts';

/** What a customer contact is asked. */
export interface ConsentQuestion {
  /** The incident's code. */
  readonly code: string;
  /** The four digits of the request. */
  readonly digits: string;
  readonly action: string;
  /** The engineer's name. */
  readonly by: string;
  /** The contact who refused the same action before. */
  readonly refusedBefore?: string | undefined;
  readonly language: Language;
}

/** Septets of the engineer's name. */
const maxName = 20;

/** The question to a customer contact: one part. The action is cut to fit, and how to answer is never cut. */
export function consentText(question: ConsentQuestion): string {
  return inOnePart((alphabet) => written(question, alphabet));
}

function written(
  { code, digits, action, by, refusedBefore, language }: ConsentQuestion,
  { onePart, length, cut }: Alphabet,
): Written {
  const { asks, answer, refusedBefore: before } = consentTexts[language];
  const start = asks.replace('{code}', cut(code, 8)).replace('{by}', cut(by, maxName));
  const refused =
    refusedBefore === undefined ? '' : ` ${before.replace('{by}', cut(refusedBefore, maxName))}`;
  const end = `${refused}. ${answer.replaceAll('{digits}', digits)}`;
  const room = onePart - length(`${start} ${end}`);
  const whole = `${start} ${cut(action, Number.POSITIVE_INFINITY)}${end}`;
  const text = cut(`${start} ${cut(action, Math.max(0, room))}${end}`, onePart);
  // A customer who agrees must have read all of what they agree to.
  return { text, isClear: text === whole };
}

/** The SMS that a customer contact gets after an answer. `number`: where the contact center can be called. */
export function consentReceipt(kind: ConsentReceipt, language: Language, number: string): string {
  return consentTexts[language].receipts[kind].replace('{number}', number);
}
