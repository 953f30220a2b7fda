import { acknowledged } from './acknowledged.ts';
import { asked, judged, lasting } from './asked.ts';
import { consentInWords, mayAskForConsent } from './consent-words.ts';
import { declined } from './declined.ts';
import { ending } from './ending.ts';
import { hasAny } from './parts.ts';
import { withoutAmounts, withoutGoodbye } from './reduced.ts';
import type { MaybeMeant, Meaning } from './reply.ts';
import { type Sentence, sentenceOf } from './sentence.ts';
import { wishedFor } from './whom.ts';
import { maybeEnded } from './words/end-patterns.ts';
import { maybeHandOver } from './words/patterns.ts';

/**
 * Understands a text in which not every word is known: a clause says what it means, and nothing else in the text doubts
 * it. What could be wrong at a cost (a yes, an end, a hand-over) needs more than what costs nothing (a question, a no).
 */
export function looseReply(sentence: Sentence, text: string): Meaning | undefined {
  if (sentence.clauses.some(({ words }) => forwarded.test(words))) return undefined;
  return (
    wishedFor(sentence) ??
    consentInWords(text) ??
    undone(sentence) ??
    declined(sentence) ??
    ending(sentence) ??
    ending(sentenceOf(withoutGoodbye(text), withoutAmounts)) ??
    asked(sentence) ??
    judged(sentence) ??
    lasting(sentence) ??
    acknowledged(sentence)
  );
}

const takesBack =
  /(?:^| )(?:undo|revert|terugdraai|terugdraaien|draai (?:dat |het |dit |mijn antwoord )?terug|annuleer|annuleren|annuler|annulez|annule|ongedaan|ruckgangig|rueckgaengig|zurucknehmen|zuruecknehmen|nehme (?:das |es |meine antwort )?zuruck|take (?:that|it|this|my answer) back|neem (?:dat|het|mijn antwoord|dit) terug|trek (?:mijn antwoord|dat) terug|je retire ma reponse|oublie ma reponse|ignore my (?:last|reply|answer))(?= |$)/u;

/** Words of a text with which somebody takes back their answer. */
const maxOfUndo = 7;

/** "Ignore my last text", "annule mon oui", "mein letztes zurücknehmen": about one's answer, whatever else is said. */
const takesBackAnswer = new RegExp(
  [
    '^(?:wait |wacht |attends |attendez |warte |no |nope |nee |non |nein |oh |oei |oeps |oups |oops |ah |sorry |please |bitte |svp |aub |et |and |en |und )*(?:annuleer|annule|annulez|annuler|ignore|forget|disregard|negeer|vergeet|oublie|oubliez|ignorez|vergiss|vergesst|ignoriere|ignorier|undo|revert|retire|je retire|ik trek|trek|ik neem|neem|nehme|ich nehme|streich|scratch|retract)(?: [a-z]+){0,1} (?:mijn|my|mon|ma|mein|meine|meinen|m n)(?: (?:vorige|vorig|laatste|last|previous|dernier|derniere|precedent|letzte|letztes|letzten|eerdere|earlier))? (?:sms|text|message|bericht|antwoord|answer|reply|oui|ja|yes|non|nee|no|nein|reponse|antwort|nachricht|texto|msg|ok)(?: (?:in|terug|zuruck|please|aub|svp|bitte|stp|back))*$',
    '^(?:bitte |sorry )*(?:mein|meine|meinen) (?:letzte|letztes|letzten|vorige)(?: [a-z]+)? (?:zurucknehmen|ignorieren|vergessen|streichen|stornieren)$',
    '^(?:wait |no |nope |oops |sorry |oh )*(?:scratch|strike|forget) (?:that|it)$',
    '(?:^| )(?:vergeet|forget|oublie|oubliez|vergiss) (?:wat ik (?:zei|stuurde|schreef)|what i (?:said|sent|wrote)|ce que j ai (?:dit|ecrit|envoye)|was ich (?:gesagt|geschrieben) habe)$',
  ].join('|'),
  'u',
);

function undone({ words, parts, clauses, isAsked }: Sentence): Meaning | undefined {
  if (!isAsked && clauses.some((one) => takesBackAnswer.test(one.words))) return { kind: 'undo' };
  const isOther = isAsked || hasAny(parts, 'not', 'yes', 'no', 'ask', 'hedge', 'done', 'optOut', 'when');
  return !isOther && takesBack.test(words) && words.split(' ').length <= maxOfUndo
    ? { kind: 'undo' }
    : undefined;
}

/** What a mail program writes before a message of somebody else. */
const forwarded = /^(?:fw|fwd|tr|wg|re|aw|doorgestuurd|transfere|weitergeleitet|forwarded)$/u;

/** What an unclear text may mean. */
export function maybeMeant(sentence: Sentence, text: string): MaybeMeant | undefined {
  const { words, parts } = sentence;
  if (mayAskForConsent(text)) return 'consent';
  if (maybeHandOver.test(words)) return 'handOver';
  if (hasAny(parts, 'undo')) return 'undo';
  if (hasAny(parts, 'more', 'eta', 'notYet', 'ready') && hasAny(parts, 'when')) return 'update';
  if (maybeEnded.test(words)) return 'done';
  if (hasAny(parts, 'boss')) return 'boss';
  if (hasAny(parts, 'yes', 'ok')) return 'yes';
  return hasAny(parts, 'no') ? 'no' : undefined;
}
