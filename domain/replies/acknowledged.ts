import { lastingOfYes } from './lasting.ts';
import { hasAny, readReply, timed, timesOf, unclear } from './parts.ts';
import type { Meaning } from './reply.ts';
import { type Sentence, smallClauses } from './sentence.ts';
import { maxMinutes } from './times/time-units.ts';
import { leads } from './words/answer-patterns.ts';
import { vetoes } from './words/veto-words.ts';
import { isHarmless, isWork } from './words/work-words.ts';
import {
  does,
  firstPerson,
  leadRun,
  ledOnly,
  ourselves,
  outOfBed,
  praise,
  soon,
  theMatter,
  undecided,
  worksAlone,
} from './words/yes-patterns.ts';

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

function withoutLead(words: string): string {
  return words.replace(leads.yes, '').trim().replace(leadRun, '').trim();
}

/** Asks for time, behind a yes. */
const asksForTime =
  'geef me|geef mij|give me|gimme|donne moi|donnez moi|gib mir|geben sie mir|laissez moi|laisse moi|laat me|lass mir|brauche|brauch|need|heb nodig|nodig|il me faut|me faut|besoin';

const takesTime = new RegExp(`(?:^| )(?:${asksForTime})(?= |$)`, 'u');

const takesTimeFirst = new RegExp(`^(?:${asksForTime})(?= )`, 'u');

/** "But I need 20 min", "I must get home first", "le temps de m'habiller": why the sender needs time. It puts nothing off. */
function withoutReason(words: string): string {
  return takesTime.test(words)
    ? words.replace(butNeedsTime, '').replace(mustFirst, '$1').replace(timeTo, '')
    : words.replace(timeTo, '');
}

const aTime =
  '(?= (?:noch |nog |nur |ca |about |ongeveer |environ )?(?:\\d|ne |eine |een |une |un |a |an |half|halb|kwart))';

const butNeedsTime = new RegExp(
  `(?:^| )(?:aber|maar|but|mais)(?= (?:ik |i |ich |je |j |il )?(?:${asksForTime})${aTime})|(?<=(?:^| )(?:${asksForTime})) (?:aber|maar|wel)${aTime}`,
  'u',
);

const mustFirst =
  /((?:^| )(?:moet|must|need to|have to|got to|dois|muss)(?: nog)?) (?:eerst|first|d abord|erst)(?= |$)/u;

const timeTo = / le temps (?:de|d|que) (?:[a-z]+ ?){1,5}$/u;

/** A yes with words that are not known. More of them need more words of work. */
function acknowledgedIn({ clauses }: Sentence, own: string, lead: string): Meaning | undefined {
  const behind = withoutReason(own.slice(lead.length).trim());
  const parts = timed(readReply(behind.replace(theMatter, '').split(' ')));
  if (hasAny(parts, ...doubtful, 'good', 'ok') || undecided.test(behind)) return undefined;
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
  const isAgreed = isStrong || takesTimeFirst.test(behind);
  if (isAgreed && lead !== '' && when !== undefined && takesTime.test(behind) && unknown <= 2)
    return withTime(parts);
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
    .replace(turnedAround, '$1 $3 $2')
    .replace(/ ne keer(?= |$)/u, ' eens')
    .replace(soon, ' ')
    .replace(/ +/g, ' ')
    .trim();
  if (
    vetoes.test(own.replace(ourselves, '').replace(impersonal, ' ')) ||
    isGermanYou(own) ||
    !/^[a-z0-9 .:,]+$/.test(own)
  )
    return undefined;
  const lead = (leads.yes.exec(own)?.[0] ?? leadRun.exec(own)?.[0] ?? '').trim();
  const run = leadRun.exec(own)?.[0].trim() ?? '';
  if (namesOnIt.test(own)) return undefined;
  if (forMe.test(own)) return { kind: 'yes' };
  if (lead !== own && run !== own)
    return acknowledgedIn(sentence, own, run.length > lead.length ? run : lead);
  return newYes.test(lead) && lead === own && words === own ? { kind: 'yes' } : undefined;
}

/** "In zehn Minuten bin ich online" asks nothing. */
const turnedAround =
  /((?:^| )(?:in|binnen|over) (?:\S+ ){1,2}(?:min|minuten|minuutjes|stunden?|uur)) (bin|ben) (ich|ik)(?= )/u;

const forMe =
  /^(?:(?:ok|ja|oui|yes) )?(?:(?:c est|is|it s|its|tis|das ist|het is|deze is) )?(?:voor mij|pour moi|fur mich|mine)$/u;

/** "Il me faut" is about nobody else. */
const impersonal = /(?:^| )il(?= (?:me faut|faut) )/u;

/** "Jo on it" and "Roger on it" are about people. */
const namesOnIt = /^(?:jo|roger|aye) (?:is |s )?on /u;

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
