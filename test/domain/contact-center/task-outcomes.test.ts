import { beforeEach, describe, expect, test } from '@jest/globals';
import { acceptByPhone } from '../../../domain/answers/operator-report.ts';
import { askedByPhone } from '../../../domain/contact-center/task-outcomes.ts';
import { called } from '../a-customer.ts';
import { opened } from '../an-incident.ts';
import { confirm, driveNow, type Night, nightOf, pass, resolveNow, says } from '../escalation/a-night.ts';

let night: Night;

beforeEach(() => {
  night = nightOf(opened({ slaTerms: called }));
  driveNow(night);
});

const asked = () => askedByPhone(night.incident);

describe('a call to the contact center', () => {
  test('asks to reach the people whom the ladder asks now, as long as nobody has acknowledged', () => {
    expect(asked().who).toEqual(['an']);
    pass(night, 301);
    expect(asked().who).toEqual(['chloe']);
  });

  test('asks to reach the primary who has acknowledged, and whom no operator has confirmed', () => {
    pass(night, 301);
    says(night, 'an', 'yes');

    expect(asked().who).toEqual(['an']);
  });

  test('about the customer asks to reach no responder', () => {
    says(night, 'an', 'yes');
    confirm(night);

    expect(asked()).toMatchObject({ who: undefined, toDo: [{ kind: 'tell customer' }] });
  });

  test('accepts its tasks by a key even when the incident is resolved, as long as the customer must be told that', () => {
    says(night, 'an', 'yes');
    resolveNow(night, 'an');
    pass(night, 120);
    const outcome = acceptByPhone(night.incident, 'call 1', night.now);

    expect(asked()).toMatchObject({ who: undefined, toDo: [{ kind: 'tell customer' }] });
    expect(outcome).toMatchObject({ kind: 'changed', incident: { tasks: [{}, {}, { accepted: {} }] } });
  });
});
