import { beforeEach, describe, expect, test } from '@jest/globals';
import { contactAnswersConsent, responderAnswersConsent } from '../../../domain/consent/answers.ts';
import { openTasks } from '../../../domain/contact-center/tasks.ts';
import { opened } from '../an-incident.ts';
import {
  driveNow,
  kinds,
  type Night,
  nightOf,
  operatorReports,
  pass,
  says,
  saysSo,
  toldTo,
} from '../escalation/a-night.ts';

let night: Night;

beforeEach(() => {
  night = nightOf(opened());
  driveNow(night);
  says(night, 'an', 'yes', { minutes: 240 });
  saysSo(night, {
    ...{ kind: 'consent', action: 'restart the database', request: '5831' },
    ...{ by: 'an', path: 'sms' },
  });
  driveNow(night);
});

const consentTasks = () => openTasks(night.incident).filter(({ about }) => about.kind === 'ask consent');

const answerOf = () => night.incident.consents[0]?.answer;

function asks(action: string, request: string) {
  saysSo(night, { kind: 'consent', action, request, by: 'an', path: 'sms' });
}

function contactSays(kind: 'granted' | 'refused', code = '5831') {
  const answered = contactAnswersConsent(night.incident, { code, kind, who: 'Joris' }, night.now);
  night.incident = answered ?? night.incident;
  return answered;
}

describe('a request for consent', () => {
  test('goes to the customer by SMS, and the engineer is told to do nothing before the answer', () => {
    expect(night.acts.at(-1)?.decision).toEqual({
      kind: 'customer',
      about: { kind: 'consent', request: 'c1' },
    });
    expect(toldTo(night)).toContain('an: consentAsked');
    expect(answerOf()).toBeUndefined();
  });

  test('is granted by the contact’s digits: the timeline says who and by which path, and the engineer hears it', () => {
    contactSays('granted');
    driveNow(night);

    expect(answerOf()).toMatchObject({ kind: 'granted', who: 'Joris', path: 'sms' });
    expect(toldTo(night)).toContain('an: consentGranted');
  });

  test('may be refused, asked again and granted: each request has its own answer', () => {
    contactSays('refused');
    saysSo(night, {
      ...{ kind: 'consent', action: 'restart the database at 4', request: '7112' },
      ...{ by: 'an', path: 'sms' },
    });
    expect(contactSays('granted', '5831')).toBeUndefined();
    contactSays('granted', '7112');

    expect(night.incident.consents.map(({ answer }) => answer?.kind)).toEqual(['refused', 'granted']);
  });

  test('of the same action, asked twice, is one request', () => {
    asks('Restart the  database.', '7112');
    driveNow(night);

    expect(night.incident.consents).toHaveLength(1);
    expect(toldTo(night).filter((each) => each === 'an: consentAsked')).toHaveLength(2);
  });

  test('of an action that was granted is not asked again: the engineer reads the answer once more', () => {
    contactSays('granted');
    asks('restart the database', '7112');
    driveNow(night);

    expect(night.incident.consents).toHaveLength(1);
    expect(toldTo(night).filter((each) => each === 'an: consentGranted')).toHaveLength(2);
    expect(toldTo(night)).not.toContain('an: consentGrantedAfterRefusal');
  });

  test('of an action that one contact refused says so when another grants it', () => {
    contactSays('refused');
    asks('restart the database', '7112');
    expect(night.incident.consents[1]?.refusedBefore).toBe('Joris');
    contactSays('granted', '7112');
    driveNow(night);

    expect(toldTo(night)).toContain('an: consentGrantedAfterRefusal');
    expect(toldTo(night)).not.toContain('an: consentGranted');
  });

  test('that nobody answers is put to the manager on call after a quarter of an hour, once', () => {
    pass(night, 899);
    expect(toldTo(night)).not.toContain('dirk: consentToDecide');
    pass(night, 2 * 60);

    expect(toldTo(night).filter((each) => each === 'dirk: consentToDecide')).toHaveLength(1);
  });

  test('that management answers without the customer says that the customer was not reached', () => {
    night.incident =
      responderAnswersConsent(
        night.incident,
        'c1',
        { kind: 'decided', by: 'dirk', reason: 'data is at risk', path: 'command line' },
        night.now,
      ) ?? night.incident;
    driveNow(night);

    expect(toldTo(night)).toContain('an: consentDecided');
    expect(toldTo(night)).not.toContain('an: consentGranted');
  });

  test('that is granted is told to those who work on the incident, and to the responder who asked', () => {
    saysSo(night, { kind: 'no', by: 'an', path: 'sms' });
    says(night, 'chloe', 'yes');
    contactSays('granted');
    driveNow(night);

    expect(toldTo(night)).toEqual(expect.arrayContaining(['an: consentGranted', 'chloe: consentGranted']));
  });

  test('that was granted is taken back by a no, and by nothing else', () => {
    contactSays('granted');
    expect(contactSays('granted')).toBeUndefined();
    contactSays('refused');
    driveNow(night);

    expect(answerOf()).toMatchObject({ kind: 'refused' });
    expect(toldTo(night)).toContain('an: consentRefused');
    expect(contactSays('granted')).toBeUndefined();
  });

  test('that was granted stays granted once the incident is resolved', () => {
    contactSays('granted');
    says(night, 'an', 'done');

    expect(contactSays('refused')).toBeUndefined();
  });

  test('that nobody answers is asked by an operator after five minutes, and expires after an hour', () => {
    pass(night, 299);
    expect(consentTasks()).toEqual([]);
    pass(night, 2);
    expect(consentTasks()).toHaveLength(1);

    pass(night, 3600);
    expect(answerOf()).toMatchObject({ kind: 'expired' });
    expect(consentTasks()).toEqual([]);
    expect(toldTo(night)).toContain('an: consentExpired');
  });

  test('that no SMS carries is asked by an operator at once, who records the name of the contact', () => {
    night = nightOf(opened());
    night.takesSms = { own: false, other: false };
    saysSo(night, {
      ...{ kind: 'consent', action: 'restart the database', request: '5831' },
      ...{ by: 'an', path: 'sms' },
    });
    driveNow(night);
    const [task] = consentTasks();
    operatorReports(night, { kind: 'granted', task: task?.id ?? '', who: 'Katja', by: 'Olga' });

    expect(answerOf()).toMatchObject({ kind: 'granted', who: 'Katja', by: 'Olga', path: 'contact center' });
    expect(consentTasks()).toEqual([]);
  });

  test('that management decides alone records the manager and the reason', () => {
    const decided = responderAnswersConsent(
      night.incident,
      'c1',
      { kind: 'decided', who: 'Dirk', reason: 'nobody answers', path: 'command line' },
      night.now,
    );

    expect(decided?.consents[0]?.answer).toMatchObject({
      kind: 'decided',
      who: 'Dirk',
      reason: 'nobody answers',
    });
    expect(kinds(decided ?? night.incident)).toContain('consent answered');
  });

  test('that still waits when the incident is resolved is withdrawn', () => {
    says(night, 'an', 'done');

    expect(answerOf()).toMatchObject({ kind: 'withdrawn' });
  });

  test('of an unknown customer is asked by an operator from the start', () => {
    const { customer: _, ...route } = night.incident.route;
    night = nightOf({ ...opened({ known: false }), route });
    saysSo(night, {
      ...{ kind: 'consent', action: 'restart the database', request: '5831' },
      ...{ by: 'an', path: 'sms' },
    });

    expect(consentTasks()).toHaveLength(1);
  });
});
