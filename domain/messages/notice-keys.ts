import type { Notice } from '../incident/notice.ts';

/** Which text of `notice-words.ts` tells the notice. */
export type NoticeWords = Notice['kind'] | 'declinedNext' | 'overBy' | 'notUnderstoodAbout';

/** A text for each notice. */
export type NoticeTexts = Readonly<Record<NoticeWords, string>>;
