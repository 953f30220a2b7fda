import { hasAny, readReply, timed } from './parts.ts';
import type { Meaning } from './reply.ts';
import { type Sentence, smallClauses } from './sentence.ts';
import { doubtsEnd, ended, endedAfterRepair, repairWords } from './words/end-patterns.ts';
import { aboutOthers, vetoes } from './words/veto-words.ts';

/** "Opgelost, logs geroteerd": a clause says that it is over, and no other one doubts it. */
export function ending(sentence: Sentence): Meaning | undefined {
  return endingOf(sentence) ?? endingOf({ ...sentence, clauses: smallClauses(sentence.clauses) });
}

function endingOf({ clauses, words, parts, codes, isAsked }: Sentence): Meaning | undefined {
  if (isAsked || hasAny(parts, 'ask', 'optOut', 'undo', 'when') || asksIf(parts)) return undefined;
  if (codes.length === 0 && clauses.length === 1 && mayBeClosed.test(words)) return undefined;
  const isRepaired = clauses.some((one) => repairWords.test(one.words) || ended.test(one.words));
  const isEnd = (one: string) =>
    (ended.test(one) || (isRepaired && clauses.length > 1 && endedAfterRepair.test(one))) &&
    !onlyAgrees.test(one);
  const last = clauses.find((one) => isEnd(one.words));
  const others = clauses.filter((one) => !isEnd(one.words));
  if (last !== undefined) {
    const isDoubted = others.some(
      ({ words: one }) => isDoubtedIn(one) && !/^(?:ok|oke|okay|alles klar|voila|top|super)$/.test(one),
    );
    const note = others
      .filter(({ words: one }) => !/^(?:ok|oke|okay|thanks|merci|danke|bedankt|hi|hallo)$/.test(one))
      .map(({ text }) => text)
      .join(', ');
    return isDoubted ? undefined : withNote(note);
  }
  const [, before = '', note = ''] = endAndRepair.exec(words) ?? [];
  if (before === '' || !ended.test(before) || !repairWords.test(` ${note}`) || hasAny(parts, ...doubtsNote))
    return undefined;
  if (
    note.startsWith('amount') ||
    isDoubtedIn(note) ||
    vetoes.test(note) ||
    note.split(' ').length > maxNoteWords
  )
    return undefined;
  const [clause] = clauses;
  return withNote(
    clauses.length === 1 && clause !== undefined
      ? clause.text.split(' ').slice(before.split(' ').length).join(' ')
      : note,
  );
}

/** What may be closed needs a name. */
const mayBeClosed = /^(?:can|may|kan|kann|peut|on peut|you can) /u;

/** "Is A7K fixed" asks. */
export function asksIf(parts: Sentence['parts']): boolean {
  return parts.some(({ kind }, i) => kind === 'is' && parts[i + 1]?.kind === 'code');
}

/** "Ok, in orde" agrees. */
const onlyAgrees = /^(?:ok|oke|okay) (?:in orde|c est bon|fait|tout est bon|gedaan)$/u;

function isDoubtedIn(words: string): boolean {
  const parts = timed(readReply(words.split(' ')));
  return (
    doubtsEnd.test(words) ||
    aboutOthers.test(words) ||
    /[^\p{ASCII}]/u.test(words) ||
    hasAny(parts, ...doubtsNote)
  );
}

const doubtsNote = [
  ...([
    'not',
    'hedge',
    'ask',
    'no',
    'undo',
    'future',
    'notYet',
    'boss',
    'who',
    'serious',
    'notSerious',
  ] as const),
  ...(['ready', 'eta', 'yes', 'optOut', 'question', 'polite', 'bye'] as const),
] as const;

const endAndRepair =
  /^((?:\S+ ){0,4}?(?:done|fixed|resolved|solved|repaired|restored|closed|opgelost|gefixt|gefixed|verholpen|hersteld|gerepareerd|klaar|gedaan|resolu|resolue|reglee|reparee|corrigee|depannee|retabli|regle|repare|corrige|termine|fini|gelost|geloest|behoben|erledigt|repariert|fertig)) (.+)$/u;

const maxNoteWords = 10;

/** Characters of a note. */
const maxNote = 160;

function withNote(note: string): Meaning {
  const own = note.replace(/\s+/g, ' ').trim().slice(0, maxNote);
  return own === '' ? { kind: 'done' } : { kind: 'done', note: own };
}
