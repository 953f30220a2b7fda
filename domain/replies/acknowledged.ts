import { lastingOfYes } from './lasting.ts';
import { hasAny, readReply, timed, timesOf, unclear } from './parts.ts';
import type { Meaning } from './reply.ts';
import { type Sentence, smallClauses } from './sentence.ts';
import { maxMinutes } from './times/time-units.ts';
import { leads } from './words/answer-patterns.ts';
import { vetoes } from './words/veto-words.ts';
import { isHarmless, isWork } from './words/work-words.ts';

/** Begins a clause in which the sender says what they do. */
const firstPerson =
  /^(?:(?:ok|oke|ja|yes|oui|en|and|et|und|dan|nu|so|alors|allez|bon|goed|well|hi|hallo|sorry) )*(?:ik|k|kga|kzal|kben|kzit|i|im|ive|ill|je|j|chuis|ich|ben(?! on| is)|bin|zit|zal|suis|m en|m y|i ll|we zijn|we re)(?= |$)/u;

/** What the sender does, when they say it in the first person. */
const does =
  /(?:^| )(?:kijk|kijken|bekijk|zien|los|los op|pak op|al bezig|mee bezig|voor mijn rekening|neem|nemen|pak|start|check|log|duik|spring|begin|begonnen|fix|regel|onderzoek|behandel|ermee|eraan|erop|aan de slag|regarde|regarder|prends|m occupe|m en occupe|colle|commence|resous|repare|penche|tourne|je checke|solutionne|occuper|gere|connecte|connecter|charge|verifie|verifier|traite|traiter|analyse|interviens|intervenir|lance|demarre|demarrer|attaque|voir|debout|dessus|schau|schaue|schauen|luegs|luege|geh ran|fahre|rein|packe|erledige|bearbeite|klare|guck|gucke|nehme|ubernehme|uebernehme|ubernehm|mache|mach|mach s|kummere|kuemmere|prufe|pruefe|starte|logge|dran|drauf|dabei|online|en ligne|aan het (?:zoeken|kijken|werken|onderzoeken|inloggen|opstarten|checken)|on this one|on this|awake|inloggen|inlog|opstarten|checken|uitzoeken|einloggen|eingeloggt|prufen|pruefen|anschauen|nehms|machs|schaus|aan het kijken|aan het werken|auf dem weg zum rechner|auf dem weg zum laptop|hop|hopping|dealing|sorting|tackling|booting|responding|look|looking|check|checking|take|taking|handle|handling|investigating|working|on it|jump|jumping|dive|diving|log|logging|pick|picking|start|starting|grab|grabbing|connect|connecting|opening|get on it|sort|fix|investigate|onderweg|on my way|got it|got this|have this)(?= |$)/u;

/** What only somebody says who works on it or begins to. */
const worksAlone =
  /^(?:(?:already|al|deja|schon|nu|now|currently|meteen|direct|still|nog) )*(?:kijk|bekijk|(?:pak|neem|doe|kijk|regel|check|fix|los|start|begin|zoek)(?: het| dit| deze| m)? (?:ik|k)|(?:mach|mache|nehm|nehme|schau|schaue|ubernehm|ubernehme|guck|prufe|kummer|kummere)(?: das| es)? (?:ich|i|mi)|on my (?:laptop|pc|computer)|fahre (?:den |meinen )?(?:rechner|laptop|pc)|guck$|schau$|guck (?:rein|nach)|schau rein|ermee bezig|ben onderweg|schaue|gucke|ubernehme|uebernehme|kummere mich|kuemmere mich|prufe|logge mich|starte|nehme|looking|checking|taking|handling|investigating|working on|jumping|diving|logging|picking|grabbing|connecting|on it|on my way|opening|starting|booting|hopping|tackling|dealing with|sorting|responding|at my (?:desk|laptop|computer|pc)|at (?:the|my) keyboard|begin eraan|start|wird erledigt|wird gemacht|gehe ran|schau (?:ich )?nach|schau ich|schaue nach|mach ich|mache ich|i luegs|luegs|al bezig|al mee bezig|aan de slag|dessus|en route|m en occupe|m y mets|start (?:mijn |m n |even )?(?:laptop|pc)|will look|will check|will take|will handle)(?= |$)/u;

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
    'is',
    'thanks',
    'clock',
  ] as const),
] as const;

