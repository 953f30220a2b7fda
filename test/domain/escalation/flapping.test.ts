import { describe, expect, test } from '@jest/globals';
import { heard, pro } from '../a-customer.ts';
import { opened } from '../an-incident.ts';
import {
  driveNow,
  firesAgain,
  kinds,
  type Night,
  nightOf,
  pages,
  pass,
  resolveNow,
  saysSo,
  sleep,
  toldTo,
} from './a-night.ts';

/** An alarm fires for some time and is well for some time, so many times. */
function flaps(night: Night, fires: number, well: number, times: number): void {
  for (let each = 0; each < times; each++) {
    pass(night, fires);
    resolveNow(night);
    pass(night, well);
    firesAgain(night);
  }
}

/** When a person got a text, in seconds after the incident was opened: pages and notices. */
function textsTo(night: Night, who: string): readonly number[] {
  return night.acts.flatMap(({ at, decision, told = [] }) => {
    const seconds = (at - night.incident.openedAt) / 1000;
    const isPage = decision.kind === 'sms' && decision.responder === who;
    return [...(isPage ? [seconds] : []), ...told.filter(({ to }) => to === who).map(() => seconds)];
  });
}

/** The most texts within 15 minutes. */
function mostTexts(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 900).length));
}

describe('an alarm that fires for 4 minutes and is well for 2, for an hour, while the primary is silent', () => {
  function theHour() {
    const night = nightOf(opened({ slaTerms: { ...pro, copies: true } }));
    flaps(night, 240, 120, 10);
    return night;
  }

  test('has the secondary asked after 300 s of asking, then management', () => {
    const smsTo = (who: string) => pages(theHour()).find((page) => page.endsWith(`sms own ${who}`));

    expect(smsTo('chloe')).toBe('420 sms own chloe'); // 240 s, and 60 s after the pause
    expect(smsTo('dirk')).toBe('840 sms own dirk');
  });

  test('gives the primary no more than the pages of the ladder, "over" and "open again"', () => {
    const night = theHour();
    const calls = pages(night).filter((page) => page.endsWith('call an'));

    // Four rounds of 15 minutes, two SMS and two calls each; over twice, and once open again.
    expect(textsTo(night, 'an').length).toBeLessThanOrEqual(11);
    expect(calls.length).toBeLessThanOrEqual(8);
  });

  test.each(['an', 'chloe', 'dirk'])('gives %s at most six texts in 15 minutes', (who) => {
    expect(mostTexts(textsTo(theHour(), who))).toBeLessThanOrEqual(6);
  });

  test('has the customer told once', () => {
    expect(heard(theHour())).toEqual(['0 copy', '7 incident']);
  });
});

describe('an alarm that flaps', () => {
  test.each([
    [2, 2],
    [4, 60],
    [50, 10],
    [120, 200],
  ])('every %i and %i s gives the primary at most six texts in 15 minutes', (fires, well) => {
    const night = nightOf(opened());
    flaps(night, fires, well, 30);

    expect(mostTexts(textsTo(night, 'an'))).toBeLessThanOrEqual(6);
  });

  test('is one that fires again for the third time within 30 minutes: "well again" does not end its incident', () => {
    const night = nightOf(opened());
    flaps(night, 240, 120, 3);
    expect(kinds(night.incident)).toContain('reopened');

    pass(night, 60);
    resolveNow(night);
    pass(night, 60);

    expect(night.incident.status).toBe('escalating');
    expect(night.incident.firedAgain).toMatchObject({ times: 3, flaps: true });
  });

  test('is none that fires again for the third time after more than 30 minutes', () => {
    const night = nightOf(opened());
    for (const each of [1, 2, 3]) {
      pass(night, 1000);
      resolveNow(night);
      pass(night, each);
      firesAgain(night);
    }

    expect(night.incident.firedAgain).toEqual({ times: 3, lately: expect.any(Array) });
  });

  test('ends its incident once its source has been quiet for 15 minutes', () => {
    const night = nightOf(opened());
    flaps(night, 240, 120, 3);
    pass(night, 60);
    resolveNow(night);

    pass(night, 899);
    expect(night.incident.status).toBe('escalating');
    night.told.length = 0;
    pass(night, 2);

    expect(night.incident).toMatchObject({ status: 'resolved', resolvedBy: 'source' });
    expect(toldTo(night)).toEqual(['an: over', 'chloe: over', 'dirk: over']);
  });

  test('counts how often it has fired, and each time the quiet begins anew', () => {
    const night = nightOf(opened());
    flaps(night, 60, 30, 6);
    pass(night, 60);
    resolveNow(night);
    pass(night, 800);
    firesAgain(night);
    pass(night, 200);

    expect(night.incident).toMatchObject({ status: 'escalating', firedAgain: { times: 7 } });
  });

  test('has a time of its own where the policy says so', () => {
    const { policy } = opened();
    const night = nightOf(opened({ policy: { ...policy, quietAfterFlappingSeconds: 60 } }));
    flaps(night, 60, 30, 3);
    resolveNow(night);

    pass(night, 61);

    expect(night.incident.status).toBe('resolved');
  });

  test('keeps the acknowledgement, and tells who has it that it is open again', () => {
    const night = nightOf(opened());
    driveNow(night);
    saysSo(night, { kind: 'yes', by: 'an', path: 'sms', minutes: 120 });
    flaps(night, 60, 30, 4);
    driveNow(night);

    expect(night.incident).toMatchObject({ status: 'acknowledged', acknowledgement: { by: 'an' } });
    expect(toldTo(night)).toEqual(['an: acknowledged', 'an: over', 'an: reopened']);
    expect(pages(night).filter((page) => page.endsWith(' an'))).toEqual(['0 sms own an']);
  });

  test('is ended by a person at once', () => {
    const night = nightOf(opened());
    flaps(night, 60, 30, 4);

    saysSo(night, { kind: 'done', by: 'an', path: 'sms' });

    expect(night.incident.status).toBe('resolved');
  });

  test('every second does not fill the timeline', () => {
    const night = nightOf(opened());
    flaps(night, 1, 1, 3);
    for (let each = 0; each < 500; each++) {
      resolveNow(night);
      sleep(night, 1);
      firesAgain(night);
    }

    const entries = kinds(night.incident).filter((kind) => kind === 'fired again' || kind === 'well again');
    expect(entries.length).toBeLessThan(150);
  });
});
