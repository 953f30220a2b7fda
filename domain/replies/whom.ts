import { hasAny } from './parts.ts';
import type { Meaning } from './reply.ts';
import type { Sentence } from './sentence.ts';
import { additions, handOvers, sentTo } from './words/patterns.ts';
import { usesOfWords } from './words/words.ts';
import { isHarmless } from './words/work-words.ts';

/** Reads who should have the incident, or should come and help. */
export function wishedFor({ clauses, parts, codes, isAsked, words }: Sentence): Meaning | undefined {
  if (hasAny(parts, 'optOut', 'undo', 'notYet')) return undefined;
  const isDoubted =
    hasAny(parts, 'not', 'ask', 'no', 'yes', 'serious', 'boss') ||
    isAsked ||
    doubts.test(words.replace(softener, '').replace(whyThem, ' '));
  if (!isDoubted) {
    for (const clause of clauses.map(({ words: one }) => one.replace(knowsIt, ''))) {
      if (
        (handOvers.handOverAlone.test(clause) && clauses.length === 1) ||
        handOvers.givenToNext.test(clause)
      )
        return { kind: 'handOver' };
      const patterns = [
        handOvers.givenTo,
        handOvers.givenWithout,
        handOvers.takenBy,
        handOvers.overTo,
        ...(codes.length > 0 ? [sentTo] : []),
      ];
      const name = patterns
        .map((pattern) => pattern.exec(clause)?.groups?.['name'])
        .find((one) => one !== undefined);
      if (name !== undefined && isName(name)) return { kind: 'handOver', whom: name };
    }
  }
  if (hasAny(parts, 'not', 'no', 'yes') || clauses.slice(1).some(({ words: one }) => isMoreNames(one)))
    return undefined;
  for (const { words: clause } of clauses) {
    const name = additions
      .map((pattern) => pattern.exec(clause)?.groups?.['name'])
      .find((one) => one !== undefined);
    if (name !== undefined && isName(name)) return { kind: 'add', whom: name };
  }
  return undefined;
}

const doubts =
  /(?:^| )(?:maar|but|mais|aber|als|if|si|wenn|falls|when|quand|misschien|maybe|peut etre|vielleicht|morgen|tomorrow|demain|later|straks|nadien|wanneer|tenzij|of|ou|oder|or|eerst|zodra|binnenkort|plus tard|spater|tantot|he|hij|wou|wilde|should|zou|devrait|sollte)(?= |$)/u;

/** "Geef maar door": here "maar" is no "but". */
const softener = /(?<=(?:geef|doe|zet|draag|laat|stuur)(?: het| dit| deze)?) maar(?= )/gu;

/** Why it is handed over: "he knows that box", "elle connaît mieux". */
const whyThem = /(?:^| )(?:he|hij)(?= (?:s|is|knows|kent|weet) )/u;

const knowsIt = /(?<=[a-z]{3}) (?:elle|il|hij|zij|ze|he|she) (?:connait|sait|kent|weet|knows)(?: .*)?$/u;

/** "Add bram, greta": one is asked at a time. */
function isMoreNames(words: string): boolean {
  return words.split(' ').length <= 2 && isName(words);
}

const nobody =
  /(?:^| )(?:iemand|someone|somebody|anyone|quelqu|jemand|niemand|nobody|personne|keiner|wie|who|qui|wer|hij|zij|ze|he|she|they|il|elle|er|sie|ihr|you|jij|je|jullie|tu|vous|du|u|me|mij|moi|mich|i|ik|we|wij|nous|wir|it|this|that|het|dit|dat|deze|ca|es|das|collega|collegue|kollege|colleague|management|baas|boss|chef|klant|customer|client|kunde|volgende|next|suivant|nachste|andere|anders|other|time|tijd|temps|zeit|min|minutes|minuten|uur|hour|hours|info|help|hulp|coffee|all|alles|tout|alle|de|the|le|la|een|a|un|morgen|nu|now|later|team|op|werk|work|and|en|et|und|of|or|to|aan|an)(?= |$)/u;

/** Words that may be a name: none of them does anything else in a reply. */
function isName(words: string): boolean {
  if (nobody.test(words)) return false;
  return words
    .split(' ')
    .every((word) => !usesOfWords.has(word) && !(isHarmless(word) && !competences.test(word)));
}

const competences =
  /^(?:network|netwerk|reseau|netz|netzwerk|database|databank|db|dba|bdd|datenbank|backup|mail|base|server|cluster|disk)$/u;