/** In a moment. Beside what the sender does, it puts nothing off. */
const soon =
  /(?<= |^)(?:glei|zo ?meteen|zo dadelijk|zo direct|zo|gleich|in a (?:sec|second|moment|minute)|dans (?:un instant|une seconde|deux secondes)|right away|asap|so schnell wie moglich|zo snel mogelijk)(?= |$)/gu;

/** Behind a yes: it will be done. */
const ledOnly =
  /^(?:hoor )?(?:komt goed|komt voor (?:me|el)kaar|kan ik doen|zal ik doen|doe ik|wird gemacht|ca marche|kan ik|i can|je peux|kann ich|mach ich|voor mij|pour moi|fur mich|ik ben er|je suis la|bin da|i m here|im here)$/u;

function withoutLead(words: string): string {
  return words.replace(leads.yes, '').trim().replace(leadRun, '').trim();
}

/** Asks for time, behind a yes. */
const takesTime =
  /(?:^| )(?:geef me|geef mij|give me|gimme|donne moi|donnez moi|gib mir|geben sie mir|laissez moi|laisse moi|laat me|lass mir|brauche|brauch|need|heb nodig|nodig|il me faut|me faut|besoin)(?= |$)/u;

/** What the sender looks at, and who they are: no question. */
const theMatter =
  /(?: |^)(?:(?:naar |even )?wat er (?:aan de hand|mis|scheelt|gebeurt|loos)(?: is)?|wat het is|what(?: is|s| s) (?:going on|wrong|up|happening)|ce qui se passe|ce qu il y a|ce que c est|was (?:da )?los ist|was (?:da )?ist|was passiert(?: ist)?|en train de|c est moi qui|worum es geht)(?= |$)/gu;

/** A yes with words that are not known. More of them need more words of work. */
function acknowledgedIn({ clauses }: Sentence, own: string, lead: string): Meaning | undefined {
  const behind = own.slice(lead.length).trim();
  const parts = timed(readReply(behind.replace(theMatter, '').split(' ')));
  if (hasAny(parts, ...doubtful, 'good', 'ok')) return undefined;
  const others = behind.replace(theMatter, '').split(' ');
  const unknown = others.filter(
    (word) => !isHarmless(word) && !/\d/.test(word) && !yesTokens.has(word),
  ).length;
  const work = others.filter(isWork).length;
  const isStrong = strongLead.test(lead);
  const own1 = smallClauses(clauses).map(({ words }) =>
    withoutLead(words.replace(praise, '').replace(soon, ' ').replace(/ +/g, ' ').trim()),
  );
  const isSaid = own1.some((one) => worksAlone.test(one) || (firstPerson.test(one) && does.test(one)));
  const isWhole = own1.some(
    (one) =>
      (worksAlone.test(one) || (firstPerson.test(one) && does.test(one))) &&
      one.split(' ').every((word) => isHarmless(word) || /\d/.test(word) || yesTokens.has(word)),
  );
  const isFirst = own1.some((one) => firstPerson.test(one));
  const [when] = timesOf(parts);
  if (isStrong && when !== undefined && takesTime.test(behind) && unknown <= 2) return withTime(parts);
  const isMeant =
    (isSaid && unknown <= (lead === '' ? 0 : Math.max(1, work - 1))) ||
    (isWhole && own1.length > 1 && unknown <= 2) ||
    (isStrong && ledOnly.test(behind)) ||
    (isStrong && isFirst && work >= 1 && unknown <= 1) ||
    (isStrong && work >= 2 && unknown <= work - 2);
  return isMeant ? yesFor(parts) : undefined;
}

