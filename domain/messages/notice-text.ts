import { type Notice, theSource } from '../incident/notice.ts';
import type { Language } from '../organization/organization.ts';
import { fitGsm7, onePart } from './gsm7.ts';
import type { NoticeKey } from './texts/shape.ts';
import { noticeTexts } from './texts/texts.ts';
import { clockTime } from './times.ts';

/** Septets of a person's name, so that two names fit into the longest text. */
const maxName = 20;

/** Septets of a code: twice the length of the longest code. */
const maxCode = 8;

/** The most codes among which somebody is asked to choose. Nobody reads more at night. */
const maxCodes = 6;

/** The most people that one text names. */
const maxNames = 4;

/** The text of a notice: one GSM-7 part, the code first, in the reader's language and time zone. */
export function noticeText(notice: Notice, language: Language, timeZone: string): string {
  const words = noticeTexts[language][wordsFor(notice)];
  const values = valuesOf(notice, timeZone);
  const text = words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return fitGsm7(text, onePart);
}

function wordsFor(notice: Notice): NoticeKey {
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

/** The values of `{code}`, `{by}` and the other placeholders. */
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
  if ('summary' in notice) values['summary'] = notice.summary;
  if (notice.kind === 'info') values['service'] = fitGsm7(notice.service, maxName);
  if (notice.kind === 'whoIsAsked') {
    const names = notice.names.slice(0, maxNames).map((name) => fitGsm7(name, maxName));
    values['names'] = names.length === 0 ? '-' : names.join(', ');
  }
  return values;
}
