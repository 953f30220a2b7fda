import { describe, expect, test } from '@jest/globals';
import { acknowledge } from '../../../domain/answers/acknowledge.ts';
import { undo } from '../../../domain/answers/decline-undo.ts';
import { advance } from '../../../domain/escalation/decide.ts';
import { reopen } from '../../../domain/escalation/reopen.ts';
import { resolve } from '../../../domain/escalation/resolve.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { Entry } from '../../../domain/incident/timeline.ts';
import { defaultPolicies } from '../../../domain/organization/default-policies.ts';
import { called, heard, minutesOf, olgaTells, pro } from '../a-customer.ts';
import { opened, tenPastThree, usualRoster } from '../an-incident.ts';
import {
  driveNow,
  kinds,
  type Night,
  nightOf,
  pass,
  resolveNow,
  says,
  toldTo,
} from '../escalation/a-night.ts';

/** An incident of ACME, a minute or more after it was opened. */
function night(slaTerms = pro, minutes = 0): Night {
  const tonight = nightOf(opened({ slaTerms }));
  pass(tonight, minutes * 60);
  return tonight;
}

/** A responder acknowledges, and renews it before it runs out, for so many minutes. */
function goesOn(tonight: Night, minutes: number): void {
  for (let passed = 0; passed < minutes; passed += 10) {
    says(tonight, 'an', 'yes', { minutes: 30 });
    pass(tonight, 600);
  }
}

describe('a promise that nobody keeps', () => {
  test('is broken once, and management and the responder who acknowledged hear it', () => {
    const tonight = night(called, 6);
    says(tonight, 'an', 'yes');

    pass(tonight, 20 * 60);

    expect(toldTo(tonight).filter((told) => told.endsWith('promiseBroken'))).toEqual([
      'dirk: promiseBroken',
      'an: promiseBroken',
    ]);
    const [broken, ...others] = tonight.incident.timeline.filter(({ kind }) => kind === 'promise broken');
    expect(minutesOf(tonight.incident, broken?.at ?? 0)).toBe(15);
    expect(others).toEqual([]);
  });

  test('may still be kept late', () => {
    const tonight = night(called, 20);

    olgaTells(tonight, 'incident');

    const promise = tonight.incident.promises.find(({ about }) => about === 'incident');
    expect(promise).toMatchObject({ broken: true, kept: { by: 'operator' } });
  });

  test('is reported to nobody when nobody is on call', () => {
    const tonight = nightOf(opened({ slaTerms: called }), {
      primary: undefined,
      secondary: undefined,
      management: undefined,
    });

    pass(tonight, 16 * 60);

    expect(kinds(tonight.incident)).toContain('promise broken');
    expect(tonight.told).toEqual([]);
  });
});

describe('the time in which the SLA wants an incident resolved', () => {
  // Without this, management is asked because no operator confirms.
  const policy = { ...defaultPolicies.high, confirmation: 'unlessAnswered' } as const;
  const times = ({ incident }: Night, isMeant: (entry: Entry) => boolean) =>
    incident.timeline.filter(isMeant).map(({ at }) => minutesOf(incident, at));
  const isForTarget = (entry: Entry) => entry.kind === 'additional responder asked' && entry.why === 'target';

  test('has management asked when three quarters of it have passed, and is missed only once', () => {
    const tonight = nightOf(opened({ slaTerms: pro, policy }));

    goesOn(tonight, 300);

    expect(times(tonight, isForTarget)).toEqual([180]);
    expect(times(tonight, ({ kind }) => kind === 'target missed')).toEqual([240]);
  });

  test('asks nobody when management works on the incident already', () => {
    const tonight = nightOf(opened({ slaTerms: pro, policy }));
    says(tonight, 'dirk', 'yes', { minutes: 300 });

    pass(tonight, 200 * 60);

    expect(times(tonight, isForTarget)).toEqual([]);
    expect(tonight.incident.target?.asked).toBe(true);
  });
});

describe('an incident that is held until the morning', () => {
  const morning = Date.UTC(2026, 10, 23, 7, 0);
  const held = () => nightOf(opened({ slaTerms: { ...pro, copies: true }, severity: 'low' }));
  const untilMorning = (morning - tenPastThree) / 60_000;

  test('is not told to its customer either: all promises begin when the hold ends', () => {
    const tonight = held();

    pass(tonight, (untilMorning - 1) * 60);
    expect(heard(tonight)).toEqual([]);
    pass(tonight, 7 * 60);

    expect(heard(tonight)).toEqual([`${untilMorning} copy`, `${untilMorning + 5} incident`]);
    expect(tonight.incident.target?.dueAt).toBe(morning + 240 * 60_000);
  });

  test('is told at once when somebody acknowledges in the night', () => {
    const tonight = held();
    pass(tonight, 600);

    says(tonight, 'an', 'yes');
    driveNow(tonight);

    expect(heard(tonight)).toEqual(['10 copy', '10 incident']);
  });

  test('is told in the morning when it resolved by itself: nobody is called for it at night', () => {
    const tonight = held();
    pass(tonight, 600);
    resolveNow(tonight);

    pass(tonight, (untilMorning - 11) * 60);
    expect(heard(tonight)).toEqual([]);
    expect(tonight.incident.tasks).toEqual([]);
    pass(tonight, 60);

    expect(heard(tonight)).toEqual([`${untilMorning} solution`]);
  });
});

describe('the notice to management about a broken promise', () => {
  const broken = () => {
    const incident = opened({ slaTerms: called });
    const late = tenPastThree + 15 * 60_000;
    return { incident: advance(incident, usualRoster, late).incident, late };
  };
  const isHeard = ({ notices }: Incident) => notices.some(({ notice }) => notice.kind === 'promiseBroken');

  test('is not lost when somebody acknowledges, or declines, at that moment', () => {
    const { incident, late } = broken();
    const taken = acknowledge(incident, { by: 'an', path: 'sms' }, late);

    expect(isHeard(taken)).toBe(true);
    const undone = undo(taken, { by: 'an', path: 'sms' }, late);
    expect(undone !== undefined && isHeard(undone)).toBe(true);
  });

  test('is not lost when the incident is resolved, or reopened, at that moment', () => {
    const { incident, late } = broken();
    const over = resolve(incident, 'source', late);

    expect(isHeard(over)).toBe(true);
    expect(isHeard(reopen(over, 'disk full again', late))).toBe(true);
  });
});