/** Reads a yes among words that are not known, if nothing doubts it. */
export function acknowledged(sentence: Sentence): Meaning | undefined {
  const { words, parts, isAsked } = sentence;
  if (isAsked || hasAny(parts, 'optOut', 'undo', 'notYet')) return undefined;
  const own = words
    .replace(praise, '')
    .replace(outOfBed, '')
    .replace(/ ne keer(?= |$)/u, ' eens')
    .replace(soon, ' ')
    .replace(/ +/g, ' ')
    .trim();
  if (vetoes.test(own.replace(ourselves, '')) || isGermanYou(own) || !/^[a-z0-9 .:,]+$/.test(own))
    return undefined;
  const lead = (leads.yes.exec(own)?.[0] ?? leadRun.exec(own)?.[0] ?? '').trim();
  const run = leadRun.exec(own)?.[0].trim() ?? '';
  if (namesOnIt.test(own)) return undefined;
  if (forMe.test(own)) return { kind: 'yes' };
  if (lead !== own && run !== own)
    return acknowledgedIn(sentence, own, run.length > lead.length ? run : lead);
  return newYes.test(lead) && lead === own && words === own ? { kind: 'yes' } : undefined;
}

/** Before a yes it is polite. */
const praise =
  /^(?:goed|prima|top|bon|bien(?! sur)|gut|great|alright|good|super|perfect|parfait|oke dan|hey|hi|hallo|bonjour|bonsoir|salut|moin) /u;

/** Of these the sender says that they do it. */
const ourselves =
  /(?:^| )(?:joining the call|join the call|on the call|in the call|call in|in de call|fahre (?:den |meinen |mal )?(?:rechner|laptop|pc|kiste) (?:hoch)?)(?= |$)/u;

const forMe =
  /^(?:(?:ok|ja|oui|yes) )?(?:(?:c est|is|it s|its|tis|das ist|het is|deze is) )?(?:voor mij|pour moi|fur mich|mine)$/u;

/** "Jo on it" and "Roger on it" are about people. */
const namesOnIt = /^(?:jo|roger|aye) (?:is |s )?on /u;

/** Several words of agreement before what the sender does: "ja prima", "ok ça marche", "kein Problem". */
const leadRun =
  /^(?!(?:boss|baas|chef|me|ich|ik|moi|hoor|dan|so|also)(?: |$))(?:(?:ja|jaja|jawel|jo|jep|yes|yep|yup|yeah|oui|ouais|ok|oke|okay|goed|prima|top|cool|gut|bon|bien|gerne|super|parfait|alright|great|c est bon|ca marche|ca roule|alles klar|geen probleem|no problem|no worries|pas de souci|pas de soucis|pas de probleme|kein problem|keine sorge|laat maar komen|moment|momentje|een moment|un instant|vu|gezien|compris|begrepen|verstanden|recu|boss|baas|chef|hoor|dan|allez|so|also|me|ich|ik|moi) )*(?:ja|jo|yes|yep|yup|yeah|oui|ok|oke|okay|goed|prima|top|cool|gut|bon|bien|super|c est bon|ca marche|ca roule|alles klar|geen probleem|no problem|no worries|pas de souci|pas de soucis|pas de probleme|kein problem|keine sorge|laat maar komen|moment|momentje|vu|gezien|compris|begrepen|verstanden|recu|boss|baas|chef|hoor|me)(?= |$)/u;

/** Words that only mean yes. */
const strongLead =
  /(?:^| )(?:ja|jaja|jawel|jazeker|joa|jo|jep|jup|yes|yess|yep|yup|yeah|yea|ya|aye|oui|ouais|ouep|ouaip|jawohl|jawoll)(?= |$)/u;

/** "Ja, geef me 45 min", "yes give me 5". */
function withTime(parts: Sentence['parts']): Meaning | undefined {
  const times = timesOf(parts);
  const [when] = times;
  if (when === undefined || times.length > 1) return unclear('time');
  if (when.value.form !== 'unit') return { kind: 'yes' };
  const { minutes } = when.value;
  return when.how === 'for' && minutes !== undefined && minutes <= maxMinutes
    ? { kind: 'yes', minutes }
    : yesFor(parts);
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
  /^(?:joa|jo|yess|aye|roger|roger that|copy|copy that|sure|tuurlijk|natuurlijk|bien sur|klar|da accord|d acc|akkoord|affirmative|affirmatif|10 4|entendu|jazeker)$/u;

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
