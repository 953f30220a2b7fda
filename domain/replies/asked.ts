import { asksIf } from './ending.ts';
import { lastingOfUpdate } from './lasting.ts';
import { hasAny, timesOf } from './parts.ts';
import type { Meaning, QuestionKind } from './reply.ts';
import type { Sentence } from './sentence.ts';
import { leads, questions } from './words/answer-patterns.ts';
import { bossPatterns, notSeriousPatterns, seriousPatterns } from './words/patterns.ts';

const questionOrder: readonly QuestionKind[] = ['list', 'help', 'numbers', 'link', 'status', 'who', 'info'];

const beginsWithWho = /^(?:wie|who|whos|qui|wer)(?= )/u;

/** Reads a question. */
export function asked({ words, parts, isAsked }: Sentence): Meaning | undefined {
  if (leads.no.test(words) || hasAny(parts, 'optOut', 'undo')) return undefined;
  const isWho = questions.who.test(words) && beginsWithWho.test(words);
  if (!isAsked && !isWho && (hasAny(parts, 'yes') || leads.yes.test(words))) return undefined;
  const kind = questionOrder.find((one) => questions[one as keyof typeof questions].test(words));
  return kind === undefined ? undefined : { kind };
}

/** "De baas slaapt" is about the boss, and asks for nobody. */
const aboutBoss =
  /(?:^| )(?:is|est|ist|am|ben|bin|suis|dort|slaapt|schlaft|weiss|weet|sait|knows|says|zegt|dit|sagt|was|has|heeft|a|hat)(?= |$)/u;

/** Management is wanted, or the incident is major. */
export function judged({ words, parts, isAsked, clauses, codes }: Sentence): Meaning | undefined {
  if (isAsked || leads.no.test(words) || hasAny(parts, 'yes', 'undo', 'ask', 'optOut', 'done'))
    return undefined;
  if (leads.yes.test(words)) return undefined;
  const isDenied = hasAny(parts, 'not');
  if (asksIf(parts) || (hasAny(parts, 'neverMind') && codes.length === 0)) return undefined;
  if (!isDenied && clauses.some((one) => bossPatterns.test(one.words) && !aboutBoss.test(one.words)))
    return { kind: 'boss' };
  if (clauses.some((one) => notSeriousPatterns.test(one.words))) return { kind: 'notSerious' };
  return !isDenied && !hasAny(parts, 'hedge') && seriousPatterns.test(words)
    ? { kind: 'serious' }
    : undefined;
}

const saysHowLong =
  /(?:^| )(?:nog|encore|noch|more|another|extra|eta|klaar|fertig|ready|pret|fini|termine|done|fixed|resolved|solved|opgelost|hersteld|gefixt|resolu|retabli|regle\w*|repare\w*|behoben|gelost|erledigt|online|back|up|terug|duurt|duren|takes|take|dauert|dauern|prend|prendra|prendre|brauche|need|needs|nodig|faut|besoin|verwacht|verwachting|expect|expected|prevu|prevue|geschatzt|schat|schatting|estimate|estimation|estime|voraussichtlich|remaining|left|reste|restant|verleng|extend|prolonge\w*|verlangern|longer|langer|langere|laenger|verwachte|compte|rechne|wieder|rebuild|restore|duree|duur|dauer|heures de plus|de plus|plus)(?= |$)/u;

/** What only says that a time is a guess: every repair time is one. */
const guesses: readonly string[] = [
  ...[
    'i think',
    'denk',
    'ik denk',
    'probably',
    'waarschijnlijk',
    'wahrscheinlich',
    'should',
    'hopefully',
    'hopelijk',
  ],
  ...[
    'hoffentlich',
    'eerst',
    'erst',
    'wachten',
    'wait',
    'attendez',
    'only',
    'nur',
    'enkel',
    'before',
    'avant',
    'plus',
  ],
];

function isHedged(parts: Sentence['parts']): boolean {
  return parts.some((part) => part.kind === 'hedge' && !guesses.includes(part.words));
}

/** How much longer it takes, among words that are not known. */
export function lasting({ words, parts, isAsked }: Sentence): Meaning | undefined {
  const [when, ...others] = timesOf(parts);
  if (when === undefined || others.length > 0 || isAsked) return undefined;
  if (
    hasAny(parts, 'no', 'undo', 'boss', 'who', 'ask', 'optOut', 'serious', 'yes', 'clock') ||
    leads.no.test(words) ||
    leads.yes.test(words)
  )
    return undefined;
  if (!saysHowLong.test(words) || (hasAny(parts, 'not') && !hasAny(parts, 'notYet')) || isHedged(parts))
    return undefined;
  const known = lastingOfUpdate(parts, when);
  if (known !== undefined) return { kind: 'update', ...known };
  const { how, value } = when;
  if (
    (how === 'until' || how === 'by' || (how === 'at' && !hasAny(parts, 'done', 'finished'))) &&
    value.clock !== undefined
  )
    return { kind: 'update', until: value.clock };
  const { minutes, clock, form } = value;
  const isPlain =
    form === 'unit' && minutes !== undefined && minutes <= 720 && (how === 'within' || clock === undefined);
  return isPlain && (how === 'within' || how === 'for') ? { kind: 'update', minutes } : undefined;
}
