import { isCode } from './code.ts';
import { hasAny, readReply, type TimedPart, timed } from './parts.ts';
import { tokensOf } from './tokens.ts';

/** A text as its clauses. A comma, a full stop, a dash, a colon and a new line end a clause. */
export interface Sentence {
  readonly clauses: readonly Clause[];
  /** All words without codes and question marks, with a space between. */
  readonly words: string;
  readonly parts: readonly TimedPart[];
  readonly codes: readonly string[];
  readonly isAsked: boolean;
}

export interface Clause {
  /** As it was written. */
  readonly text: string;
  /** Its words, without codes and question marks. */
  readonly words: string;
}

const clauseEnd = /\s*(?:[,;:!()|…–—\n]|\.(?!\d)|(?<=\s)-+(?=\s)|->|=>)+\s*/u;

/** Takes a text apart. It decides nothing. `reduced`: the text without what does not count for its meaning. */
export function sentenceOf(text: string, reduced = (some: string): string => some): Sentence {
  const tokens = tokensOf(reduced(text));
  const parts = timed(readReply(tokens));
  const codes = parts.flatMap((part) => (part.kind === 'code' ? [part.code] : []));
  const clauses = text
    .split(clauseEnd)
    .map((clause) => ({ text: withoutCodes(clause), words: plainWords(tokensOf(reduced(clause))) }))
    .filter(({ words }) => words !== '');
  return {
    clauses,
    words: plainWords(tokens),
    parts,
    codes,
    isAsked: hasAny(parts, 'question'),
  };
}

/** The clauses, taken apart at "and" as well: French "en partie" is no Dutch "and". */
export function smallClauses(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.flatMap(({ text }) =>
    text
      .split(
        /\s+(?:and|et|und|en(?! (?:partie|cours|panne|attente|principe|effet|fait|ligne|route|train)(?!\p{L})))\s+/iu,
      )
      .map((part) => ({ text: part, words: plainWords(tokensOf(part)) })),
  );
}

function plainWords(tokens: readonly string[]): string {
  return tokens.filter((token) => token !== '?' && !isCode(token.toUpperCase())).join(' ');
}

/** A word in small letters that may be a code, in the middle of a text, is more often a name of a machine: "db2". */
function withoutCodes(text: string): string {
  return text
    .split(/\s+/)
    .filter((word, i) => word !== '' && !isCode(i === 0 ? word.toUpperCase() : word))
    .join(' ');
}
