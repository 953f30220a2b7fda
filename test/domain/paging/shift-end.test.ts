import { beforeEach, describe, expect, test } from '@jest/globals';
import { shiftOfHolder } from '../../../domain/on-call/shift.ts';
import { hour, minute } from '../../../domain/time/instant.ts';
import { opened, tenPastThree, usualRoster } from '../an-incident.ts';
import { driveNow, kinds, type Night, nightOf, pass, says, toldTo } from '../escalation/a-night.ts';
import { exampleOrganization } from '../example-organization.ts';

let night: Night;

const holder = () => night.incident.acknowledgement?.by;

const atShiftEnd = () => toldTo(night).filter((each) => /shift/.test(each));

/** An has the incident for three hours, and her shift ends in one. */
beforeEach(() => {
  night = nightOf(opened());
  driveNow(night);
  says(night, 'an', 'yes', { minutes: 180 });
  driveNow(night);
  const endsAt = night.now + hour;
  night.incident = {
    ...night.incident,
    shift: { by: 'an', role: 'primary', endsAt, nextUntil: endsAt + 168 * hour },
  };
});

function shiftEnds(next = 'bram') {
  pass(night, 3599);
  night.onCall = { ...usualRoster, primary: next };
  pass(night, 60);
}

describe('the end of the shift of whoever has an incident', () => {
  test('asks them whether the next one takes it, and tells the next one what is open', () => {
    shiftEnds();

    expect(atShiftEnd()).toEqual(['an: shiftEnds', 'bram: shiftBegins']);
    expect(kinds(night.incident)).toContain('shift ended');
    expect(holder()).toBe('an');
  });

  test('asks once', () => {
    shiftEnds();
    pass(night, 90 * 60);

    expect(atShiftEnd()).toHaveLength(2);
  });

  test('asks nothing when the same person goes on', () => {
    shiftEnds('an');

    expect(atShiftEnd()).toEqual([]);
  });

  test('asks nothing when somebody else has it by then', () => {
    says(night, 'chloe', 'yes', { minutes: 180 });
    shiftEnds();

    expect(atShiftEnd()).toEqual([]);
  });

  test('leaves it with them when they say no: they stay', () => {
    shiftEnds();
    says(night, 'an', 'no');
    driveNow(night);

    expect(holder()).toBe('an');
    expect(toldTo(night).at(-1)).toBe('an: acknowledged');
  });

  test('a second no, or one an hour later, gives it back', () => {
    shiftEnds();
    pass(night, 60 * 60);
    says(night, 'an', 'no');

    expect(night.incident.status).toBe('escalating');
  });
});

test('the shift of a holder is read from the roster, and two weeks in a row are one', () => {
  const organization = exampleOrganization();
  const held = { ...opened(), status: 'acknowledged', acknowledgement: { by: 'an', until: 0 } } as const;
  const shift = shiftOfHolder(held, organization, tenPastThree);

  expect(shift).toMatchObject({
    ...{ by: 'an', role: 'primary' },
    endsAt: Date.parse('2026-11-30T09:00+01:00'),
    nextUntil: Date.parse('2026-12-14T09:00+01:00'),
  });
  expect(shiftOfHolder(opened(), organization, tenPastThree)).toBeUndefined();
  const bystander = { ...held, acknowledgement: { by: 'nobody', until: tenPastThree + minute } };
  expect(shiftOfHolder(bystander, organization, tenPastThree)).toBeUndefined();
});
