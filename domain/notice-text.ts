import { clockTime } from './clock-time.ts';
import { fitGsm7, onePart } from './gsm7.ts';
import type { Instant } from './instant.ts';
import { noticeWords } from './notice-words.ts';
import type { Language } from './organization.ts';

/** Something that a person is told by SMS besides a page. People in it are named as the reader should read them. */
export type Notice =
  /** To the one who took it. */
  | { readonly kind: 'taken'; readonly code: string; readonly until: Instant }
  /** To the one who took it from another. */
  | { readonly kind: 'takenInstead'; readonly code: string; readonly until: Instant; readonly by: string }
  /** To the others who were paged for it. */
  | { readonly kind: 'takenByOther'; readonly code: string; readonly by: string; readonly until: Instant }
  /** To the one who said no; `next` is asked next, where that is known. */
  | { readonly kind: 'declined'; readonly code: string; readonly next?: string | undefined }
  /** To everybody who was paged for it: it is resolved, by a person, or by its source. */
  | { readonly kind: 'over'; readonly code: string; readonly by?: string | undefined }
  /** To the one whose yes or no was taken back. */
  | { readonly kind: 'undone'; readonly code: string }
  | { readonly kind: 'nothingToUndo'; readonly code: string }
  /** To those who heard that it was over. */
  | { readonly kind: 'reopened'; readonly code: string; readonly at: Instant }
  /** To the one who had it: the time has run out. */
  | { readonly kind: 'ackExpired'; readonly code: string }
  /** Asked back: an answer without a code may be about any of these. */
  | { readonly kind: 'which'; readonly codes: readonly string[] }
  | { readonly kind: 'notUnderstood'; readonly code?: string | undefined }
  | { readonly kind: 'unknownCode'; readonly code: string }
  | { readonly kind: 'alreadyOver'; readonly code: string }
  /** An answer came, and nothing that this phone was paged for is open. */
  | { readonly kind: 'nothingOpen' }
  /** To the one who said yes beside `by`, who has it. */
  | { readonly kind: 'joined'; readonly code: string; readonly by: string }
  /** To the one who has it: `by` works on it as well. */
  | { readonly kind: 'joinedBy'; readonly code: string; readonly by: string }
  /** To the one who has it: how long it takes is noted, and it is his or hers until then. */
  | { readonly kind: 'updated'; readonly code: string; readonly until: Instant }
  /** To one who works beside `by`, who has it: how long it takes is noted. */
  | { readonly kind: 'updatedBeside'; readonly code: string; readonly until: Instant; readonly by: string }
  /** To the one who had it: the contact center has not found him or her on it, and others are asked. */
  | { readonly kind: 'notOnIt'; readonly code: string }
  /** To the one who wanted somebody beside him or her, or management: `whom` is asked now. */
  | { readonly kind: 'asked'; readonly code: string; readonly whom: string }
  | { readonly kind: 'managementAsked'; readonly code: string }
  /** To the one who wanted a colleague: `by` cannot. */
  | { readonly kind: 'colleagueCannot'; readonly code: string; readonly by: string }
  /** To the one whose word made it serious, or ended that. */
  | { readonly kind: 'serious' | 'notSerious'; readonly code: string }
  /** To the manager who is on a serious incident: what have you and the customer decided? */
  | { readonly kind: 'assess'; readonly code: string }
  | { readonly kind: 'assessed'; readonly code: string }
  /** To the one who asks for consent: the customer is asked. */
  | { readonly kind: 'consentAsked'; readonly code: string }
  /** To the one who asked for consent: what became of it, and who says so. */
  | {
      readonly kind: 'consentGranted' | 'consentRefused';
      readonly code: string;
      readonly by: string;
      readonly action: string;
    }
  | { readonly kind: 'consentExpired'; readonly code: string; readonly action: string }
  /** To management: a customer has not been told in time. */
  | { readonly kind: 'promiseBroken'; readonly code: string; readonly customer: string }
  /** Asked for: what it is about. */
  | {
      readonly kind: 'info';
      readonly code: string;
      readonly customer?: string | undefined;
      readonly summary: string;
      readonly service: string;
      readonly at: Instant;
    }
  /** Asked for: who has it, or who is asked. */
  | { readonly kind: 'whoHasIt'; readonly code: string; readonly by: string; readonly until: Instant }
  | { readonly kind: 'whoIsAsked'; readonly code: string; readonly names: readonly string[] };

/** As `by` of an `over`: not a person but the alarm's source says so. */
export const theSource = 'source';

/** Septets of a person's name: two of them fit beside the longest text. */
const maxName = 20;

/** Septets of a code: twice the longest one there is. */
const maxCode = 8;

/** Codes among which somebody is asked to choose: more are not read at night. */
const maxCodes = 6;

/** People who are named at most in one text. */
const maxNames = 4;

/** The text of a notice: one GSM-7 part, its code first, in the reader's language and time. */
export function noticeText(notice: Notice, language: Language, timeZone: string): string {
  const words = noticeWords[language][wordsFor(notice)];
  const values = valuesOf(notice, timeZone);
  const text = words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return fitGsm7(text, onePart);
}

/** Which text of `notice-words.ts` tells the notice. */
export type NoticeWords = Notice['kind'] | 'declinedNext' | 'overBy' | 'notUnderstoodAbout';

function wordsFor(notice: Notice): NoticeWords {
  switch (notice.kind) {
    case 'declined':
      return notice.next === undefined ? 'declined' : 'declinedNext';
    case 'over':
      return notice.by === undefined || notice.by === theSource ? 'over' : 'overBy';
    case 'notUnderstood':
      return notice.code === undefined ? 'notUnderstood' : 'notUnderstoodAbout';
    default:
      return notice.kind;
  }
}

/** What stands for `{code}`, `{by}` and the like. */
function valuesOf(notice: Notice, timeZone: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  if ('code' in notice && notice.code !== undefined) values['code'] = fitGsm7(notice.code, maxCode);
  if ('by' in notice && notice.by !== undefined) values['by'] = fitGsm7(notice.by, maxName);
  if ('next' in notice && notice.next !== undefined) values['next'] = fitGsm7(notice.next, maxName);
  if ('whom' in notice) values['whom'] = fitGsm7(notice.whom, maxName);
  if ('action' in notice) values['action'] = notice.action.replace(/[.\s]+$/, '');
  if ('customer' in notice) values['customer'] = fitGsm7(notice.customer ?? '', maxName);
  if ('until' in notice) values['until'] = clockTime(notice.until, timeZone);
  if ('at' in notice) values['at'] = clockTime(notice.at, timeZone);
  if (notice.kind === 'which') {
    const codes = notice.codes.slice(0, maxCodes).map((code) => fitGsm7(code, maxCode));
    values['codes'] = codes.join(', ');
    values['first'] = codes[0] ?? '';
  }
  if (notice.kind === 'info') {
    values['service'] = fitGsm7(notice.service, maxName);
    values['summary'] = notice.summary;
  }
  if (notice.kind === 'whoIsAsked') {
    const names = notice.names.slice(0, maxNames).map((name) => fitGsm7(name, maxName));
    values['names'] = names.length === 0 ? '-' : names.join(', ');
  }
  return values;
}
