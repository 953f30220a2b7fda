import { isAutoreply } from './autoreply.ts';
import { hasAny } from './parts.ts';
import type { Meaning } from './reply.ts';
import type { Sentence } from './sentence.ts';
import { askInstead, declines, isAwayOnly, leads, noThing } from './words/answer-patterns.ts';
import { aboutOthers } from './words/veto-words.ts';
import { usesOfWords } from './words/words.ts';
import { isHarmless } from './words/work-words.ts';

/** Reads a no: a plain one with any reason, or a reason alone. */
export function declined(sentence: Sentence): Meaning | undefined {
  const { clauses, words, parts, isAsked } = sentence;
  if (
    isAutoreply(words.split(' ')) &&
    !leads.no.test(words) &&
    !isAwayOnly.test(words) &&
    !declines.cannotAlone.test(clauses[0]?.words ?? '') &&
    !clauses.some((one) => declines.someoneElse.test(one.words)) &&
    !/^(?:impossible|onmogelijk|unmoglich) /.test(words)
  )
    return undefined;
  if (hasAny(parts, 'undo', 'optOut')) return undefined;
  const isNoLed = leads.no.test(words) && !noThing.test(words) && !hasAny(parts, 'when', 'question', 'done');
  const isNoAtLast =
    yeahNo.test(words) || wouldSayYes.test(words) || saysNo.test(clauses.at(-1)?.words ?? '');
  const saysYes = (leads.yes.test(words) || hasAny(parts, 'yes')) && !isNoAtLast;
  if (saysYes || (hasAny(parts, 'done') && !isNoLed)) return undefined;
  const instead = isAsked ? {} : askedInstead(sentence);
  if (isNoLed || (isNoAtLast && !isAsked && !wouldSayYes.test(words)) || instead.ask !== undefined)
    return { kind: 'no', ...instead };
  if (isAsked && /(?:^| )(?:nummer|number|numero|person|persoon|personne)(?= |$)/.test(words))
    return undefined;
  if (isAsked && !clauses.some(({ words: one }) => declines.someoneElse.test(one))) return undefined;
  const said = clauses.flatMap(({ words: one }) =>
    wouldSayYes.test(one) ? one.split(/ (?:but|maar|mais|aber) /u) : [one],
  );
  const isDeclined = said.some(
    (one) =>
      declines.cannotAlone.test(one) ||
      usesOfWords.get(one) === 'no' ||
      declines.someoneElse.test(one) ||
      isAwayOnly.test(one) ||
      [declines.unavailable, declines.incapable].some((reason) => isOwn(reason.exec(one), one)),
  );
  return isDeclined ? { kind: 'no' } : undefined;
}

/** "Yeah no, I'm away": the no counts. */
const yeahNo = /^(?:yeah|yea|ja) (?:nope|nah)(?= )/u;

/** "I would like to say yes, but": the reason that follows counts. */
const wouldSayYes =
  /(?:^| )(?:zou|would|wish|love|aimerais|voudrais|wurde|wuerde)(?: [a-z]+){0,3} (?:(?:ja|oui|yes) (?:zeggen|sagen|say)|(?:say|dire) (?:yes|oui))(?= |$)/u;

/** At the end, "là c'est non". */
const saysNo =
  /^(?:la |dus |donc |also |so )*(?:c est|it s a|its a|it s|dat is|het is|tis|das ist|ist) (?:non|no|nope|nee|neen|nein)$/u;

/** Whether a reason is the sender's: nobody else is named before it. */
function isOwn(reason: RegExpExecArray | null, clause: string): boolean {
  return reason !== null && !aboutOthers.test(clause.slice(0, reason.index));
}

/** "Vraag bram": who should be asked instead of the sender. */
export function askedInstead({ clauses }: Sentence): { readonly ask?: string } {
  const names = clauses.map(({ words }) => askInstead.exec(words)?.groups?.['name']);
  const ask = names.find((name) => name !== undefined && isPersonToAsk(name));
  return ask === undefined ? {} : { ask };
}

const nobodyToAsk =
  /^(?:iemand|someone|somebody|quelqu|jemand|wie|who|klant|de klant|customer|client|le client|kunde|den kunden|me|mij|moi|mich|later|back|terug|baas|boss|chef|management|nog|maar|dan|het|me back|me later|mij terug|info|ambulance|112|anders|andere|volgende|next|suivant|help|hulp|the|de|le|la|den|het|een|a|un|ein|your|je|u|you|ook|no|nee)(?: |$)/u;

function isPersonToAsk(name: string): boolean {
  return !nobodyToAsk.test(name) && !isHarmless(name);
}
