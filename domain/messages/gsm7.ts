/** Septets in one part of an SMS. A longer text travels in several parts, and not all of them may arrive. */
export const onePart = 160;

/**
 * Characters of one septet, without line feed, carriage return and escape: no text of ours contains one.
 * Source: 3GPP TS 23.038, section 6.2.1.
 */
const basic = new Set(
  `@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà`,
);

/** Characters of two septets: an escape precedes them. Source: 3GPP TS 23.038, section 6.2.1.1. */
const extension = new Set('^{}\\[~]|€');

/** The part of the room that must be filled. A word is cut if leaving it out would leave more room empty. */
const minFilled = 0.6;

/** The septets of a text. Infinite when a character cannot be sent in GSM-7, so that such a text never fits. */
export function gsm7Length(text: string): number {
  let septets = 0;
  for (const character of text) septets += septetsOf(character);
  return septets;
}

/**
 * The text in GSM-7, so that one part of an SMS holds 160 characters. One other character would leave room for only 70.
 *
 * Accents that cannot be sent are dropped. Words of other letters become three dots: see `inOnePart`. Pictures and control
 * characters become a space, and white space becomes single spaces. Never throws, and a second pass changes nothing.
 */
export function toGsm7(text: string): string {
  return spelling(text)
    .replace(/\uFFFD+(?:\s+\uFFFD+)*/g, '...')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Whether a text has letters that GSM-7 cannot write in any spelling, such as those of Greek, Arabic or Japanese. */
export function hasOtherLetters(text: string): boolean {
  return spelling(text).includes('\uFFFD');
}

/** The text in GSM-7, cut to a number of septets: after a whole word if one ends close enough. */
export function fitGsm7(text: string, septets: number): string {
  return cutTo(toGsm7(text), septets, septetsOf);
}

/** A text cut to a number of units: after a whole word if one ends close enough. `unitsOf`: those of one character. */
export function cutTo(text: string, units: number, unitsOf: (character: string) => number): string {
  const start = maxStart(text, units, unitsOf);
  if (start === text) return text;
  const isWholeWord = text.charAt(start.length) === ' ';
  const lastSpace = start.lastIndexOf(' ');
  const cut = !isWholeWord && lastSpace >= start.length * minFilled ? start.slice(0, lastSpace) : start;
  return cut.trimEnd();
}

function spelling(text: string): string {
  return Array.from(text.normalize('NFC'), spelled).join('');
}

function septetsOf(character: string): number {
  if (basic.has(character)) return 1;
  return extension.has(character) ? 2 : Number.POSITIVE_INFINITY;
}

/** The GSM-7 spelling of a character. U+FFFD stands for a letter that has none. */
function spelled(character: string): string {
  if (septetsOf(character) < 3) return character;
  if (/\s/u.test(character)) return ' ';
  const spelling = gsm7Spellings.get(character);
  if (spelling !== undefined) return spelling;
  if (/[\p{M}\p{Cf}]/u.test(character)) return '';

  const parts = character.normalize('NFKD');
  if (parts !== character) return Array.from(parts, spelled).join('');
  return /[\p{L}\p{N}]/u.test(character) ? '\uFFFD' : ' ';
}

function maxStart(text: string, units: number, unitsOf: (character: string) => number): string {
  let taken = 0;
  let start = '';
  for (const character of text) {
    taken += unitsOf(character);
    if (taken > units) break;
    start += character;
  }
  return start;
}

/** Spellings of characters that GSM-7 lacks and that cannot be separated into a letter and its accents. */
export const gsm7Spellings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '‘': "'",
    '’': "'",
    '‚': "'",
    '‛': "'",
    '‹': "'",
    '›': "'",
    '`': "'",
    '´': "'",
    '′': "'",
    '“': '"',
    '”': '"',
    '„': '"',
    '‟': '"',
    '«': '"',
    '»': '"',
    '″': '"',
    '‐': '-',
    '‑': '-',
    '‒': '-',
    '–': '-',
    '—': '-',
    '―': '-',
    '−': '-',
    '•': '-',
    '·': '-',
    '…': '...',
    '⁄': '/',
    '×': 'x',
    '÷': '/',
    '±': '+/-',
    '≤': '<=',
    '≥': '>=',
    '≠': '!=',
    '≈': '~',
    '→': '->',
    '←': '<-',
    '⇒': '=>',
    '°': '',
    µ: 'u',
    μ: 'u',
    œ: 'oe',
    Œ: 'OE',
    ł: 'l',
    Ł: 'L',
    đ: 'd',
    Đ: 'D',
    ð: 'd',
    Ð: 'D',
    þ: 'th',
    Þ: 'Th',
    ı: 'i',
    ħ: 'h',
    Ħ: 'H',
    ŧ: 't',
    Ŧ: 'T',
    ẞ: 'SS',
    '¢': 'c',
    '©': '(c)',
    '®': '(r)',
    '™': '(tm)',
    '№': 'No',
    '¬': '-',
    '¦': '|',
  }),
);
