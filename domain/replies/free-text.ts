import { whomToAdd } from './add-responder.ts';
import { isCode } from './code.ts';
import { plainReply } from './plain.ts';
import type { Meaning, Saying } from './reply.ts';
import { plainWord } from './tokens.ts';

/** Characters of an action that consent is asked for: it is told to a customer in one SMS. */
const fewestOfAction = 3;
const maxOfAction = 100;

/** Characters of what was judged: a timeline is read on a phone. */
const fewestOfJudgement = 3;
const maxOfJudgement = 400;

/** Words of a reply before the one that says what it is: a code, and a few that ask. */
const maxBefore = 4;

const list = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(', ')));

/** Words for consent, and those that mean "ok" as well unless they ask or name a code, or unless they ask. */
const consent = list(
  'consent, approval, permission, toestemming, goedkeuring, zustimmung, freigabe, einverstandnis',
  'einverstaendnis, genehmigung, autorisation, consentement',
);
const agreement = list('akkoord, accord');
const agreementAsked = list("d'accord, d’accord, l'accord, l’accord");
const judgement = list(
  'assess, assessment, beoordeling, evaluation, bewertung, einschatzung, einschaetzung, inschatting',
);
const asking = list(
  'ask, asking, get, obtain, obtenir, einholen, request, requesting, need, vraag, vragen, aanvragen',
  'demande, demander, frage, fragen, anfragen, brauche',
);
const beside = list(
  'please, pls, aub, svp, stp, bitte, i, we, ik, wij, je, nous, ich, wir, om, for, voor, pour, fur, fuer',
);

/** Words that report what a customer said: nothing is asked. */
const reported = list(
  'given, received, granted, refused, refuses, denied, obtained, agreed, agrees, said, says, got, gegeven',
  'gekregen, ontvangen, verleend, geweigerd, weigert, zegt, zei, donne, obtenu, recu, refuse, accorde',
  'erhalten, erteilt, gegeben, bekommen, verweigert, abgelehnt, sagt, zugestimmt, liegt, not, niet, pas',
  'nicht, no, nee, non, nein',
);

/** One word of a reply, and where it begins. */
interface Word {
  readonly plain: string;
  readonly at: number;
}

/** Understands the answers that go on in words of one's own: consent, assessment, whom to add; undefined when it is none of them. */
export function freeReply(text: string): Saying | undefined {
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    plain: plainWord(word),
    at: index,
  }));
  const at = words
    .slice(0, maxBefore + 1)
    .findIndex(({ plain }) => !isCode(plain.toUpperCase()) && !isBeside(plain));
  const keyword = words[at]?.plain ?? '';
  const kind = judgement.has(keyword) ? 'assessment' : isConsent(keyword) ? 'consent' : undefined;
  if (kind === undefined) return whomToAdd(text);

  const behind = words.slice(at + 1);
  const start = behind.findIndex(
    ({ plain }, i) => !isCode(plain.toUpperCase()) && !isIntroduction(behind, i),
  );
  const introduction = [...words.slice(0, at), ...(start === -1 ? behind : behind.slice(0, start))];
  const codes = introduction.flatMap(({ plain }) =>
    isCode(plain.toUpperCase()) ? [plain.toUpperCase()] : [],
  );
  const own = start === -1 ? '' : text.slice(behind[start]?.at).replace(/\s+/g, ' ').trim();
  if (kind === 'assessment') return { said: assessment(own), codes };

  const isAsked = introduction.some(({ plain }) => asking.has(plain));
  const isMeant = consent.has(keyword) || isAsked || (agreement.has(keyword) && codes.length > 0);
  return isMeant ? { said: consentTo(own), codes } : undefined;
}

function isConsent(word: string): boolean {
  return consent.has(word) || agreement.has(word) || agreementAsked.has(word);
}

function isBeside(word: string): boolean {
  return word === '' || asking.has(word) || beside.has(word);
}

/** "Vragen", a colon, and "for" before a code: "for" before anything else belongs to the action. */
function isIntroduction(words: readonly Word[], i: number): boolean {
  const word = words[i]?.plain ?? '';
  const next = words[i + 1]?.plain.toUpperCase() ?? '';
  return word === '' || asking.has(word) || (beside.has(word) && isCode(next));
}

function consentTo(action: string): Meaning {
  if (action.length > maxOfAction) return { kind: 'unclear', why: 'tooLong' };
  const words = action.split(' ').map(plainWord);
  const isAnswer = plainReply(action).said.kind !== 'unclear';
  if (isAnswer || words.some((word) => reported.has(word))) return { kind: 'unclear', why: 'unknownWords' };
  return lettersIn(action) < fewestOfAction
    ? { kind: 'unclear', why: 'noAnswer' }
    : { kind: 'consent', action };
}

function assessment(words: string): Meaning {
  if (words.length > maxOfJudgement) return { kind: 'unclear', why: 'tooLong' };
  return lettersIn(words) < fewestOfJudgement
    ? { kind: 'unclear', why: 'noAnswer' }
    : { kind: 'assessment', words };
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
