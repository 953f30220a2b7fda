import type { MayBeMeant, Notice } from '../../domain/incident/notice.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** Monday 23 November 2026, 03:10 in Brussels: the moment of all examples. */
export const openedAt: Instant = Date.UTC(2026, 10, 23, 2, 10);

const code = 'A7K';

const by = 'Bram';

const until = openedAt + 35 * 60_000;

/** The answers to questions, and the questions back: when each is sent, and an example of it. */
export const answersAndQuestions = {
  info: {
    when: 'you asked what it is about',
    notice: {
      ...{ kind: 'info', code, customer: 'ACME', summary: 'db-3 disk full 95%' },
      ...{ service: 'acme-shop', at: openedAt },
    },
  },
  whoHasIt: {
    when: 'you asked who has it',
    notice: { kind: 'whoHasIt', code, by, until: until + 60 * 60_000 },
  },
  whoIsAsked: {
    when: 'you asked who has it, and nobody has acknowledged',
    notice: { kind: 'whoIsAsked', code, names: ['An', by] },
  },
  which: {
    when: 'your answer had no code and may be about several incidents',
    notice: {
      kind: 'which',
      incidents: [
        { code, customer: 'ACME' },
        { code: 'Q4M', customer: 'Lumen' },
      ],
      word: 'done',
    },
  },
  takeOver: {
    when: 'you said yes, and were told some minutes ago that somebody else has it',
    notice: { kind: 'takeOver', code, by, until },
  },
  'mayMean yes': mayMean('yes', 'you seem to want it'),
  'mayMean until': mayMean('until', 'the time of your yes may be another one'),
  'mayMean no': mayMean('no', 'you seem not to be able to'),
  'mayMean undo': mayMean('undo', 'you seem to take an answer back'),
  'mayMean update': mayMean('update', 'you seem to say how long it takes'),
  'mayMean done': mayMean('done', 'you seem to say that it is over'),
  'mayMean boss': mayMean('boss', 'you seem to want management'),
  'mayMean add': mayMean('add', 'you seem to want somebody else'),
  'mayMean consent': mayMean('consent', 'you seem to want to ask the customer'),
  whichPerson: {
    when: 'several people have the name that you wrote',
    notice: { kind: 'whichPerson', code, names: ['Bram Peeters', 'Bram De Smet'] },
  },
  severalTaken: {
    when: 'you acknowledged several at once',
    notice: { kind: 'severalTaken', codes: [code, 'Q4M'] },
  },
  severalDeclined: {
    when: 'you declined several at once',
    notice: { kind: 'severalDeclined', codes: [code, 'Q4M'] },
  },
  severalOver: {
    when: 'you said that several are over',
    notice: { kind: 'severalOver', codes: [code, 'Q4M'] },
  },
  nobodyAsked: {
    when: 'you asked who has it, and everybody has declined or it is held',
    notice: { kind: 'nobodyAsked', code, at: until },
  },
  help: { when: 'you asked what you can write', notice: { kind: 'help' } },
  numbers: {
    when: 'you asked for the numbers',
    notice: {
      ...{ kind: 'numbers', code },
      people: [
        { name: 'An', number: '+32470000001' },
        { name: by, number: '+32470000002' },
      ],
    },
  },
  openIncidents: {
    when: 'you asked what is open',
    notice: { kind: 'openIncidents', incidents: [{ code, customer: 'ACME' }] },
  },
  noneOpen: { when: 'you asked, and nothing is open for you', notice: { kind: 'noneOpen' } },
  notUnderstood: {
    when: 'your answer was not understood',
    notice: { kind: 'notUnderstood' },
  },
  notUnderstoodAbout: {
    when: 'your answer was not understood, and its incident is known',
    notice: { kind: 'notUnderstood', code },
  },
  unknownCode: { when: 'no open incident has this code', notice: { kind: 'unknownCode', code: 'A9K' } },
  nothingOpen: {
    when: 'no incident that your phone was paged for is open',
    notice: { kind: 'nothingOpen' },
  },
} as const satisfies Readonly<Record<string, { readonly when: string; readonly notice: Notice }>>;

function mayMean(word: MayBeMeant, when: string) {
  return {
    when: `your answer was not understood: ${when}`,
    notice: { kind: 'mayMean', code, word },
  } as const;
}
