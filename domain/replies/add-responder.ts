import { isCode } from './code.ts';
import type { Saying } from './reply.ts';
import { plainWord } from './tokens.ts';
import { usesOfWords, type WordUse } from './words/words.ts';

const list = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(', ')));

/** "Add bram"; "voeg bram toe", "hol greta dazu"; "bram erbij". */
const before = list(
  'add, erbij, toevoegen, ajoute, ajoutez, ajouter, rajoute, rajoutez, rajouter, dazu, hinzu, hinzufugen',
  'hinzufuegen, include, loop in, bring in, pull in',
);

const around = list('voeg, doe, haal, bel, roep, zet, neem, fuge, fuege, hol, hole, ruf, rufe, nimm, nehme');

const behind = list('erbij, toe, toevoegen, dazu, hinzu, hinzufugen, hinzufuegen');

const behindAlone = list('erbij, toevoegen, dazu, hinzu, hinzufugen, hinzufuegen');

/** Words of a name or a competence: "la base de donnees". */
const maxWords = 4;

/** Words with such a use are no name: "ik ben erbij" is not about Ben. */
const noName: ReadonlySet<WordUse> = new Set([
  ...(['yes', 'ok', 'no', 'undo', 'done', 'who', 'more', 'is', 'not', 'hedge', 'ask', 'self'] as const),
  ...(['until', 'by', 'within', 'clock', 'optOut'] as const),
]);

/** Reads whom somebody wants to have paged as well. Who that is, the caller knows. */
export function whomToAdd(text: string): Saying | undefined {
  if (/[?,/&;]/.test(text)) return undefined;
  const words = text
    .replace(/^\s*\+\s*(?=\p{L})|(?<=\s)\+\s*(?=\p{L})/gu, 'add ')
    .split(/\s+/)
    .map(plainWord)
    .filter((word) => word !== '' && !isManners(word));
  const codes = words.map((word) => word.toUpperCase()).filter(isCode);
  const isPlace = (i: number) => placing.has(words[i] ?? '') && isCode((words[i + 1] ?? '').toUpperCase());
  const whom = named(words.filter((word, i) => !isCode(word.toUpperCase()) && !isPlace(i)));
  const isName = whom.length >= 1 && whom.length <= maxWords && whom.every(isPartOfName);
  return isName ? { said: { kind: 'add', whom: whom.join(' ') }, codes } : undefined;
}

function isManners(word: string): boolean {
  return alsoWords.has(word) || ['polite', 'greeting', 'thanks'].includes(usesOfWords.get(word) ?? '');
}

const alsoWords = list('too, also, ook, aussi, auch');

function named(words: readonly string[]): readonly string[] {
  const [first = '', second = ''] = words;
  const last = words.at(-1) ?? '';
  const taken = before.has(first) ? 1 : before.has(`${first} ${second}`) ? 2 : 0;
  if (taken > 0) return words.slice(taken, behind.has(last) ? -1 : undefined);
  if (around.has(first) && behind.has(last)) return words.slice(1, -1);
  return behindAlone.has(last) && !saysOfOneself.has(first) ? words.slice(0, -1) : [];
}

/** "Add greta to A7K". */
const placing = list('to, for, aan, bij, voor, a, pour, zu, fur, fuer');

/** "Ben erbij" is somebody who is there, not Ben. */
const saysOfOneself = list('ben, kben, bin, kom, komme, kan, suis');

const nobody = list('it, this, that, niemand, nobody, personne, keiner');

function isPartOfName(word: string): boolean {
  const use = usesOfWords.get(word);
  return /^[a-z][a-z0-9'’-]*$/.test(word) && !nobody.has(word) && !(use !== undefined && noName.has(use));
}
