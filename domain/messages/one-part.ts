import { cutTo, fitGsm7, gsm7Length, gsm7Spellings, hasOtherLetters, onePart } from './gsm7.ts';

/** An alphabet of SMS: what one part holds in it, and how texts are measured and cut. */
export interface Alphabet {
  /** Units in one part. */
  readonly onePart: number;
  /** The units of a text that `cut` made. */
  length(text: string): number;
  /** The text in this alphabet, cut to a number of units: after a whole word if one ends close enough. */
  cut(text: string, units: number): string;
}

/** A text in one of the alphabets. */
export interface Written {
  readonly text: string;
  /** Nothing was cut that its reader needs. In GSM-7 a text is sent in any case. */
  readonly isClear: boolean;
}

const gsm7: Alphabet = { onePart, length: gsm7Length, cut: fitGsm7 };

/**
 * A unit is one of UTF-16. Source: 3GPP TS 23.038, section 6.2.3; AWS End User Messaging SMS user guide, "SMS character
 * limits": one part holds 70.
 */
const ucs2: Alphabet = {
  onePart: 70,
  length: (text) => text.length,
  cut: (text, units) => cutTo(toUcs2(text), units, ({ length }) => length),
};

/** Units that must be left for what is wrong. With fewer of them nobody knows what a text is about. */
export const minAboutUnits = 16;

/**
 * A text in one part: in GSM-7 where that can write it, else in UCS-2. A text of which too little would be left in UCS-2 is
 * written in GSM-7: three dots stand for what that cannot write, and numbers and how to answer are there.
 */
export function inOnePart(write: (alphabet: Alphabet) => Written): string {
  const wide = write(ucs2);
  return wide.isClear && hasOtherLetters(wide.text) ? wide.text : write(gsm7).text;
}

/** Letters, digits and punctuation of every script stay. Pictures and control characters become a space. */
function toUcs2(text: string): string {
  return Array.from(text.normalize('NFC'), spelled).join('').replace(/ {2,}/g, ' ').trim();
}

function spelled(character: string): string {
  if (/[\p{L}\p{M}\p{N}]/u.test(character)) return character;
  const spelling = gsm7Spellings.get(character);
  if (spelling !== undefined) return spelling;
  if (/\p{Cf}/u.test(character)) return '';
  return /\p{P}/u.test(character) || Number.isFinite(gsm7Length(character)) ? character : ' ';
}
