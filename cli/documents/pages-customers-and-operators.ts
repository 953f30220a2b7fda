import type { CustomerNews } from '../../domain/customers/update.ts';
import type { TaskAbout } from '../../domain/incident/task.ts';
import { consentReceipt, consentText } from '../../domain/messages/consent-text.ts';
import { customerText, operatorText } from '../../domain/messages/customer-text.ts';
import { taskWords } from '../../domain/messages/task-title.ts';
import type { Language } from '../../domain/organization/organization.ts';
import { example } from './pages-examples.ts';
import { openedAt } from './pages-questions.ts';

const minute = 60_000;
const endedAt = openedAt + 35 * minute;

/** What the example's news is about. */
const news = {
  ...{ code: example.code, company: 'Scheldewater', service: 'acme-shop', what: '' },
  ...{ since: openedAt, folded: 0 },
} as const;

/** What customers are told, and when. */
const newsExamples: readonly (readonly [when: string, news: CustomerNews])[] = [
  ['the alarm comes in, for those who have copies', { ...news, kind: 'copy', what: example.summary }],
  ['so many come that some are only counted', { ...news, kind: 'copy', what: example.summary, folded: 4 }],
  ['five minutes have passed, and nobody has acknowledged', { ...news, kind: 'incident', next: 'called' }],
  ['an engineer has acknowledged', { ...news, kind: 'incident', next: 'acknowledged' }],
  ['management has acknowledged', { ...news, kind: 'incident', next: 'managed' }],
  [
    'somebody has said how long it takes',
    { ...news, kind: 'repairTime', next: 'expected', expectedAt: endedAt },
  ],
  [
    'management has decided without it, since nobody there could be reached',
    { ...news, kind: 'decided', what: 'restart the database', by: 'Dirk' },
  ],
  ['it is over', { ...news, kind: 'over', endedAt }],
  ['it is over, and the customer had heard nothing yet', { ...news, kind: 'wasAndIsOver', endedAt }],
  [
    'it fires again after the customer heard that it was over',
    { ...news, kind: 'again', next: 'called', since: endedAt },
  ],
];

/** Answers to a request for consent. The page says how each is read. */
export const customerReplies: readonly string[] = [
  ...['4711 ja', '4711 oui', '4711 go ahead', '4711 nee, bel me eerst', '4711 nein'],
  ...['ja', '4711 ja maar niet nu', '4711?'],
];

/** What a customer's contacts read, and when. */
export function customerMessages(language: Language): readonly (readonly [when: string, text: string])[] {
  const question = { code: example.code, digits: '4711', action: 'restart the database', by: 'An', language };
  return [
    ...newsExamples.map(([when, told]) => [when, customerText(told, reader(language))] as const),
    ['an engineer asks for consent', consentText(question)],
    ['the contact has agreed', consentReceipt('granted', language, '+3232000000')],
    ['the contact has refused', consentReceipt('refused', language, '+3232000000')],
    ['the question is answered already, or an hour old', consentReceipt('late', language, '+3232000000')],
    ['the contact has written something else', consentReceipt('words', language, '+3232000000')],
    ['the answer was not understood', consentReceipt('unclear', language, '+3232000000')],
  ];
}

const toldPromises = (['incident', 'repair time', 'solution', 'decision'] as const).map((about, index) => ({
  id: `p${index + 1}`,
  about,
  madeAt: endedAt,
}));

/** What operators are asked, as they read it in the queue and on the board. */
export function operatorTasks(language: Language): readonly (readonly [when: string, text: string])[] {
  const naming = { language, names: (responder: string) => responder };
  const words = (about: TaskAbout) => taskWords({ promises: toldPromises }, about, naming);
  return [
    ['a primary is paged', words({ kind: 'confirm', responder: 'An' })],
    [
      'the acknowledgement of another responder has run out',
      words({ kind: 'confirm', responder: 'An', ranOutOf: 'Bram' }),
    ],
    ['a customer must hear of the incident', words({ kind: 'tell customer', promise: 'p1' })],
    ['a customer must hear of the repair time', words({ kind: 'tell customer', promise: 'p2' })],
    ['a customer must hear that it is over', words({ kind: 'tell customer', promise: 'p3' })],
    ['a customer must hear what was decided without it', words({ kind: 'tell customer', promise: 'p4' })],
    ['a customer must be asked', words({ kind: 'ask consent', request: 'c1' })],
    [
      'a customer writes in their own words',
      words({ kind: 'customer wrote', who: 'Joris', words: 'our shop is down' }),
    ],
    ['an alarm of an unknown service', words({ kind: 'look', why: 'unknown service' })],
  ];
}

/** What an operator reads out to a customer who is told by people. */
export function operatorReads(language: Language): string {
  return operatorText({ ...news, kind: 'incident', next: 'acknowledged' }, reader(language));
}

function reader(language: Language) {
  return { language, timeZone: example.timeZone, now: endedAt };
}
