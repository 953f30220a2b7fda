import { howToAnswerPattern } from '../messages/texts/texts.ts';
import { isCode } from './code.ts';
import { undictated } from './dictated.ts';
import { type ReplyPart, readReply } from './parts.ts';
import { plainWord, tokensOf } from './tokens.ts';
import { beyondSignature } from './words/veto-words.ts';
import { usesOfWords } from './words/words.ts';

/** What a person wrote, without what the phone added. */
export interface ReplyBody {
  readonly text: string;
  /** Whether it quotes more than one word. Phones send this when somebody taps a heart on a message. */
  readonly isReaction: boolean;
  /** Whether a quotation, which is not of our page, says something: nobody knows who said it. */
  readonly isDoubtful: boolean;
  /** Whether it is too long for an answer. People read such a story. */
  readonly isTooLong: boolean;
  /** The code of the page that the reply quotes, if it quotes one. */
  readonly quotedCode?: string | undefined;
}

/** Characters that are read of a message. No SMS is longer. Source: AWS, SMS of at most 1600 characters in all. */
const maxMessage = 1_600;

/** Characters of an answer. */
const maxBody = 200;

/** After such a line may follow the message that the reply quotes, or the sender's signature. */
const rest =
  /^\s*(-{2,}\s*$|-{3,}.*-{3,}|_{5,}|(on|op|le|am) .{4,80}(wrote|schreef|a écrit|schrieb)[^\n]*:\s*$|(from|van|de|von) ?: |sent from (my |outlook)|get outlook for |holen sie sich outlook |télécharge[rz] outlook |outlook voor |verzonden (vanaf|met) |verstuurd vanaf |envoyé (de|depuis) |von meinem .* gesendet|gesendet von )/iu;

/** A closing line: a name and a signature may follow it. The first line is never one, because it may be the answer. */
const closing =
  /^\s*(mvg|gr|grtz|groet|groeten|groetjes|met (vriendelijke )?groet(en)?|cordialement|bien à vous|cdlt|bàv|mfg|vg|lg|(viele|liebe|beste|schöne) grü(ß|ss)e|mit freundlichen grü(ß|ss)en|(best|kind) regards|regards|best|br|cheers)\s*[,.!]?\s*$/iu;

/** A line of a signature or of the head of a quoted message: "From: Permanence", "+32 470 12 34 56", "An Peeters, ACME". */
const header =
  /^\s*(from|van|von|de|sent|verzonden|envoyé|gesendet|to|aan|à|an|subject|onderwerp|objet|betreff|date|datum|tel|t|m|gsm|mob|mobile|mobiel|handy|port|www) ?[.:]/iu;

/** Words of a name or of a title below a greeting. */
const maxWordsOfName = 5;

/**
 * Takes the answer out of a message, without quotations, reactions and signatures. Text below a greeting or a line is read
 * as part of the answer, unless it is our own page or a signature that says nothing.
 */
export function replyBody(message: string): ReplyBody {
  const lines = message.slice(0, maxMessage).replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex((line, i) => line !== '' && (rest.test(line) || (i > 0 && closing.test(line))));
  const [before, after] = end === -1 ? [lines, []] : [lines.slice(0, end), lines.slice(end)];
  const isQuoted = (line: string) => /^\s*[>|]/.test(line);
  const ofPage = new Set([...linesOfPage(lines), ...linesQuoted(after)]);
  const isOurs = (line: string) =>
    ofPage.has(line) || isPage(line) || (isQuoted(line) && isQuestion.test(line));
  const written = before.filter((line) => !isQuoted(line) && !isOurs(line));
  const below = after.filter((line) => !isOurs(line) && !isSignature(line));
  const text = withCodeJoined(withoutName(undictated([...written, ...below].join('\n').trim())));
  const quoted = [...before.filter((line) => isQuoted(line) || isOurs(line)), ...after.slice(1)];
  return {
    text,
    isReaction: quotesWords(before.filter((line) => !isQuoted(line)).join('\n')),
    isDoubtful: lines.some((line) => isQuoted(line) && !isOurs(line) && !saysNothing(line)),
    isTooLong: text.length > maxBody || message.length > maxMessage,
    quotedCode: codeAtStart(quoted),
  };
}

/** Our question to a customer says its digits twice. */
const isQuestion = /\b(\d{4})\b.*\b\1\b/;

