import { isCode } from './code.ts';
import { howToAnswer } from './reply-words.ts';

/** What a person wrote, apart from what the phone put beside it. */
export type ReplyBody =
  | {
      readonly kind: 'written';
      readonly text: string;
      /** The code of the page that is quoted, when one is. */
      readonly quotedCode?: string | undefined;
    }
  | { readonly kind: 'reaction' }
  | { readonly kind: 'tooLong' };

/** Characters that are read of a message: no SMS is longer. Source: AWS, SMS of at most 1600 characters in all. */
const maxMessage = 1_600;

/** Characters of an answer: longer ones are stories, and are read by people. */
const maxBody = 200;

/** After such a line comes the message that is answered, or the sender's card. */
const rest =
  /^\s*(-{2,}\s*$|-{3,}.*-{3,}|_{5,}|(on|op|le|am) .{4,80}(wrote|schreef|a écrit|schrieb)[^\n]*:\s*$|(from|van|de|von) ?: |sent from my |verzonden (vanaf|met) |verstuurd vanaf |envoyé (de|depuis) |von meinem .* gesendet|gesendet von )/iu;

/** Quotation marks around more than one word: what phones send when somebody taps a heart on a message. */
const quotedWords = /[“„«][^”“»]*\S\s+\S|"[^"]*\S\s+\S[^"]*"/u;

const pageEndings = Object.values(howToAnswer).map((words) => words.toLowerCase());

/** Takes an answer out of a message: without quotations, reactions and signatures. */
export function replyBody(message: string): ReplyBody {
  const lines = message.slice(0, maxMessage).replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex((line) => rest.test(line));
  const [before, after] = end === -1 ? [lines, []] : [lines.slice(0, end), lines.slice(end + 1)];
  const isQuoted = (line: string) => /^\s*[>|]/.test(line);
  if (quotedWords.test(before.filter((line) => !isQuoted(line)).join('\n'))) return { kind: 'reaction' };

  const own = before.filter((line) => !isQuoted(line) && !isPage(line));
  const text = own.join('\n').trim();
  if (text.length > maxBody || message.length > maxMessage) return { kind: 'tooLong' };
  const quoted = [...before.filter((line) => isQuoted(line) || isPage(line)), ...after];
  return { kind: 'written', text, quotedCode: codeAtStart(quoted) };
}

function isPage(line: string): boolean {
  const lower = line.normalize('NFC').toLowerCase();
  return pageEndings.some((ending) => lower.includes(ending));
}

function codeAtStart(lines: readonly string[]): string | undefined {
  const starts = lines.map((line) => /^[\s>|]*(\w+)/.exec(line)?.[1]?.toUpperCase() ?? '');
  return starts.find(isCode);
}
