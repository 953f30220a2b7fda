import { beforeEach, describe, expect, test } from '@jest/globals';
import { opened } from '../an-incident.ts';
import { driveNow, type Night, nightOf, pass, resolveNow, says } from '../escalation/a-night.ts';

let night: Night;

const stopped = () =>
  night.acts.flatMap(({ decision }) => (decision.kind === 'stopCall' ? [decision.contactId] : []));

beforeEach(() => {
  night = nightOf(opened());
  pass(night, 100);
});

describe('the phone of a primary that rings', () => {
  test('is stopped when somebody else has acknowledged', () => {
    says(night, 'chloe', 'yes');
    driveNow(night);
    expect(stopped()).toEqual(['contact-1']);
    expect(night.incident.ringing).toEqual([]);
  });

  test('is stopped when the incident is over', () => {
    resolveNow(night);
    driveNow(night);
    expect(stopped()).toEqual(['contact-1']);
  });

  test('rings on as long as nobody has acknowledged', () => {
    pass(night, 60);
    expect(stopped()).toEqual([]);
  });

  test('is not cut off in the call in which the primary acknowledges', () => {
    says(night, 'an', 'yes', { path: 'voice' });
    driveNow(night);
    expect(stopped()).toEqual([]);
  });
});

test('somebody who is still needed in a critical incident is still called', () => {
  night = nightOf(opened({ severity: 'critical' }));
  pass(night, 40);
  says(night, 'an', 'yes');
  driveNow(night);
  expect(night.incident.ringing?.map(({ responder }) => responder)).toEqual(['an', 'dirk']);
  expect(stopped()).toEqual([]);
});
