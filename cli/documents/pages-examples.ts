import { type Notice, theSource } from '../../domain/incident/notice.ts';
import type { PageContent } from '../../domain/messages/page-text.ts';
import type { spokenOutcome } from '../../domain/messages/spoken-text.ts';
import type { NoticeKey } from '../../domain/messages/texts/shape.ts';
import { handingOver } from './pages-hand-over.ts';
import { answersAndQuestions, openedAt } from './pages-questions.ts';

/** The incident that all examples are about: a disk of ACME's is full. */
export const example: Omit<PageContent, 'language'> = {
  code: 'A7K',
  customer: 'ACME',
  summary: 'db-3 disk full 95%',
  openedAt,
  timeZone: 'Europe/Brussels',
};

/** A summary that is too long for a page. */
export const longSummary =
  'db-3 disk full 95% on /var/lib/postgresql, 2.1 GB left, growing by 40 MB a minute since the nightly export began at two; replication is 18 minutes behind';

/** A summary that GSM-7 cannot write. */
export const otherScript = 'Ο δίσκος γέμισε';

/** The keys of the example's call. Each call draws its own. */
export const exampleDigits = { yes: '4', no: '7' };

const minute = 60_000;

const { code } = example;

export const until = openedAt + 35 * minute;

export const by = 'Bram';

const worse = 'db-3 disk full 99%';

const action = 'restart the database';

