import { isAutoreply } from './autoreply.ts';
import { replyBody } from './body.ts';
import { tokensOf } from './tokens.ts';
import { type CustomerUse, customerPhrases } from './words/customer-words.ts';
import { optOutWords } from './words/words.ts';

/** What a customer contact answers to a request for consent, or writes of their own. */
export type CustomerReply =
  | {
      readonly kind: 'granted' | 'refused';
      /** The four random digits of the request, if the answer names them. */
      readonly request?: string | undefined;
      /** All that the contact wrote, where that names no request and says more than yes or no: a person must read it. */
      readonly words?: string | undefined;
    }
  /** The contact's own words: an operator and the responder who acknowledged read them. */
  | { readonly kind: 'words'; readonly words: string; readonly request?: string | undefined }
  /** The contact is asked again, unless a phone answered by itself: two machines would answer each other without end. */
  | { readonly kind: 'unclear'; readonly isByItself?: true };

/** The length of the longest phrase, in words. */
const maxPhrase = Math.max(...[...customerPhrases.keys()].map((words) => words.split(' ').length));

type WordKind = CustomerUse | 'request' | 'unknown';

/**
 * Understands a customer's answer to a request for consent, in four languages.
 *
 * A yes allows a drastic action. A text is a yes only if every word is known and no word contradicts it. After a plain no,
 * any words may follow. What is neither is the customer's own words, and a person reads them.
 */
export function parseCustomerReply(message: string): CustomerReply {
  const { text, isReaction, isTooLong, isDoubtful } = replyBody(message);
  const tokens = tokensOf(text);
  if (isAutoreply(tokens)) return { kind: 'unclear', isByItself: true };
  if (isReaction || isOptOut(tokens)) return { kind: 'unclear' };
  const requests = [...new Set(tokens.filter((word) => /^\d{4}$/.test(word)))];
  const request = requests.length === 1 ? requests[0] : undefined;

  const kinds = kindsOf(tokens);
  const isAsked = tokens.includes('?') || requests.length > 1;
  const kind = isAsked || isDoubtful || isTooLong ? undefined : answerIn(kinds);
  const named = request === undefined ? {} : { request };
  const words = message.replace(/\s+/g, ' ').trim().slice(0, maxWords);
  if (kind !== undefined && request !== undefined) return { kind, request };
  if (kind !== undefined) return saysMore(kinds) ? { kind, words } : { kind };
  return saysMore(kinds) ? { kind: 'words', words, ...named } : { kind: 'unclear' };
}

/** Characters of a customer's own words that are kept. */
const maxWords = 400;

/** Whether there is something to read besides digits, manners, and a yes and a no. */
function saysMore(kinds: readonly WordKind[]): boolean {
  return kinds.some((kind) => kind === 'unknown' || kind === 'wait');
}

/** A word that ends a subscription, alone or with a please. In a sentence it is an ordinary word: "the server is down, end of story". */
function isOptOut(words: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  const isShort = words.filter((word) => /\p{L}/u.test(word)).length <= maxOptOut;
  return isShort && optOutWords.some((word) => text.includes(` ${word} `));
}

/** Words of a message that ends a subscription, at most. */
const maxOptOut = 2;

function kindsOf(words: readonly string[]): readonly WordKind[] {
  const kinds: WordKind[] = [];
  for (let i = 0; i < words.length; ) {
    const phrases = Array.from({ length: maxPhrase }, (_, n) => words.slice(i, i + maxPhrase - n));
    const phrase = phrases.find((some) => customerPhrases.has(some.join(' ')));
    const use = phrase && customerPhrases.get(phrase.join(' '));
    kinds.push(use ?? kindOfWord(words[i] ?? ''));
    i += phrase?.length ?? 1;
  }
  return kinds;
}

function kindOfWord(word: string): WordKind {
  return /^\d{4}$/.test(word) ? 'request' : /\p{L}/u.test(word) ? 'unknown' : 'sign';
}

function answerIn(kinds: readonly WordKind[]): 'granted' | 'refused' | undefined {
  const has = (...some: readonly WordKind[]) => kinds.some((one) => some.includes(one));
  const grants = has('grant', 'ok');
  if (has('refuse', 'plainNo', 'no')) return !grants && isRefusal(kinds) ? 'refused' : undefined;
  if (!grants || has('unknown', 'wait', 'sign')) return undefined;
  const isPoliteness = !has('grant', 'request') && has('thanks');
  const first = kinds.findIndex((one) => one === 'grant' || one === 'ok');
  return isPoliteness || kinds.slice(first).includes('greeting') ? undefined : 'granted';
}

/** "Nee, bel me eerst" is a refusal, "no idea" is not. */
function isRefusal(kinds: readonly WordKind[]): boolean {
  const [first] = kinds.filter((one) => !['request', 'neutral', 'greeting'].includes(one));
  return first === 'plainNo' || !kinds.includes('unknown');
}
