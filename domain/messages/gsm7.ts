/** Septets in one part of an SMS: a longer text travels in pieces, which may arrive alone or not at all. */
export const onePart = 160;

/**
 * One septet each. Without its line feed, carriage return and escape: no text of ours holds one.
 * Source: 3GPP TS 23.038, section 6.2.1.
 */
const basic = new Set(
  `@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà`,
);

/** Two septets each: an escape goes before. Source: 3GPP TS 23.038, section 6.2.1.1. */
const extension = new Set('^{}\\[~]|€');

/** A word is cut in two when keeping it whole would leave more than this part of the room empty. */
const leastFilled = 0.6;

/** Septets that a text takes. Infinite when a character cannot be sent at all: such a text fits nowhere. */
export function gsm7Length(text: string): number {
  let septets = 0;
  for (const character of text) septets += septetsOf(character);
  return septets;
}

/**
 * The text in letters that every phone shows and that leave a part its 160 characters: one other character would
 * halve it.
 *
 * Accents that cannot be sent are dropped, other letters become one question mark a word, pictures and control
 * characters a space; white space becomes single spaces. Never throws; done twice, it is as done once.
 */
export function toGsm7(text: string): string {
  return Array.from(text.normalize('NFC'), spelled)
    .join('')
    .replace(/\uFFFD+/g, '?')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The text in GSM-7, cut to a number of septets: after a whole word where one ends near enough. */
export function fitGsm7(text: string, septets: number): string {
  const sendable = toGsm7(text);
  if (gsm7Length(sendable) <= septets) return sendable;

  const start = maxStart(sendable, septets);
  const isWholeWord = sendable.charAt(start.length) === ' ';
  const lastSpace = start.lastIndexOf(' ');
  const cut = !isWholeWord && lastSpace >= start.length * leastFilled ? start.slice(0, lastSpace) : start;
  return cut.trimEnd();
}

function septetsOf(character: string): number {
  if (basic.has(character)) return 1;
  return extension.has(character) ? 2 : Number.POSITIVE_INFINITY;
}

/** One character, spelled in others. U+FFFD stands for a letter that has no spelling. */
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

function maxStart(text: string, septets: number): string {
  let taken = 0;
  let start = '';
  for (const character of text) {
    taken += septetsOf(character);
    if (taken > septets) break;
    start += character;
  }
  return start;
}

/** Characters that GSM-7 lacks and that do not come apart into a letter and its accents, and how they are spelled in it. */
const gsm7Spellings: ReadonlyMap<string, string> = new Map(
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