/** "Ja, bin gleich da. VG Jürgen": a greeting and a name at the end of a line. */
function withoutName(text: string): string {
  const name = smallGreetingAndName.exec(text)?.groups?.['name'];
  const isName = name !== undefined && saysNothing(name) && !usesOfWords.has(plainWord(name));
  return isName ? text.replace(smallGreetingAndName, '') : text.replace(greetingAndName, '');
}

/** In small letters only what is no other word: "vg jürgen", and not "br". */
const smallGreetingAndName =
  /(?<=\S)[\s,.!;–-]+(?:mvg|gr|grtz|grts|cdlt|mfg|vg|lg)[\s,.!-]+(?<name>\p{L}{3,})\s*$/iu;

const greetingAndName =
  /(?<=\S)[\s,.!;–-]+(?:[Mm]vg|MVG|[Gg]r|[Gg]rtz|[Gg]rts|[Gg]roet|[Gg]roeten|[Gg]roetjes|[Cc]ordialement|[Cc]dlt|[Bb]ises?|[Mm]fg|MFG|MfG|[Vv]g|VG|[Ll]g|LG|[Gg]ruß|[Gg]russ|[Gg]rüße|[Rr]egards|[Rr]gds|BR|br|[Cc]heers)[\s,.!-]+\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]*\.?)?\s*$/u;

/** "2 G U ja": a code as the call speaks it. In small letters only beside one word, because "a 7 h" is a time. */
function withCodeJoined(text: string): string {
  const isShort = text.split(/\s+/).length <= 5;
  return text.replace(spokenCode, (spoken) => {
    const code = spoken.replace(/[ .-]/g, '');
    const isMeant = code === code.toUpperCase() || (isShort && !/^a\d[hu]$/.test(code));
    return isMeant && isCode(code.toUpperCase()) ? code : spoken;
  });
}

const spokenCode = /(?<![\p{L}\p{N}])[a-z\d](?:[ .-][a-z\d]){2,3}(?![\p{L}\p{N}])/giu;

/** The lines of a quoted page, which may be broken into several: they begin with a code. */
function linesOfPage(lines: readonly string[]): ReadonlySet<string> {
  const from = lines.findIndex((line, i) => i > 0 && codeAtStart([line]) !== undefined);
  if (from === -1) return new Set();
  const quoted = lines.slice(from);
  const to = quoted.findIndex(isPage);
  return new Set(to === -1 ? [] : quoted.slice(0, to + 1));
}

/** After "Permanence wrote:", a line that begins with a code is of our page, without the rest of it. */
function linesQuoted([first = '', ...lines]: readonly string[]): readonly string[] {
  return attribution.test(first.slice(0, maxAttribution))
    ? lines.filter((line) => codeAtStart([line]) !== undefined)
    : [];
}

/** Characters of such a line. */
const maxAttribution = 150;

const attribution = /(?:wrote|schreef|a écrit|schrieb)[^\n]*:\s*$|-{3,}.*\p{L}.*-{3,}/iu;

/** A line that ends the answer, a head of a quotation, a number, or a short line without a word that we know. */
function isSignature(line: string): boolean {
  if (closing.test(line) || (header.test(line) && saysNothing(line.replace(header, '')))) return true;
  if (/^\s*([-_=*]+|[+\d][\d\s./()-]{5,})\s*$/.test(line)) return true;
  const own = line.replace(rest, '').trim();
  return saysNothing(own) && own.split(/\s+/).length <= maxWordsOfName;
}

/** Whether a line has no word that answers, doubts, denies or is about somebody. */
function saysNothing(line: string): boolean {
  const parts = readReply(tokensOf(line));
  return parts.every(
    (part) => saysNothingKinds.has(part.kind) && !('words' in part && beyondSignature.test(part.words)),
  );
}

const saysNothingKinds: ReadonlySet<ReplyPart['kind']> = new Set([
  'unknown',
  'time',
  'code',
  'page',
  'at',
  'by',
  'for',
  'thing',
] as const);

/** Quotation marks around more than one word. */
function quotesWords(text: string): boolean {
  const inDoubles = text.split('"').filter((_, i, all) => i % 2 === 1 && i < all.length - 1);
  return /[“„«][^”“»]*\S\s+\S/u.test(text) || inDoubles.some((quoted) => /\S\s+\S/.test(quoted));
}

function isPage(line: string): boolean {
  return howToAnswerPattern.test(line.normalize('NFC'));
}

function codeAtStart(lines: readonly string[]): string | undefined {
  const starts = lines.map((line) => /^[\s>|]*(\w+)/.exec(line)?.[1]?.toUpperCase() ?? '');
  return starts.find(isCode);
}
