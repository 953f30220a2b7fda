import { beforeEach, describe, expect, test } from '@jest/globals';
import { type RecordedAnswer, recordConsent } from '../../../domain/consent/record.ts';
import { openTasks } from '../../../domain/contact-center/tasks.ts';
import { called, olgaTells, pro, toTellByOperator } from '../a-customer.ts';
import { opened } from '../an-incident.ts';
import { driveNow, type Night, nightOf, operatorReports, pass, says, saysSo } from '../escalation/a-night.ts';

let night: Night;

let records: number;

beforeEach(() => {
  records = 0;
  night = nightOf(opened());
  ask();
});

/** An has acknowledged, and asks for consent. */
function ask(): void {
  driveNow(night);
  says(night, 'an', 'yes', { minutes: 240 });
  saysSo(night, {
    ...{ kind: 'consent', action: 'restart the database', request: '5831' },
    ...{ by: 'an', path: 'sms' },
  });
  driveNow(night);
}

/** Somebody records an answer from the command line; Dirk is on call as management. */
function record(
  by: string,
  answer: RecordedAnswer,
  more: { readonly request?: string; readonly id?: string } = {},
) {
  records += 1;
  const recorded = recordConsent(
    night.incident,
    { request: 'c1', id: `record-${records}`, ...more, answer, by, path: 'command line' },
    { management: 'dirk', now: night.now },
  );
  if (recorded.kind === 'changed') night.incident = recorded.incident;
  return recorded;
}

const decided: RecordedAnswer = { kind: 'decided', reason: 'nobody answers, and the data is at risk' };

const answerOf = () => night.incident.consents[0]?.answer;

describe('what a customer answers to a responder', () => {
  test.each(['granted', 'refused'] as const)('is recorded with both names: %s', (kind) => {
    record('an', { kind, who: 'Joris' });

    expect(answerOf()).toMatchObject({ kind, who: 'Joris', by: 'an', path: 'command line' });
  });

  test('is recorded by the request’s digits as well, and counts once', () => {
    record('an', { kind: 'granted', who: 'Joris' }, { request: '5831', id: 'the-same' });

    expect(record('an', { kind: 'granted', who: 'Joris' }, { id: 'the-same' }).kind).toBe('repeated');
    expect(record('an', { kind: 'refused', who: 'Katja' })).toMatchObject({
      kind: 'answered',
      request: { id: 'c1', answer: { kind: 'granted' } },
    });
  });

  test('is no answer to a request that does not exist, or of an incident that is resolved', () => {
    expect(record('an', { kind: 'granted', who: 'Joris' }, { request: 'c2' }).kind).toBe('no such request');
    says(night, 'an', 'done');
    expect(record('an', { kind: 'granted', who: 'Joris' }).kind).toBe('over');
  });
});

describe('management', () => {
  test('decides without the customer only after nobody has reached them for a quarter of an hour', () => {
    pass(night, 899);
    expect(record('dirk', decided)).toEqual({
      kind: 'too early',
      until: (night.incident.consents[0]?.askedAt ?? 0) + 900_000,
    });

    pass(night, 1);
    record('dirk', decided);
    expect(answerOf()).toMatchObject({ kind: 'decided', by: 'dirk', reason: decided.reason });
  });

  test('need not wait once an operator has reported that they reached nobody', () => {
    pass(night, 330);
    driveNow(night);
    const [task] = openTasks(night.incident).filter(({ about }) => about.kind === 'ask consent');
    operatorReports(night, { kind: 'not reached', task: task?.id ?? '', by: 'Olga' });

    expect(record('dirk', decided).kind).toBe('changed');
  });

  test('is the responder who is on call as management, and nobody else', () => {
    pass(night, 1000);

    expect(record('an', decided).kind).toBe('not management');
    expect(answerOf()).toBeUndefined();
  });
});

describe('a decision of management without the customer', () => {
  const decideLate = () => {
    pass(night, 15 * 60);
    record('dirk', decided);
  };
  const about = () => night.incident.promises.filter((one) => one.about === 'decision');

  test('is told to the customer at once, by SMS', () => {
    night = nightOf(opened({ slaTerms: pro }));
    ask();
    decideLate();
    driveNow(night);

    expect(about()).toMatchObject([{ consent: 'c1', kept: { by: 'sms' } }]);
  });

  test('is told by an operator to a customer who wants to hear from a person', () => {
    night = nightOf(opened({ slaTerms: called }));
    ask();
    decideLate();
    driveNow(night);

    expect(toTellByOperator(night)).toContain('decision');
  });

  test('is told even if the incident is resolved by then, together with the resolution', () => {
    night = nightOf(opened({ slaTerms: called }));
    ask();
    decideLate();
    says(night, 'an', 'done');
    pass(night, 120);

    expect(toTellByOperator(night).toSorted()).toEqual(['decision', 'solution']);
    olgaTells(night, 'decision');
    driveNow(night);
    expect(toTellByOperator(night)).toEqual(['solution']);
  });
});
