import type { Language } from '../organization/organization.ts';
import { fitGsm7, gsm7Length, onePart } from './gsm7.ts';
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

/** The question to a customer contact: one GSM-7 part. The action is cut to fit, and how to answer is never cut. */
export function consentText({ code, digits, action, by, refusedBefore, language }: ConsentQuestion): string {
  const { asks, answer, refusedBefore: before } = consentTexts[language];
  const start = asks.replace('{code}', fitGsm7(code, 8)).replace('{by}', fitGsm7(by, maxName));
  const refused =
    refusedBefore === undefined ? '' : ` ${before.replace('{by}', fitGsm7(refusedBefore, maxName))}`;
  const end = `${refused}. ${answer.replaceAll('{digits}', digits)}`;
  const room = onePart - gsm7Length(`${start} ${end}`);
  return fitGsm7(`${start} ${fitGsm7(action, room)}${end}`, onePart);
}

/** The SMS that a customer contact gets after an answer. `number`: where the contact center can be called. */
export function consentReceipt(kind: ConsentReceipt, language: Language, number: string): string {
  return consentTexts[language].receipts[kind].replace('{number}', number);
}
