import { describe, expect, test } from '@jest/globals';
import { parseReply } from '../../../domain/replies/parse.ts';

const until = (hour: number, minute = 0) => ({ until: { hour, minute } });

describe('how much longer it takes', () => {
  test.each([
    ['nog een uur', { minutes: 60 }],
    ['nog 20 min', { minutes: 20 }],
    ['another hour', { minutes: 60 }],
    ['30 more minutes', { minutes: 30 }],
    ['encore 30 min', { minutes: 30 }],
    ['encore 1h30', { minutes: 90 }],
    ['noch 1 Stunde', { minutes: 60 }],
    ['not fixed yet, another hour', { minutes: 60 }],
    ['+30', { minutes: 30 }],
    ['eta 45', { minutes: 45 }],
    ['eta 14:30', until(14, 30)],
    ['eta 15h', until(15)],
    ['klaar om 3u', until(3)],
    ['klaar over 20 min', { minutes: 20 }],
    ['fertig um 15 uhr', until(15)],
    ['bis 15 Uhr fertig', until(15)],
    ['réparé vers 15h', until(15)],
    ['fixed by 3 pm', until(15)],
    ['will be ready at 15:30', until(15, 30)],
  ])('is read from %j', (text, lasting) => {
    expect(parseReply(text)).toEqual({ kind: 'update', ...lasting });
  });
});

describe('an answer other than yes and no', () => {
  test.each([
    [
      'done',
      'A7K done',
      'opgelost A7K',
      'A7K résolu',
      'erledigt A7K',
      'A7K is gefixt',
      'ok, A7K is fixed',
      'A7K klaar',
    ],
    [
      'info',
      'A7K?',
      'details A7K',
      'meer info A7K',
      'A7K c’est quoi ?',
      'was ist los? A7K',
      'welke klant A7K',
      'infos A7K',
    ],
    [
      'who',
      'who has A7K',
      'A7K wie?',
      'qui A7K',
      'wer ist dran A7K',
      'A7K wie heeft het',
      'who A7K',
      'qui s’en occupe A7K',
    ],
    [
      'boss',
      'boss A7K',
      'A7K bel de baas',
      'A7K chef',
      'page management A7K',
      'wake up the manager A7K',
      'A7K escalate',
      'management A7K',
    ],
    [
      'serious',
      'A7K serious',
      'A7K ernstig',
      'A7K c’est grave',
      'A7K ist ernst',
      'A7K this is serious',
      'ernst A7K',
      'A7K critical',
    ],
    [
      'notSerious',
      'A7K not serious',
      'A7K niet ernstig',
      'A7K pas grave',
      'A7K nicht ernst',
      "A7K isn't serious",
      'niet zo ernstig A7K',
      'A7K not critical',
    ],
    [
      'undo',
      'undo A7K',
      'undoo A7K',
      'A7K terugdraaien',
      'A7K annuler',
      'rückgängig A7K',
      'oops, undo A7K',
      'please undo A7K',
    ],
  ])('is understood with a code: %s', (kind, ...texts) => {
    expect(texts.map((text) => parseReply(text))).toEqual(texts.map(() => ({ kind, code: 'A7K' })));
  });
});

describe('an answer that goes on in words of its own', () => {
  test.each([
    ['add network', { kind: 'add', whom: 'network' }],
    ['+Bram', { kind: 'add', whom: 'bram' }],
    ['A7K voeg Élodie toe', { kind: 'add', code: 'A7K', whom: 'elodie' }],
    ['dazu greta', { kind: 'add', whom: 'greta' }],
    ['add greta to A7K', { kind: 'add', code: 'A7K', whom: 'greta' }],
    ['consent A7K restart the DB', { kind: 'consent', code: 'A7K', action: 'restart the DB' }],
    ['a7k: consent restart "db main"', { kind: 'consent', code: 'A7K', action: 'restart "db main"' }],
    ['akkoord vragen A7K: Failover', { kind: 'consent', code: 'A7K', action: 'Failover' }],
    ['accord A7K vider le cache', { kind: 'consent', code: 'A7K', action: 'vider le cache' }],
    ['Zustimmung A7K Neustart', { kind: 'consent', code: 'A7K', action: 'Neustart' }],
    ['assess A7K can wait', { kind: 'assessment', code: 'A7K', words: 'can wait' }],
    ['Bewertung: Kunde wartet', { kind: 'assessment', words: 'Kunde wartet' }],
  ])('is read from %j', (text, reply) => {
    expect(parseReply(text)).toEqual(reply);
  });

  test('may be longer than an answer when it tells what was judged', () => {
    const words = 'the customer can wait '.repeat(15).trim();

    expect(parseReply(`assess A7K ${words}`)).toEqual({ kind: 'assessment', code: 'A7K', words });
  });
});

describe('a typo', () => {
  test.each([
    ['opgelsot', 'done'],
    ['reslved', 'unclear'],
    ['ernstg', 'serious'],
    ['managment', 'boss'],
    ['detials', 'info'],
    ['jaa', 'yes'],
    ['yse', 'unclear'],
    ['oik', 'unclear'],
    ['réparer', 'unclear'],
    ['resolver', 'unclear'],
    ['beheben', 'unclear'],
  ])('is understood only where it acknowledges and ends nothing by mistake: %s is %s', (text, kind) => {
    expect(parseReply(text).kind).toBe(kind);
  });
});
