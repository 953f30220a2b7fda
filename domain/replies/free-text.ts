import { isCode } from './code.ts';
import { plainReply } from './plain.ts';
import type { Meaning, ReadText } from './reply.ts';
import { plainWord } from './tokens.ts';
import { usesOfWords, type WordUse } from './words/words.ts';

/** Characters of the action that needs consent. The customer reads it in one SMS. */
const minActionLength = 3;
const maxActionLength = 100;

/** Characters of an assessment. People read the timeline on a phone. */
const minAssessmentLength = 3;
const maxAssessmentLength = 400;

/** Words before the keyword: a code, and a few words that ask. */
const maxBefore = 4;

const list = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(', ')));

/** Words for consent. Those of `agreement` and `agreementAsked` also mean "ok": the first need a code or a word that asks, the others a word that asks. */
const consent = list(
  'consent, approval, permission, toestemming, goedkeuring, zustimmung, freigabe, einverstandnis',
  'einverstaendnis, genehmigung, autorisation, consentement',
);

const agreement = list('akkoord, accord');

const agreementAsked = list("d'accord, d’accord, l'accord, l’accord");

const assessments = list(
  'assess, assessment, beoordeling, evaluation, bewertung, einschatzung, einschaetzung, inschatting',
);

const asking = list(
  'ask, asking, get, obtain, obtenir, einholen, request, requesting, need, vraag, vragen, aanvragen',
  'demande, demander, frage, fragen, anfragen, brauche',
);

const fillers = list(
  'please, pls, aub, svp, stp, bitte, i, we, ik, wij, je, nous, ich, wir, om, for, voor, pour, fur, fuer',
);

/** Words that report what a customer said. Such a text asks for nothing. */
const reported = list(
  'given, received, granted, refused, refuses, denied, obtained, agreed, agrees, said, says, got, gegeven',
  'gekregen, ontvangen, verleend, geweigerd, weigert, zegt, zei, donne, obtenu, recu, refuse, accorde',
  'erhalten, erteilt, gegeben, bekommen, verweigert, abgelehnt, sagt, zugestimmt, liegt, not, niet, pas',
  'nicht, no, nee, non, nein',
);

/** A word of a reply, and the place where it begins. */
interface Word {
  readonly plain: string;
  readonly at: number;
}

/** Understands the answers that continue in free text: consent, assessment, whom to add. Undefined for any other text. */
export function freeReply(text: string): ReadText | undefined {
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    plain: plainWord(word),
    at: index,
  }));
  const at = words
    .slice(0, maxBefore + 1)
    .findIndex(({ plain }) => !isCode(plain.toUpperCase()) && !isFiller(plain));
  const keyword = words[at]?.plain ?? '';
  const kind = assessments.has(keyword) ? 'assessment' : isConsent(keyword) ? 'consent' : undefined;
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
  if (kind === 'assessment') return { meaning: assessment(own), codes };

  const isAsked = introduction.some(({ plain }) => asking.has(plain));
  const isMeant = consent.has(keyword) || isAsked || (agreement.has(keyword) && codes.length > 0);
  return isMeant ? { meaning: consentTo(own), codes } : undefined;
}

function isConsent(word: string): boolean {
  return consent.has(word) || agreement.has(word) || agreementAsked.has(word);
}

function isFiller(word: string): boolean {
  return word === '' || asking.has(word) || fillers.has(word);
}

/** "Vragen", a colon, or "for" before a code. "For" before any other word belongs to the action. */
function isIntroduction(words: readonly Word[], i: number): boolean {
  const word = words[i]?.plain ?? '';
  const next = words[i + 1]?.plain.toUpperCase() ?? '';
  return word === '' || asking.has(word) || (fillers.has(word) && isCode(next));
}

/** "Vom Kunden für": whom to ask, before the action. */
const ofCustomer =
  /^(?:van|from|du|de|vom|von|à|aan|bij)(?: de| the| le| het| den| dem)? (?:klant|customer|client|kunden?)(?: (?:om|voor|for|to|pour|für|fuer|zu|zum|zur))? /iu;

/** "Nötig: Cluster neu starten", "pour couper la vm". */
const needed =
  /^(?:(?:nötig|noetig|nodig|needed|required|nécessaire|necessaire|notwendig|vereist|gevraagd|benötigt)\s*:?|pour) +/iu;

function consentTo(given: string): Meaning {
  const action = given.replace(ofCustomer, '').replace(needed, '');
  if (action.length > maxActionLength) return { kind: 'unclear', why: 'tooLong' };
  const words = action.split(' ').map(plainWord);
  const isAnswer = plainReply(action).meaning.kind !== 'unclear';
  if (isAnswer || words.some((word) => reported.has(word))) return { kind: 'unclear', why: 'unknownWords' };
  return lettersIn(action) < minActionLength
    ? { kind: 'unclear', why: 'noAnswer' }
    : { kind: 'consent', action };
}

function assessment(words: string): Meaning {
  if (words.length > maxAssessmentLength) return { kind: 'unclear', why: 'tooLong' };
  return lettersIn(words) < minAssessmentLength
    ? { kind: 'unclear', why: 'noAnswer' }
    : { kind: 'assessment', words };
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Words that ask for somebody: before the name ("add bram"), around it ("voeg bram toe"), after it ("bram erbij"). */
const before = list(
  'add, erbij, toevoegen, ajoute, ajoutez, ajouter, rajoute, rajoutez, rajouter, dazu, hinzu, hinzufugen',
  'hinzufuegen, include, loop in, bring in, pull in',
);

const around = list('voeg, doe, haal, bel, roep, zet, neem, fuge, fuege, hol, hole, ruf, rufe, nimm, nehme');

const behind = list('erbij, toe, toevoegen, dazu, hinzu, hinzufugen, hinzufuegen');

const behindAlone = list('erbij, toevoegen, dazu, hinzu, hinzufugen, hinzufuegen');

/** Words of a name or a competence, such as "la base de donnees". */
const maxWords = 4;

/** A word with one of these uses is not a name: "ik ben erbij" is not about Ben. */
const noName: ReadonlySet<WordUse> = new Set([
  ...(['yes', 'ok', 'no', 'undo', 'done', 'who', 'more', 'is', 'not', 'hedge', 'ask', 'self'] as const),
  ...(['until', 'by', 'within', 'clock', 'optOut'] as const),
]);

/** Reads whom somebody wants to add. The caller knows who has that name. */
function whomToAdd(text: string): ReadText | undefined {
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
  return isName ? { meaning: { kind: 'add', whom: whom.join(' ') }, codes } : undefined;
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

/** "Ben erbij" means "I am there", not Ben. */
const saysOfOneself = list('ben, kben, bin, kom, komme, kan, suis');

const nobody = list('it, this, that, niemand, nobody, personne, keiner');

function isPartOfName(word: string): boolean {
  const use = usesOfWords.get(word);
  return /^[a-z][a-z0-9'’-]*$/.test(word) && !nobody.has(word) && !(use !== undefined && noName.has(use));
}
