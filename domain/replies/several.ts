import { plainLetters } from '../plain-letters.ts';
import { isCode } from './code.ts';

/** A message that is about several incidents: a text for each group of codes, or one text for all incidents. */
export type SeveralTexts =
  | { readonly isForAll: true; readonly text: string }
  | { readonly isForAll: false; readonly texts: readonly TextOfCodes[] };

/** What is said about some incidents, without their codes. */
export interface TextOfCodes {
  readonly text: string;
  readonly codes: readonly string[];
}

/** Takes a message apart that names several codes, or all. One that names at most one code gives one text. */
export function severalTexts(text: string): SeveralTexts {
  const forAll = textForAll(text);
  if (forAll !== undefined) return { isForAll: true, text: forAll };
  const codes = codesOf(text);
  if (new Set(codes).size < 2) return { isForAll: false, texts: [{ text, codes }] };
  const pieces = text
    .split(betweenAnswers)
    .map((piece) => ({ text: withoutCodes(piece), codes: codesOf(piece) }));
  const isEachAnswered = pieces.every((piece) => piece.codes.length > 0);
  const texts = isEachAnswered ? joined(pieces) : [{ text: withoutCodes(text), codes }];
  return { isForAll: false, texts: texts.map((one) => ({ ...one, codes: [...new Set(one.codes)] })) };
}

/** "A7K ja, Q4M nee", "ja A7K en nee Q4M", "A7K ja maar Q4M nee". */
const betweenAnswers = /\s*[,;\n.]\s+|\s*\n\s*|\s+(?:en|and|et|und|maar|but|mais|aber)\s+/iu;

/** "A7K, Q4M ja" and "ja A7K, Q4M": a code alone has the answer beside it. */
function joined(pieces: readonly TextOfCodes[]): readonly TextOfCodes[] {
  const texts: TextOfCodes[] = [];
  let waiting: readonly string[] = [];
  for (const { text, codes } of pieces) {
    const last = texts.at(-1);
    if (text === '' && last !== undefined)
      texts[texts.length - 1] = { ...last, codes: [...last.codes, ...codes] };
    else if (text === '') waiting = [...waiting, ...codes];
    else {
      texts.push({ text, codes: [...waiting, ...codes] });
      waiting = [];
    }
  }
  return texts.length === 0 ? [{ text: '', codes: waiting }] : texts;
}

const word = /[\p{L}\p{N}]+/gu;

function codesOf(text: string): readonly string[] {
  return (text.match(word) ?? []).map((one) => one.toUpperCase()).filter(isCode);
}

function withoutCodes(text: string): string {
  return text
    .replace(word, (one) => (isCode(one.toUpperCase()) ? ' ' : one))
    .replace(/\s+/g, ' ')
    .replace(/^[\s:,&+/-]+|[\s:,&+/-]+$/g, '')
    .trim();
}

/** "Ja alles", "oui pour tous", "I take both". Only a plain yes or no is for all. */
const all =
  'alles|allemaal|alle|allebei|alle twee|alle drie|alle zwei|alle drei|beide|beiden|ze allemaal|all|all of them|all three|both|both of them|everything|tous|tout|toutes|les deux|tous les deux|les trois|tous les trois|die alle|alle beide|them all';

const answers = 'ja|yes|yep|oui|nee|neen|no|nope|non|nein';

const forAll = new RegExp(
  `^(?:(?<before>${answers})(?: (?:voor|for|to|pour|a|fur|zu|op))? (?:${all})|(?:voor |for |to |pour |a |fur |zu )?(?:${all}) (?<behind>${answers})|(?<taken>(?:(?:ja|yes|oui|ok) )?(?:ik (?:neem|pak|doe) (?:ze )?(?:${all})|i (?:ll |will )?take (?:them )?(?:${all})|je (?:les )?prends (?:${all})|ich (?:nehme|ubernehme|mache) (?:${all}))))(?: (?:aub|please|bitte|svp))?$`,
  'u',
);

function textForAll(text: string): string | undefined {
  const plain = (plainLetters(text).match(/[\p{L}\p{N}]+|[?¿؟‽]/gu) ?? []).join(' ');
  const { before, behind, taken } = forAll.exec(plain)?.groups ?? {};
  return taken === undefined ? (before ?? behind) : 'yes';
}
