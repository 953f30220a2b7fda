import { type CodeOfCustomer, type Notice, theSource } from '../incident/notice.ts';
import type { Language } from '../organization/organization.ts';
import { gsm7Length } from './gsm7.ts';
import { type Alphabet, inOnePart, minAboutUnits, type Written } from './one-part.ts';
import type { NoticeKey } from './texts/shape.ts';
import { taughtWords } from './texts/taught.ts';
import { noticeTexts } from './texts/texts.ts';
import { clockTime, dayAndTime } from './times.ts';

/** Septets of a person's name, so that two names cut into the longest text. */
const maxName = 20;

/** Septets of a code: twice the length of the longest code. */
const maxCode = 8;

/** The most incidents among which somebody is asked to choose. Nobody reads more at night. */
const maxIncidents = 4;

/** Septets of a customer's name in a list. */
const maxCustomer = 12;

/** The most codes that one text names. */
const maxCodes = 12;

/** The most people that one text names. */
const maxNames = 4;

/** The text of a notice: one part, the code first, in the reader's language and time zone. */
export function noticeText(notice: Notice, language: Language, timeZone: string): string {
  return inOnePart((alphabet) => written(notice, { language, timeZone }, alphabet));
}

type Cut = Alphabet['cut'];

interface Reader {
  readonly language: Language;
  readonly timeZone: string;
}

/** The values that stand at the end of a text and may be cut. */
const atTheEnd = { summary: '', words: '', action: '' };

function written(notice: Notice, { language, timeZone }: Reader, alphabet: Alphabet): Written {
  const { onePart, length, cut } = alphabet;
  const words = noticeTexts[language][wordsFor(notice)];
  const values: Readonly<Record<string, string>> = {
    ...valuesOf(notice, timeZone, cut),
    ...listsOf(notice, language, cut),
    ...(notice.kind === 'shiftBegins'
      ? { until: dayAndTime(notice.until, notice.from, timeZone, language) }
      : {}),
  };
  const whole = filled(words, values);
  const link = notice.kind === 'info' ? shortLink(notice.link, alphabet) : '';
  const room = onePart - link.length;
  const text = cut(whole, room);
  const hasRoom = length(cut(filled(words, { ...values, ...atTheEnd }), onePart)) + minAboutUnits <= room;
  return { text: `${text}${link}`, isClear: hasRoom || text === cut(whole, Number.POSITIVE_INFINITY) };
}

function filled(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The part of an SMS that an address may fill: there must be room for what is wrong. A longer one stands on the screens. */
const maxLinkShare = 0.56;

/** An address that fits, with a space before it. An address that was cut, or spelled in another way, opens nothing. */
function shortLink(link: string | undefined, { onePart }: Alphabet): string {
  const max = Math.round(onePart * maxLinkShare);
  return link !== undefined && gsm7Length(link) === link.length && link.length <= max ? ` ${link}` : '';
}

function wordsFor(notice: Notice): NoticeKey {
  switch (notice.kind) {
    case 'over':
      return notice.by === undefined || notice.by === theSource ? 'over' : 'overBy';
    case 'mayMean':
      return `mayMean ${notice.word}`;
    case 'reopened':
      return notice.until === undefined ? 'reopened' : 'reopenedYours';
    case 'undone':
    case 'endUndone':
      return wordsForUndone(notice);
    case 'alreadyOver':
      return wordsForOver(notice);
    case 'notUnderstood':
      return notice.code === undefined ? 'notUnderstood' : 'notUnderstoodAbout';
    default:
      return notice.kind;
  }
}

function wordsForUndone({ kind, by, until }: Extract<Notice, { kind: 'undone' | 'endUndone' }>): NoticeKey {
  if (until === undefined) return kind;
  return by === undefined ? `${kind}Yours` : `${kind}By`;
}

function wordsForOver({ at, canUndo }: Extract<Notice, { kind: 'alreadyOver' }>): NoticeKey {
  if (at === undefined) return 'alreadyOver';
  return canUndo === true ? 'alreadyOverUndo' : 'alreadyOverLate';
}

/** The values of `{code}`, `{by}` and the other placeholders. */
function valuesOf(notice: Notice, timeZone: string, cut: Cut): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  if ('code' in notice && notice.code !== undefined) values['code'] = cut(notice.code, maxCode);
  if ('by' in notice && notice.by !== undefined) values['by'] = cut(notice.by, maxName);
  if ('digits' in notice) values['digits'] = notice.digits;
  if ('words' in notice) values['words'] = notice.words;
  if ('refusedBy' in notice) values['refusedBy'] = cut(notice.refusedBy, maxName);
  if ('whom' in notice) values['whom'] = cut(notice.whom, maxName);
  if ('action' in notice) values['action'] = notice.action.replace(/[.\s]+$/, '');
  if ('customer' in notice) values['customer'] = cut(notice.customer ?? '', maxName);
  if ('until' in notice && notice.until !== undefined) values['until'] = clockTime(notice.until, timeZone);
  if ('at' in notice && notice.at !== undefined) values['at'] = clockTime(notice.at, timeZone);
  if ('summary' in notice) values['summary'] = notice.summary;
  if (notice.kind === 'info') {
    values['service'] = cut(notice.service, maxName);
  }
  return values;
}

/** The values that are lists. What does not cut is counted. */
function listsOf(notice: Notice, language: Language, cut: Cut): Readonly<Record<string, string>> {
  if ('incidents' in notice) {
    const [first] = notice.incidents;
    return {
      incidents: listOf(
        notice.incidents.map((one) => nameOf(one, cut)),
        maxIncidents,
      ),
      first: cut(first?.code ?? '', maxCode),
      word: 'word' in notice ? taughtWords[language][notice.word] : '',
    };
  }
  if ('codes' in notice) {
    return {
      codes: listOf(
        notice.codes.map((code) => cut(code, maxCode)),
        maxCodes,
      ),
    };
  }
  if ('names' in notice) {
    return {
      names: listOf(
        notice.names.map((name) => cut(name, maxName)),
        maxNames,
      ),
    };
  }
  if (notice.kind !== 'numbers') return {};
  return {
    people: listOf(
      notice.people.map(({ name, number }) => `${cut(name, maxName)} ${number}`),
      3,
    ),
  };
}

/** An incident in a list: its code and its customer. */
function nameOf({ code, customer }: CodeOfCustomer, cut: Cut): string {
  return [cut(code, maxCode), cut(customer ?? '', maxCustomer)].filter((part) => part !== '').join(' ');
}

function listOf(all: readonly string[], count: number): string {
  const left = all.length - count;
  return [...all.slice(0, count), ...(left > 0 ? [`+${left}`] : [])].join(', ');
}