/** When each notice is sent, and an example of it. */
export const noticeExamples: Readonly<Record<NoticeKey, { readonly when: string; readonly notice: Notice }>> =
  {
    acknowledged: { when: 'you acknowledged', notice: { kind: 'acknowledged', code, until } },
    acknowledgedInstead: {
      when: 'you took it over from somebody else',
      notice: { kind: 'acknowledgedInstead', code, until, by },
    },
    acknowledgedByOther: {
      when: 'you were paged, and somebody else acknowledged',
      notice: { kind: 'acknowledgedByOther', code, by, until },
    },
    declined: { when: 'you declined', notice: { kind: 'declined', code } },
    undone: { when: 'you took your answer back', notice: { kind: 'undone', code } },
    nothingToUndo: { when: 'there is nothing to take back', notice: { kind: 'nothingToUndo', code } },
    ackExpired: { when: 'your acknowledgement has run out', notice: { kind: 'ackExpired', code } },
    over: { when: 'its source says that it is over', notice: { kind: 'over', code, by: theSource } },
    overBy: { when: 'a person says that it is over', notice: { kind: 'over', code, by } },
    overByYou: { when: 'you said that it is over', notice: { kind: 'overByYou', code } },
    reopened: {
      when: 'you work on it, heard that it was over, and it is open again',
      notice: { kind: 'reopened', code, at: openedAt },
    },
    reopenedYours: {
      when: 'the same, and your acknowledgement still holds',
      notice: { kind: 'reopened', code, at: openedAt, until },
    },
    endUndone: {
      when: 'you took back that it is over, and nobody has it',
      notice: { kind: 'endUndone', code },
    },
    endUndoneYours: {
      when: 'the same, and you had acknowledged',
      notice: { kind: 'endUndone', code, until },
    },
    endUndoneBy: {
      when: 'the same, and somebody else had acknowledged',
      notice: { kind: 'endUndone', code, by, until },
    },
    alreadyOverUndo: {
      when: 'you answered about an incident that was over less than 10 minutes ago',
      notice: { kind: 'alreadyOver', code, at: openedAt, canUndo: true },
    },
    alreadyOverLate: {
      when: 'you answered about an incident that has been over for longer',
      notice: { kind: 'alreadyOver', code, at: openedAt },
    },
    nowCritical: {
      when: 'you have it, and a critical alarm joins',
      notice: { kind: 'nowCritical', code, summary: worse },
    },
    nowHigh: {
      when: 'you have it at severity low, and an alarm of severity high joins',
      notice: { kind: 'nowHigh', code, summary: worse },
    },
    alreadyOver: {
      when: 'the same, and its alarm has opened a newer incident',
      notice: { kind: 'alreadyOver', code },
    },
    notOver: { when: 'a tool opens again what is open', notice: { kind: 'notOver', code } },
    joined: {
      when: 'you said yes, and somebody else has acknowledged',
      notice: { kind: 'joined', code, by },
    },
    joinedBy: {
      when: 'you acknowledged, and somebody else said yes',
      notice: { kind: 'joinedBy', code, by },
    },
    updated: { when: 'you said how long it takes', notice: { kind: 'updated', code, until } },
    updatedBeside: {
      when: 'you said how long it takes, and somebody else has acknowledged',
      notice: { kind: 'updatedBeside', code, by, until },
    },
    notOnIt: {
      when: 'an operator could not reach you',
      notice: { kind: 'notOnIt', code },
    },
    asked: { when: 'you wanted a colleague', notice: { kind: 'asked', code, whom: by } },
    ...handingOver,
    managementAsked: { when: 'you wanted management', notice: { kind: 'managementAsked', code } },
    serious: { when: 'you said that it is serious', notice: { kind: 'serious', code } },
    notSerious: { when: 'you said that it is not', notice: { kind: 'notSerious', code } },
    decisionWanted: { when: 'you manage a major incident', notice: { kind: 'decisionWanted', code } },
    decisionStored: {
      when: 'you reported what you and the customer decided',
      notice: { kind: 'decisionStored', code },
    },
    consentAsked: { when: 'you asked for consent', notice: { kind: 'consentAsked', code } },
    consentGranted: {
      when: 'the customer agrees',
      notice: { kind: 'consentGranted', code, by: 'Joris', action },
    },
    consentGrantedAfterRefusal: {
      when: 'one contact agrees to what another has refused before',
      notice: { kind: 'consentGrantedAfterRefusal', code, by: 'Joris', refusedBy: 'Katja', action },
    },
    consentToDecide: {
      when: 'you are management, and nobody at the customer answers a request',
      notice: { kind: 'consentToDecide', code, digits: '4711', action },
    },
    consentDecided: {
      when: 'nobody at the customer could be reached, and management decides',
      notice: { kind: 'consentDecided', code, by: 'Dirk', action },
    },
    consentRefused: {
      when: 'the customer does not',
      notice: { kind: 'consentRefused', code, by: 'Joris', action },
    },
    consentExpired: {
      when: 'nobody answered for an hour',
      notice: { kind: 'consentExpired', code, action },
    },
    customerWrote: {
      when: 'you work on it, and the customer writes in their own words',
      notice: { kind: 'customerWrote', code, by: 'Joris', words: 'our shop is down, please call me' },
    },
    promiseBroken: {
      when: 'a customer was not told in time',
      notice: { kind: 'promiseBroken', code, customer: 'ACME' },
    },
    ...answersAndQuestions,
  };

/** After which key a call says each of its last sentences. */
export const outcomesSpoken: Readonly<Record<Parameters<typeof spokenOutcome>[0], string>> = {
  acknowledged: 'yes',
  declined: 'no',
  over: 'either, when the incident is already over',
  wrongDigit: 'none of these',
  notStored: 'any, when it could not be stored',
  confirmed: 'the contact center’s',
  notConfirmed: 'the contact center’s, when it could not be stored',
};

/** What people write. The page says how each is read. */
export const replies: readonly string[] = [
  ...[
    'ja',
    'Oui!',
    'yes 45',
    'A7K ok',
    'ik neem het',
    "je m'en occupe",
    'bin dran',
    'on it, 1h',
    'A7K 30',
    '20 min',
  ],
  ...['nee', 'non', 'kann gerade nicht', "can't, on a plane", 'undo', 'terugdraaien'],
  ...['ja tot 5u', 'nog 20 min', 'eta 04:30', 'klaar om 4u'],
  ...['info', 'who', 'boss', 'add greta', 'bram erbij', 'ernstig', 'not serious'],
  ...['consent: restart the database', 'A7K beoordeling: failover om 4u', 'done', 'A7K opgelost', 'résolu'],
  ...['ok thanks', 'ja maar pas om 5', '30', '👍', 'A7K', 'STOP'],
];
