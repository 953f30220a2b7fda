import { isCode } from './code.ts';
import { howToAnswer } from './reply-words.ts';

/** What a person wrote, apart from what the phone put beside it. */
export interface ReplyBody {
  readonly text: string;
  /** Whether it quotes more than a word between quotation marks: what phones send when somebody taps a heart on a message. */
  readonly isReaction: boolean;
  /** Too long for an answer: a story, which is read by people. */
  readonly isTooLong: boolean;
  /** The code of the page that is quoted, when one is. */
  readonly quotedCode?: string | undefined;
}

/** Characters that are read of a message: no SMS is longer. Source: AWS, SMS of at most 1600 characters in all. */
const maxMessage = 1_600;

/** Characters of an answer. */
const maxBody = 200;

/** After such a line comes the message that is answered, or the sender's card. */
const rest =
  /^\s*(-{2,}\s*$|-{3,}.*-{3,}|_{5,}|(on|op|le|am) .{4,80}(wrote|schreef|a écrit|schrieb)[^\n]*:\s*$|(from|van|de|von) ?: |sent from (my |outlook)|get outlook for |holen sie sich outlook |télécharge[rz] outlook |outlook voor |verzonden (vanaf|met) |verstuurd vanaf |envoyé (de|depuis) |von meinem .* gesendet|gesendet von )/iu;

/** A line that takes leave: after it come a name and a card. Not as the first line, where it would be the answer. */
const closing =
  /^\s*(mvg|groet|groeten|groetjes|met vriendelijke groeten?|cordialement|bien à vous|cdlt|mfg|vg|lg|(viele|liebe|beste) grü(ß|ss)e|mit freundlichen grü(ß|ss)en|(best|kind) regards|regards|br|cheers)\s*[,.!]?\s*$/iu;

const pageEndings = Object.values(howToAnswer).map((words) => words.toLowerCase());

/** Takes an answer out of a message: without quotations, reactions and signatures. */
export function replyBody(message: string): ReplyBody {
  const lines = message.slice(0, maxMessage).replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex((line, i) => line !== '' && (rest.test(line) || (i > 0 && closing.test(line))));
  const [before, after] = end === -1 ? [lines, []] : [lines.slice(0, end), lines.slice(end + 1)];
  const isQuoted = (line: string) => /^\s*[>|]/.test(line);
  const written = before.filter((line) => !isQuoted(line));
  const text = written
    .filter((line) => !isPage(line))
    .join('\n')
    .trim();
  const quoted = [...before.filter((line) => isQuoted(line) || isPage(line)), ...after];
  return {
    text,
    isReaction: quotesWords(written.join('\n')),
    isTooLong: text.length > maxBody || message.length > maxMessage,
    quotedCode: codeAtStart(quoted),
  };
}

/** Quotation marks around more than one word. */
function quotesWords(text: string): boolean {
  const inDoubles = text.split('"').filter((_, i, all) => i % 2 === 1 && i < all.length - 1);
  return /[“„«][^”“»]*\S\s+\S/u.test(text) || inDoubles.some((quoted) => /\S\s+\S/.test(quoted));
}

function isPage(line: string): boolean {
  const lower = line.normalize('NFC').toLowerCase();
  return pageEndings.some((ending) => lower.includes(ending));
}

function codeAtStart(lines: readonly string[]): string | undefined {
  const starts = lines.map((line) => /^[\s>|]*(\w+)/.exec(line)?.[1]?.toUpperCase() ?? '');
  return starts.find(isCode);
}
