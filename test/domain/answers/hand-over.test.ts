import { beforeEach, describe, expect, test } from '@jest/globals';
import { replyAnswer } from '../../../domain/answers/from-sms.ts';
import { opened, tenPastThree } from '../an-incident.ts';
import { driveNow, type Night, nightOf, pages, says, saysSo, toldTo } from '../escalation/a-night.ts';
import { exampleOrganization } from '../example-organization.ts';

let night: Night;

const holder = () => night.incident.acknowledgement?.by;

beforeEach(() => {
  night = nightOf(opened());
  driveNow(night);
  says(night, 'an', 'yes', { minutes: 60 });
  driveNow(night);
  saysSo(night, { kind: 'handOver', by: 'an', path: 'sms', responder: 'bram', name: 'Bram' });
  driveNow(night);
});

describe('handing over to a colleague', () => {
  test('asks the colleague, and changes nothing until they say yes', () => {
    expect(pages(night)).toContain('0 sms own bram');
    expect(toldTo(night)).toContain('an: handOverAsked');
    expect(holder()).toBe('an');
  });

  test('gives the incident to the colleague who says yes, and tells both', () => {
    says(night, 'bram', 'yes');
    driveNow(night);
    expect(holder()).toBe('bram');
    expect(toldTo(night)).toEqual(
      expect.arrayContaining(['bram: acknowledgedInstead', 'an: acknowledgedByOther']),
    );
    expect(night.incident.additional).toEqual([]);
  });

  test('leaves the incident where it is when the colleague says no, and tells so', () => {
    says(night, 'bram', 'no');
    driveNow(night);
    expect(holder()).toBe('an');
    expect(toldTo(night)).toContain('an: colleagueCannot');
  });
});

test('an SMS that names who takes over is understood', () => {
  const context = { organization: exampleOrganization(), now: tenPastThree };
  expect(replyAnswer({ kind: 'handOver', whom: 'Chloé' }, context)).toMatchObject({
    answer: { kind: 'handOver', responder: 'chloe' },
  });
});
