import { beforeEach, describe, expect, test } from '@jest/globals';
import { pageText, reasonText } from '../../../domain/messages/page-text.ts';
import { spokenToResponder } from '../../../domain/messages/spoken-text.ts';
import { pageReason } from '../../../domain/paging/page-reason.ts';
import { minute } from '../../../domain/time/instant.ts';
import { opened, tenPastThree } from '../an-incident.ts';
import {
  confirm,
  driveNow,
  firesAgain,
  type Night,
  nightOf,
  operatorReports,
  pages,
  pass,
  resolveNow,
  says,
  saysSo,
} from '../escalation/a-night.ts';

let night: Night;

const inEnglish = { language: 'en', timeZone: 'Europe/Brussels' } as const;

/** The reason in the page that a person got last. */
function lastReason(who: string): string | undefined {
  const page = night.acts.findLast(
    ({ decision }) => decision.kind === 'sms' && decision.responder === who,
  )?.decision;
  if (page?.kind !== 'sms') throw new Error(`${who} was not paged`);
  const reason = pageReason(night.incident, page.attempt, who);
  return reason && reasonText(reason, inEnglish);
}

const confirmTask = () => night.incident.tasks.find(({ about }) => about.kind === 'confirm')?.id ?? '';

describe('a page', () => {
  beforeEach(() => {
    night = nightOf(opened());
    driveNow(night);
  });

  test('that is the first of its incident gives no reason', () => {
    expect(lastReason('an')).toBeUndefined();
  });

  test('to the secondary says who does not answer', () => {
    pass(night, 300);
    expect(lastReason('chloe')).toBe('an does not answer.');
  });

  test('to the secondary says who cannot', () => {
    says(night, 'an', 'no');
    driveNow(night);
    expect(lastReason('chloe')).toBe('an cannot.');
  });

  test('of the next round says that nobody has it yet', () => {
    pass(night, 900);
    expect(lastReason('an')).toBe('Nobody has it yet.');
  });

  test('says that the alarm fired again, and when', () => {
    resolveNow(night);
    driveNow(night);
    pass(night, 240);
    firesAgain(night);
    driveNow(night);
    expect(lastReason('an')).toBe('Open again since 03:14.');
  });

  test('says to each whose time is up', () => {
    says(night, 'an', 'yes', { minutes: 30 });
    confirm(night);
    pass(night, 1800);
    expect(lastReason('an')).toBe('Your time is up.');
    pass(night, 300);
    expect(lastReason('chloe')).toBe('The time of an is up.');
  });

  test('to management says who has it until when and was not reached', () => {
    says(night, 'an', 'yes', { minutes: 30 });
    pass(night, 600);
    expect(lastReason('dirk')).toBe('an has it until 03:40, but was not reached.');
  });

  test('to management says which operator asks', () => {
    operatorReports(night, { kind: 'management', task: confirmTask(), by: 'Olga' });
    driveNow(night);
    expect(lastReason('dirk')).toBe('Olga asks for you.');
  });

  test('says who asks for the reader', () => {
    says(night, 'an', 'yes', { minutes: 60 });
    saysSo(night, {
      ...{ kind: 'add', by: 'an', path: 'sms', name: 'Els' },
      whom: { kind: 'responder', responder: 'els' },
    });
    driveNow(night);
    expect(lastReason('els')).toBe('an asks for you.');
    says(night, 'an', 'boss');
    driveNow(night);
    expect(lastReason('dirk')).toBe('an asks for you.');
  });

  test('of a major incident says that everybody is needed', () => {
    says(night, 'an', 'yes', { minutes: 60 });
    says(night, 'an', 'serious');
    driveNow(night);
    expect(lastReason('chloe')).toBe('Serious: you are needed too.');
  });
});

describe('the target of the SLA', () => {
  test('is in the page that asks management because of it', () => {
    const incident = opened();
    const target = { askAt: tenPastThree + 10 * minute, dueAt: tenPastThree + 50 * minute };
    night = nightOf({ ...incident, target });
    driveNow(night);
    says(night, 'an', 'yes', { minutes: 60 });
    confirm(night);
    pass(night, 600);
    expect(lastReason('dirk')).toBe('Promised to be fixed by 04:00.');
  });
});

describe('a reason', () => {
  const page = {
    ...{ code: 'A7K', customer: 'ACME', summary: 'db-3 disk full 95%', openedAt: tenPastThree },
    reason: { kind: 'notConfirmed', by: 'An', until: tenPastThree + 30 * minute },
    timeZone: 'Europe/Brussels',
  } as const;

  test.each([
    ['en', 'A7K ACME db-3 disk full 95% 03:10. An has it until 03:40, but was not reached. Reply yes/no'],
    [
      'nl',
      'A7K ACME db-3 disk full 95% 03:10. An heeft het tot 03:40, maar is niet bereikt. Antwoord ja/nee',
    ],
    [
      'fr',
      "A7K ACME db-3 disk full 95% 03:10. An s'en occupe jusqu'à 03:40, mais reste injoignable. Répondez oui/non",
    ],
    [
      'de',
      'A7K ACME db-3 disk full 95% 03:10. An hat es bis 03:40, wurde aber nicht erreicht. Antworten Sie ja/nein',
    ],
  ] as const)('stands in a page in %s', (language, text) => {
    expect(pageText({ ...page, language })).toBe(text);
  });

  test('is heard in a call, before the keys', () => {
    expect(spokenToResponder({ ...page, language: 'en' }, { yes: '4', no: '7' })).toBe(
      'Permanence. Alarm A, 7, K. ACME: db-3 disk full 95%, at 03:10. An has it until 03:40, but was not reached. Press 4 to take it, 7 if you cannot.',
    );
  });
});

describe('somebody who is asked beside the ladder', () => {
  const smsTo = (who: string) => pages(night).filter((each) => each.endsWith(`sms own ${who}`));

  test('is asked at most three times in an hour for the same reason, and then once an hour', () => {
    night = nightOf(opened());
    driveNow(night);
    says(night, 'an', 'yes', { minutes: 600 });
    saysSo(night, {
      ...{ kind: 'add', by: 'an', path: 'sms', name: 'Els' },
      whom: { kind: 'responder', responder: 'els' },
    });
    confirm(night);
    pass(night, 4 * 3600 + 60);
    expect(smsTo('els')).toEqual(
      [0, 900, 1800, 5400, 9000, 12600].map((seconds) => `${seconds} sms own els`),
    );
  });

  test('in a critical incident is asked at most three times in an hour as well', () => {
    night = nightOf(opened({ severity: 'critical' }));
    driveNow(night);
    says(night, 'an', 'yes', { minutes: 120 });
    pass(night, 3600);
    expect(smsTo('chloe')).toHaveLength(3);
  });

  test('waits when a new ladder asks for the same reason within the hour', () => {
    night = nightOf(opened());
    driveNow(night);
    says(night, 'an', 'yes', { minutes: 600 });
    confirm(night);
    for (let times = 0; times < 5; times += 1) {
      says(night, 'an', 'boss');
      pass(night, 60);
      says(night, 'dirk', 'no');
      pass(night, 60);
    }
    expect(smsTo('dirk')).toEqual([0, 120, 240].map((seconds) => `${seconds} sms own dirk`));
    says(night, 'an', 'boss');
    pass(night, 3600);
    expect(smsTo('dirk').slice(3)).toEqual(['3600 sms own dirk']);
  });
});
