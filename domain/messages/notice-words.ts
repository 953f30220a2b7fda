import type { Language } from '../organization/organization.ts';
import type { NoticeTexts } from './notice-keys.ts';
import { de } from './notice-words-de.ts';
import { en } from './notice-words-en.ts';
import { fr } from './notice-words-fr.ts';
import { nl } from './notice-words-nl.ts';

/** What notices say, by language. In braces, what is filled in. No carrier's opt-out word is among them: a test looks. */
export const noticeWords: Readonly<Record<Language, NoticeTexts>> = { nl, fr, de, en };
