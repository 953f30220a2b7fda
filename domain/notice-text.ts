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
  | { readonly kind: 'nothingOpen' };

/** As `by` of an `over`: not a person but the alarm's source says so. */
export const theSource = 'source';

/** Septets of a person's name: two of them fit beside the longest text. */
const maxName = 20;

/** Septets of a code: twice the longest one there is. */
const maxCode = 8;

/** Codes among which somebody is asked to choose: more are not read at night. */
const maxCodes = 6;

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
  if ('until' in notice) values['until'] = clockTime(notice.until, timeZone);
  if ('at' in notice) values['at'] = clockTime(notice.at, timeZone);
  if (notice.kind === 'which') {
    const codes = notice.codes.slice(0, maxCodes).map((code) => fitGsm7(code, maxCode));
    values['codes'] = codes.join(', ');
    values['first'] = codes[0] ?? '';
  }
  return values;
}
