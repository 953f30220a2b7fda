import { howToAnswerPattern } from '../messages/texts/texts.ts';
import { isCode } from './code.ts';

/** What a person wrote, without what the phone added. */
export interface ReplyBody {
  readonly text: string;
  /** Whether it quotes more than one word. Phones send this when somebody taps a heart on a message. */
  readonly isReaction: boolean;
  /** Whether it is too long for an answer. People read such a story. */
  readonly isTooLong: boolean;
  /** The code of the page that the reply quotes, if it quotes one. */
  readonly quotedCode?: string | undefined;
}

/** Characters that are read of a message. No SMS is longer. Source: AWS, SMS of at most 1600 characters in all. */
const maxMessage = 1_600;

/** Characters of an answer. */
const maxBody = 200;

/** After such a line follows the message that the reply quotes, or the sender's signature. */
const rest =
  /^\s*(-{2,}\s*$|-{3,}.*-{3,}|_{5,}|(on|op|le|am) .{4,80}(wrote|schreef|a écrit|schrieb)[^\n]*:\s*$|(from|van|de|von) ?: |sent from (my |outlook)|get outlook for |holen sie sich outlook |télécharge[rz] outlook |outlook voor |verzonden (vanaf|met) |verstuurd vanaf |envoyé (de|depuis) |von meinem .* gesendet|gesendet von )/iu;

/** A closing line: a name and a signature follow it. The first line is never one, because it may be the answer. */
const closing =
  /^\s*(mvg|groet|groeten|groetjes|met vriendelijke groeten?|cordialement|bien à vous|cdlt|mfg|vg|lg|(viele|liebe|beste) grü(ß|ss)e|mit freundlichen grü(ß|ss)en|(best|kind) regards|regards|br|cheers)\s*[,.!]?\s*$/iu;

/** Takes the answer out of a message, without quotations, reactions and signatures. */
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
  return howToAnswerPattern.test(line.normalize('NFC'));
}

function codeAtStart(lines: readonly string[]): string | undefined {
  const starts = lines.map((line) => /^[\s>|]*(\w+)/.exec(line)?.[1]?.toUpperCase() ?? '');
  return starts.find(isCode);
}

/** What phones and mail servers answer by themselves: small letters, no accents, apostrophes as spaces. */
const phrases: readonly string[] = [
  'automatic reply, auto reply, autoreply, automated reply, automatic response, automated response, automated message, out of office',
  'out of the office, i am driving, i m driving, im driving, driving with focus, while driving, not receiving notifications',
  'will see your message, ll see your message, ll see this message, get back to you, cant talk right now, cant talk now, call you back',
  'call you later, call you right back, in a meeting, on vacation, on holiday, on leave, do not disturb, voicemail, currently away',
  'currently unavailable, automatisch antwoord, automatische reactie, automatisch bericht, afwezigheid, ik ben afwezig, aan het rijden',
  'ik rij nu, ik rijd nu, achter het stuur, in vergadering, in een vergadering, kan nu niet praten, bel je terug, bel u terug',
  'bel je later, bel je zo terug, op vakantie, met vakantie, met verlof, niet storen, je conduis, au volant, en reunion, en vacances',
  'en conge, reponse automatique, message automatique, absent du bureau, absente du bureau, je vous rappelle, je te rappelle',
  'peux pas parler, ne pas deranger, repondeur, messagerie vocale, ich fahre gerade, ich fahre auto, am steuer, in einer besprechung',
  'in einem meeting, im meeting, in einer sitzung, im urlaub, abwesenheitsnotiz, automatische antwort, rufe zuruck, rufe dich zuruck',
  'rufe dich gleich zuruck, rufe dich spater zuruck, rufe sie zuruck, melde mich spater, nicht im buro, nicht sprechen, nicht storen',
];

const patterns = phrases.flatMap((line) => line.split(', ').map((phrase) => ` ${phrase} `));

/** Whether the words look like an automatic answer. */
export function isAutoreply(words: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  return patterns.some((pattern) => text.includes(pattern));
}
