import { describe, expect, test } from '@jest/globals';
import { promiseToTell } from '../../../domain/customers/promises.ts';
import { type CustomerOutcome, customerTold } from '../../../domain/customers/told.ts';
import { reopen } from '../../../domain/escalation/reopen.ts';
import { resolve } from '../../../domain/escalation/resolve.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { heard, pro, saysMinutes } from '../a-customer.ts';
import { opened } from '../an-incident.ts';
import { kinds, type Night, nightOf, pass, says, sleep } from '../escalation/a-night.ts';

const joris: CustomerOutcome = {
  told: [{ name: 'Joris', region: 'eu-central-1' }],
  failed: [],
  expectedAt: undefined,
};
const nobody: CustomerOutcome = {
  told: [],
  failed: [{ name: 'Joris', reason: 'InternalError: refused' }],
  expectedAt: undefined,
};

/** The id of the promise that is to be told. */
function idOf(incident: Incident, about: 'copy' | 'incident' | 'repair time' | 'solution'): string {
  return promiseToTell(incident, about)?.id ?? 'none';
}

/** A message is being sent while something else happens, and it is recorded after that. */
function recorded(night: Night, id: string, outcome: CustomerOutcome, sentAt = night.now): void {
  night.incident = customerTold(night.incident, id, outcome, sentAt);
}

describe('a message to a customer that is recorded late', () => {
  test('counts, even if the incident was resolved meanwhile: only the resolution is told after it', () => {
    const night = nightOf(opened({ slaTerms: pro }));
    const id = idOf(night.incident, 'incident');
    night.incident = resolve(night.incident, 'source', night.now + 500);

    recorded(night, id, joris);

    expect(night.incident.promises.map(({ about, kept }) => [about, kept?.by])).toEqual([
      ['incident', 'sms'],
      ['repair time', 'dropped'],
      ['solution', undefined],
    ]);
  });

  test('about the resolution is followed by one about the reopening, when the incident reopened meanwhile', () => {
    const night = nightOf(opened({ slaTerms: pro }));
    says(night, 'an', 'yes');
    pass(night, 60);
    night.incident = resolve(night.incident, 'an', night.now);
    const id = idOf(night.incident, 'solution');
    night.incident = reopen(night.incident, 'disk full again', night.now + 500);

    recorded(night, id, joris);
    pass(night, 600);

    expect(heard(night)).toEqual(['0 incident', '1 solution', '6 incident']);
  });

  test('without a repair time is followed by one with it, when an engineer gave one meanwhile', () => {
    const night = nightOf(opened({ slaTerms: pro }));
    says(night, 'an', 'yes');
    const id = idOf(night.incident, 'incident');
    saysMinutes(night, 'an', 30);

    recorded(night, id, joris);
    pass(night, 60);

    expect(heard(night)).toEqual(['0 incident', '0 repair time until 30']);
  });

  test('with a repair time that changed meanwhile is followed by one with the new time', () => {
    const night = nightOf(opened({ slaTerms: pro }));
    pass(night, 360);
    saysMinutes(night, 'an', 30);
    const { expectedAt } = night.incident;
    const id = idOf(night.incident, 'repair time');
    saysMinutes(night, 'an', 60);

    recorded(night, id, { ...joris, expectedAt });
    pass(night, 60);

    expect(heard(night)).toEqual(['5 incident', '6 repair time until 36', '6 repair time until 66']);
  });

  test('is only on the timeline when an operator has told the same', () => {
    const night = nightOf(opened({ slaTerms: pro }));
    const id = idOf(night.incident, 'incident');
    recorded(night, id, joris);
    const { promises } = night.incident;

    recorded(night, id, joris);

    expect(night.incident.promises).toBe(promises);
    expect(kinds(night.incident).filter((kind) => kind === 'sent to customer')).toHaveLength(2);
  });

  test('about a promise that is no longer stored changes nothing', () => {
    const incident = opened({ slaTerms: pro });

    expect(customerTold(incident, 'p99', joris, incident.openedAt)).toBe(incident);
  });
});

describe('a message that some contacts did not get', () => {
  test('keeps the promise when one contact got it, and says who did not', () => {
    const incident = opened({ slaTerms: pro });

    const told = customerTold(
      incident,
      idOf(incident, 'incident'),
      { ...nobody, told: [{ name: 'Katja', region: 'eu-west-2' }] },
      incident.openedAt,
    );

    expect(told.promises[0]?.kept).toEqual({ at: incident.openedAt, by: 'sms', names: ['Katja'] });
    expect(kinds(told)).toEqual(expect.arrayContaining(['sent to customer', 'customer not told']));
    expect(told.tasks).toEqual([]);
  });

  test('makes no task for an operator when it is a copy', () => {
    const incident = opened({ slaTerms: { ...pro, copies: true } });

    const failed = customerTold(incident, idOf(incident, 'copy'), nobody, incident.openedAt);

    expect(failed.tasks).toEqual([]);
    expect(failed.promises.find(({ about }) => about === 'copy')?.kept?.by).toBe('dropped');
  });

  test('is on the timeline when it is a copy that was counted instead of sent', () => {
    const incident = opened({ slaTerms: { ...pro, copies: true } });

    const folded = customerTold(
      incident,
      idOf(incident, 'copy'),
      { told: [], failed: [], expectedAt: undefined, isFolded: true },
      incident.openedAt,
    );

    expect(kinds(folded)).toContain('copy folded');
    expect(folded.promises.find(({ about }) => about === 'copy')?.kept?.by).toBe('dropped');
  });
});

describe('a message to a customer who has had the most that we send', () => {
  const quarter = 15 * 60_000;

  /** The message of the incident waits, and is put off each quarter of an hour. */
  function putOff(minutes: number): Night {
    const night = nightOf(opened({ slaTerms: pro }));
    const id = idOf(night.incident, 'incident');
    const end = night.now + minutes * 60_000;
    while (night.now < end) {
      recorded(night, id, { ...nobody, failed: [], putOffUntil: night.now + quarter });
      pass(night, Math.min(quarter - 1000, end - night.now) / 1000);
      sleep(night, 1);
    }
    return night;
  }

  test('waits past its deadline, and no operator calls the same contact meanwhile', () => {
    const { incident } = putOff(90);

    expect(operatorsAsked(incident)).toBe(0);
    expect(promiseToTell(incident, 'incident')?.broken).toBeUndefined();
    expect(incident.notices.filter(({ notice }) => notice.kind === 'promiseBroken')).toEqual([]);
  });

  test('is an operator’s after two hours, and is broken if the operator does not tell it either', () => {
    expect(operatorsAsked(putOff(119).incident)).toBe(0);
    expect(operatorsAsked(putOff(122).incident)).toBe(1);
    expect(promiseToTell(putOff(130).incident, 'incident')?.broken).toBe(true);
  });

  test('leaves when it may, with the state of that moment', () => {
    const night = putOff(30);
    pass(night, 60);

    expect(heard(night)).toEqual(['30 incident']);
  });
});

/** How often an operator was asked to tell the customer of the incident. */
function operatorsAsked({ tasks, promises }: Incident): number {
  const first = promises.find(({ about }) => about === 'incident');
  return tasks.filter(({ about }) => about.kind === 'tell customer' && about.promise === first?.id).length;
}
