import { lastingOfYes } from './lasting.ts';
import { hasAny, timesOf, unclear } from './parts.ts';
import type { Meaning } from './reply.ts';
import type { Sentence } from './sentence.ts';
import { leads } from './words/answer-patterns.ts';
import { vetoes } from './words/veto-words.ts';
import { isHarmless, isWork } from './words/work-words.ts';

/** Begins a clause in which the sender says what they do. */
const firstPerson =
  /^(?:(?:ok|oke|ja|yes|oui|en|and|et|und|dan|nu|so|alors|allez|bon|goed|well|hi|hallo|sorry) )*(?:ik|k|kga|kzal|kben|kzit|i|im|ive|ill|je|j|chuis|ich|ben(?! on| is)|bin|zit|zal|suis|m en|m y|i ll|we zijn|we re)(?= |$)/u;

/** What the sender does, when they say it in the first person. */
const does =
  /(?:^| )(?:kijk|kijken|bekijk|neem|nemen|pak|start|check|log|duik|spring|begin|begonnen|fix|regel|onderzoek|behandel|ermee|eraan|erop|aan de slag|regarde|regarder|prends|m occupe|m en occupe|occuper|gere|connecte|connecter|charge|verifie|verifier|traite|traiter|analyse|interviens|intervenir|lance|demarre|demarrer|attaque|voir|debout|dessus|schau|schaue|guck|gucke|nehme|ubernehme|uebernehme|ubernehm|mache|mach|mach s|kummere|kuemmere|prufe|pruefe|starte|logge|dran|drauf|dabei|look|looking|check|checking|take|taking|handle|handling|investigating|working|on it|jump|jumping|dive|diving|log|logging|pick|picking|start|starting|grab|grabbing|connect|connecting|opening|get on it|sort|fix|investigate|onderweg|on my way|got it|got this|have this)(?= |$)/u;

/** What only somebody says who works on it or begins to. */
const worksAlone =
  /^(?:(?:already|al|deja|schon|nu|now|currently|meteen|direct|still|nog) )*(?:kijk|bekijk|ermee bezig|ben onderweg|schaue|gucke|ubernehme|uebernehme|kummere mich|kuemmere mich|prufe|logge mich|starte|nehme|looking|checking|taking|handling|investigating|working on|jumping|diving|logging|picking|grabbing|connecting|on it|on my way|dessus|en route|m en occupe|m y mets|start (?:mijn |m n |even )?(?:laptop|pc)|will look|will check|will take|will handle)(?= |$)/u;

const outOfBed =
  / ?(?:kom|kruip|spring|stap|get|getting|got|just got|jumping|sors|saute|viens de sortir|raus|steig|springe|komme)? ?(?:net |juste |grad |gerade |just )?(?:uit (?:mijn |m n |het )?bed(?:je)?|out of bed|du lit|de mon lit|aus dem bett|aus m bett)/u;

const doubtful = [
  ...([
    'not',
    'ask',
    'hedge',
    'no',
    'undo',
    'done',
    'finished',
    'close',
    'boss',
    'who',
    'info',
    'serious',
  ] as const),
  ...([
    'notSerious',
    'neverMind',
    'notYet',
    'future',
    'optOut',
    'question',
    'bye',
    'polite',
    'thanks',
    'clock',
  ] as const),
] as const;

/** A yes with words that are not known. More of them need more words of work. */
export function acknowledged({ words, parts, clauses }: Sentence): Meaning | undefined {
  if (hasAny(parts, ...doubtful) || hasAny(parts.slice(1), 'good')) return undefined;
  const own = words.replace(outOfBed, '');
  if (vetoes.test(own) || isGermanYou(own) || !/^[a-z0-9 .:,]+$/.test(own)) return undefined;
  const lead = leads.yes.exec(own)?.[0] ?? '';
  const behind = own.slice(lead.length).trim();
  if (behind === '') return newYes.test(lead) ? { kind: 'yes' } : undefined;

  const others = behind.split(' ');
  const unknown = others.filter((word) => !isHarmless(word) && !/\d/.test(word) && !yesTokens.has(word));
  const work = others.filter(isWork).length;
  const isSaid = clauses.some(
    ({ words: one }) =>
      worksAlone.test(one.replace(leads.yes, '').trim()) || (firstPerson.test(one) && does.test(one)),
  );
  const isAtWork =
    lead !== '' &&
    clauses.some(({ words: one }) => firstPerson.test(one.replace(leads.yes, '').trim())) &&
    work >= 2;
  if (!isSaid && !isAtWork) return undefined;
  const most = lead === '' ? 0 : Math.min(2, work - 1);
  return unknown.length > most || hasAny(parts.slice(1), 'ok') ? undefined : yesFor(parts);
}

/** "Du" is German for "you", and French for "of the". */
function isGermanYou(words: string): boolean {
  return (
    /(?:^| )du(?= |$)/.test(words) &&
    !/(?:^| )(?:oui|j|m|suis|regarde|prends|gere|occupe|serveur)(?= |$)/.test(words)
  );
}

const yesTokens: ReadonlySet<string> = new Set(['yes', 'ja', 'oui', 'er', 'ernaar', 'mal']);

/** Words that alone are a yes, besides those of the lists. */
const newYes =
  /^(?:joa|jo|yess|aye|roger|copy|copy that|sure|tuurlijk|natuurlijk|bien sur|klar|da accord|d acc|akkoord|affirmative|affirmatif|10 4|entendu|jazeker)$/u;

function yesFor(parts: Sentence['parts']): Meaning | undefined {
  const [when, ...others] = timesOf(parts);
  if (when === undefined) return { kind: 'yes' };
  if (others.length > 0 || when.value.form !== 'unit') return unclear('time');
  const known = lastingOfYes(parts, when);
  if (known !== undefined) return { kind: 'yes', ...known };
  const isSoon = when.how === 'within' && (when.value.minutes ?? maxSoon + 1) <= maxSoon;
  return isSoon ? { kind: 'yes' } : unclear('time');
}

/** Somebody who is at their desk within so many minutes has taken it. */
const maxSoon = 30;
