import { isAutoreply, replyBody } from './body.ts';
import { tokensOf } from './tokens.ts';
import { optOutWords } from './words/words.ts';

/** What a customer contact answers to a request for consent. */
export type CustomerReply =
  | {
      readonly kind: 'granted' | 'refused';
      /** The four random digits of the request, if the answer names them. */
      readonly request?: string | undefined;
    }
  /** The contact's own words: an operator and the responder who acknowledged read them. */
  | { readonly kind: 'words'; readonly words: string; readonly request?: string | undefined }
  /** The contact is asked again, unless a phone answered by itself: two machines would answer each other without end. */
  | { readonly kind: 'unclear'; readonly isByItself?: true };

/** What a word or phrase does in such an answer. A `no` may belong to the next word, as in "no problem". */
type Use = 'grant' | 'ok' | 'refuse' | 'plainNo' | 'no' | 'neutral' | 'greeting' | 'thanks';

/** In small letters without accents. An apostrophe is a space, but "don't" is "dont". */
const wordsByUse: Readonly<Record<Use, readonly string[]>> = {
  grant: [
    'yes, yep, yeah, yes do it, go, go ahead, please proceed, proceed, do it, please do, approved, approve, i approve',
    'we approve, granted, agreed, agree, i agree, we agree, you may, ja, jawel, ja hoor, akkoord, ik ga akkoord, ga akkoord',
    'wij gaan akkoord, we gaan akkoord, ik ben akkoord, doe maar, doe het, doe het maar, doe dat maar, ga je gang',
    'ga uw gang, is goed, dat is goed, goedgekeurd, toegestaan, oui, accord, d accord, daccord, je suis d accord',
    'nous sommes d accord, c est d accord, allez y, vas y, vous pouvez y aller, vous pouvez, faites, faites le, approuve',
    'autorise, accorde, einverstanden, ich bin einverstanden, wir sind einverstanden, genehmigt, ich stimme zu',
    'wir stimmen zu, machen sie das, machen sie es, mach das, tun sie es, in ordnung, geht klar',
  ],
  ok: ['ok, okay, oke, okey'],
  refuse: [
    'refused, refuse, i refuse, we refuse, denied, deny, declined, decline, rejected, not approved, not agreed, not granted',
    'i dont agree, i do not agree, we dont agree, we do not agree, do not, dont, dont do it, do not do it, dont do that',
    'niet akkoord, ga niet akkoord, ik ga niet akkoord, wij gaan niet akkoord, we gaan niet akkoord, ik ben niet akkoord',
    'niet doen, doe het niet, doe dat niet, geweigerd, weiger, ik weiger, wij weigeren, afgekeurd, niet goedgekeurd',
    'pas d accord, je ne suis pas d accord, je suis pas d accord, je refuse, nous refusons, refusee, nicht einverstanden',
    'ich bin nicht einverstanden, abgelehnt, ich lehne ab, wir lehnen ab, verweigert, nicht genehmigt, nicht machen',
  ],
  plainNo: ['nope, nee, neen, nee hoor, non, nein'],
  no: ['no'],
  neutral: [
    'please, pls, aub, alstublieft, svp, s il vous plait, bitte, code, request, aanvraag, verzoek, demande, anfrage, nummer',
    'number, numero, nr, for, voor, pour, fur, fuer, it, het, hoor',
  ],
  greeting: [
    'hi, hello, hey, good morning, good evening, hallo, dag, goedemorgen, goedenavond, goedenacht, bonjour, bonsoir',
    'guten morgen, guten abend',
  ],
  thanks: ['thanks, thank you, thx, bedankt, dank je, dank u, dank u wel, merci, danke, vielen dank'],
};

const uses = new Map<string, Use>(
  Object.entries(wordsByUse).flatMap(([use, lines]) =>
    lines.flatMap((line) => line.split(', ').map((words) => [words, use as Use] as const)),
  ),
);

/** The length of the longest phrase, in words. */
const maxPhrase = Math.max(...[...uses.keys()].map((words) => words.split(' ').length));

type WordKind = Use | 'request' | 'unknown';

/**
 * Understands a customer's answer to a request for consent, in four languages.
 *
 * A yes allows a drastic action. A text is a yes only if every word is known and no word contradicts it. After a plain no,
 * any words may follow.
 */
export function parseCustomerReply(message: string): CustomerReply {
  const { text, isReaction, isTooLong } = replyBody(message);
  const words = tokensOf(text);
  if (isAutoreply(words)) return { kind: 'unclear', isByItself: true };
  const isNobody = isReaction || isTooLong || hasOptOutWord(words);
  const requests = new Set(words.filter((word) => /^\d{4}$/.test(word)));
  if (isNobody || requests.size > 1 || words.includes('?')) return { kind: 'unclear' };

  const kind = answerIn(kindsOf(words));
  const [request] = requests;
  if (kind === undefined) return { kind: 'unclear' };
  return request === undefined ? { kind } : { kind, request };
}

function hasOptOutWord(words: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  return optOutWords.some((word) => text.includes(` ${word} `));
}

function kindsOf(words: readonly string[]): readonly WordKind[] {
  const kinds: WordKind[] = [];
  for (let i = 0; i < words.length; ) {
    const phrases = Array.from({ length: maxPhrase }, (_, n) => words.slice(i, i + maxPhrase - n));
    const phrase = phrases.find((some) => uses.has(some.join(' ')));
    const use = phrase && uses.get(phrase.join(' '));
    kinds.push(use ?? (/^\d{4}$/.test(words[i] ?? '') ? 'request' : 'unknown'));
    i += phrase?.length ?? 1;
  }
  return kinds;
}

function answerIn(kinds: readonly WordKind[]): 'granted' | 'refused' | undefined {
  const has = (...some: readonly WordKind[]) => kinds.some((one) => some.includes(one));
  const grants = has('grant', 'ok');
  if (has('refuse', 'plainNo', 'no')) return !grants && isRefusal(kinds) ? 'refused' : undefined;
  if (!grants || has('unknown')) return undefined;
  const isPoliteness = !has('grant', 'request') && has('thanks');
  const first = kinds.findIndex((one) => one === 'grant' || one === 'ok');
  return isPoliteness || kinds.slice(first).includes('greeting') ? undefined : 'granted';
}

/** "Nee, bel me eerst" is a refusal, "no idea" is not. */
function isRefusal(kinds: readonly WordKind[]): boolean {
  const [first] = kinds.filter((one) => !['request', 'neutral', 'greeting'].includes(one));
  return first === 'plainNo' || !kinds.includes('unknown');
}
