import { type CustomerReply, parseCustomerReply } from '../../domain/replies/customer-reply.ts';
import { parseReply } from '../../domain/replies/parse.ts';
import type { QuestionKind, Reply, WhyUnclear } from '../../domain/replies/reply.ts';
import type { WallClock } from '../../domain/replies/times/times.ts';

/** How the product reads an answer, in words. */
export function readingOf(text: string): string {
  return meaningOf(parseReply(text));
}

/** How the product reads the answer of a customer contact, in words. */
export function customerReadingOf(text: string): string {
  return customerMeanings[whatCounts(parseCustomerReply(text))];
}

function meaningOf(reply: Reply): string {
  const about = reply.code === undefined ? '' : ` of ${reply.code}`;
  switch (reply.kind) {
    case 'yes':
      return `yes${about}${timeOf(reply, ', ')}`;
    case 'update':
      return `the repair time${about}: acknowledged${timeOf(reply, ' ')}, and the customer is told`;
    case 'no':
      return `no${about}: ${reply.ask ?? 'the next person'} is paged at once`;
    case 'undo':
      return `takes the last answer${about} back`;
    case 'add':
      return `pages ${reply.whom}${about === '' ? '' : ` about ${reply.code}`} as well`;
    case 'handOver':
      return `hands over${about} to ${reply.whom ?? 'whoever is next'}, once they have said yes`;
    case 'done':
      return `the end${about}${reply.note === undefined ? '' : `: ${reply.note}`}`;
    case 'consent':
      return `asks the customer${about === '' ? '' : ` of ${reply.code}`} for consent: ${reply.action}`;
    case 'assessment':
      return `what was decided with the customer${about}: ${reply.words}`;
    case 'unclear':
      return `asked again: ${whyUnclear[reply.why]}`;
    default:
      return `${otherMeanings[reply.kind]}${about}`;
  }
}

interface Timed {
  readonly minutes?: number | undefined;
  readonly until?: WallClock | undefined;
}

function timeOf({ minutes, until }: Timed, before: string): string {
  if (minutes !== undefined) return `${before}for ${minutes} minutes`;
  if (until === undefined) return '';
  return `${before}until ${[until.hour, until.minute].map((part) => String(part).padStart(2, '0')).join(':')}`;
}

const otherMeanings: Readonly<Record<QuestionKind | 'boss' | 'serious' | 'notSerious', string>> = {
  info: 'asks for the details',
  who: 'asks who has acknowledged and who is paged',
  status: 'asks how it stands',
  link: 'asks for the link in the alarm',
  numbers: 'asks for the numbers of the people on call',
  list: 'asks which incidents are open',
  help: 'asks what can be answered',
  boss: 'pages management',
  serious: 'a major incident: management decides with the customer',
  notSerious: 'not a major incident after all',
};

const whyUnclear: Readonly<Record<WhyUnclear, string>> = {
  noAnswer: 'neither yes nor no',
  tooLong: 'a story',
  reaction: 'a tap on a message',
  autoreply: 'a phone that answers by itself',
  optOutWord: 'the carrier may have unsubscribed the phone',
  question: 'a question',
  condition: 'a condition',
  contradiction: 'both yes and no',
  severalCodes: 'more than one code',
  time: 'a time that is not minutes',
  unknownWords: 'words that are not known',
};

/** Without the digits it is unknown which request the answer is about. */
function whatCounts(reply: CustomerReply): keyof typeof customerMeanings {
  if (reply.kind === 'unclear' || reply.kind === 'words') return reply.kind;
  return reply.request === undefined ? 'withoutDigits' : reply.kind;
}

const customerMeanings = {
  granted: 'consent',
  refused: 'no consent',
  withoutDigits: 'asked again: the digits are missing',
  words: 'words: an operator and the engineer read them',
  unclear: 'asked again',
} as const;
