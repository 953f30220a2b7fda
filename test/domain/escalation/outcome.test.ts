import { describe, expect, test } from '@jest/globals';
import { advance, decide } from '../../../domain/escalation/decide.ts';
import { callMade, noticesSent, smsSent } from '../../../domain/escalation/outcome.ts';
import { resolve } from '../../../domain/escalation/resolve.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { Decision } from '../../../domain/paging/timer.ts';
import { opened, tenPastThree, usualRoster } from '../an-incident.ts';
import { driveNow, kinds, nightOf, pages, pass, resolveNow, says } from './a-night.ts';

const asked: Incident = advance(opened(), usualRoster, tenPastThree).incident;

const handedOver = { kind: 'handed over', region: 'eu-central-1' } as const;

const refused = { kind: 'failed', region: 'eu-central-1', reason: 'Throttled' } as const;

function sms(incident: Incident, now = tenPastThree): Extract<Decision, { kind: 'sms' }> {
  const decision = decide(incident, now);
  if (decision.kind !== 'sms') throw new Error(`expected an SMS, got ${decision.kind}`);
  return decision;
}

describe('a page that a region accepted', () => {
  test('is on the timeline: who, in which role, through which region', () => {
    const after = smsSent(asked, sms(asked), handedOver, tenPastThree);

    expect(after.timeline.at(-1)).toEqual({
      at: tenPastThree,
      kind: 'paged',
      responder: 'an',
      role: 'primary',
      region: 'eu-central-1',
    });
  });

  test('adds its reader to those who hear how the incident ends', () => {
    expect(smsSent(asked, sms(asked), handedOver, tenPastThree).paged).toEqual(['an']);
  });

  test('adds its reader once, however many pages there are', () => {
    const night = nightOf(opened());

    pass(night, 45);

    expect(night.incident.paged).toEqual(['an']);
    expect(kinds(night.incident)).toEqual(['opened', 'contact center asked', 'paged', 'paged']);
  });

  test('is not sent again', () => {
    const after = smsSent(asked, sms(asked), handedOver, tenPastThree);

    expect(decide(after, tenPastThree).kind).toBe('queue');
  });
});

describe('a page that a region refused', () => {
  test('is on the timeline with the reason', () => {
    expect(smsSent(asked, sms(asked), refused, tenPastThree).timeline.at(-1)).toMatchObject({
      kind: 'page failed',
      responder: 'an',
      region: 'eu-central-1',
      reason: 'Throttled',
    });
  });

  test('by both regions is recorded as "sms failed totally", once for each person', () => {
    const night = nightOf(opened());
    night.takesSms = { own: false, other: false };

    pass(night, 599);

    const totals = night.incident.timeline.filter(({ kind }) => kind === 'sms failed totally');
    expect(totals).toEqual([
      { at: tenPastThree, kind: 'sms failed totally', responder: 'an' },
      { at: tenPastThree + 300_000, kind: 'sms failed totally', responder: 'chloe' },
    ]);
  });

  test('by one region alone is not recorded as failed totally', () => {
    const night = nightOf(opened());
    night.takesSms.own = false;

    pass(night, 299);

    expect(kinds(night.incident)).not.toContain('sms failed totally');
  });

  test('adds nobody to those who hear how the incident ends', () => {
    const night = nightOf(opened());
    night.takesSms = { own: false, other: false };
    night.calls = { kind: 'failed', refusals: [] };
    driveNow(night);
    resolveNow(night);

    driveNow(night);

    expect(night.told).toEqual([]);
  });
});

describe('a page that was being sent while an answer came', () => {
  const page = sms(asked);

  test('changes only the timeline when its step is over', () => {
    const night = nightOf(asked);
    says(night, 'an', 'no');
    const moved = advance(night.incident, usualRoster, tenPastThree).incident;

    const after = smsSent(moved, page, refused, tenPastThree);

    expect(after.ladder).toEqual(moved.ladder);
    expect(kinds(after)).toEqual([
      ...['opened', 'contact center asked', 'declined'],
      ...['contact center done', 'page failed'],
    ]);
  });

  test('has its reader told that another responder acknowledged', () => {
    const night = nightOf(asked);
    says(night, 'chloe', 'yes');

    const after = smsSent(night.incident, page, handedOver, tenPastThree);

    expect(after.notices).toContainEqual({
      to: 'an',
      notice: { kind: 'acknowledgedByOther', code: 'A7K', by: 'chloe', until: tenPastThree + 30 * 60_000 },
    });
  });

  test('has the responder who acknowledged told nothing more', () => {
    const night = nightOf(asked);
    says(night, 'an', 'yes');

    expect(smsSent(night.incident, page, handedOver, tenPastThree).notices).toEqual(night.incident.notices);
  });

  test('has its reader told that the incident is resolved', () => {
    const over = resolve(asked, 'source', tenPastThree);

    expect(smsSent(over, page, handedOver, tenPastThree).notices).toEqual([
      { to: 'an', notice: { kind: 'over', code: 'A7K' } },
    ]);
  });

  test('has its reader told nothing twice', () => {
    const paged = smsSent(asked, page, handedOver, tenPastThree);
    const over = resolve(paged, 'source', tenPastThree);

    expect(smsSent(over, page, handedOver, tenPastThree).notices).toEqual(over.notices);
  });
});

describe('a call', () => {
  const toAn = {
    kind: 'call',
    via: 'own',
    attempt: { ladder: 'main', round: 1, step: 0, whom: 'primary', path: 3 },
    whom: { kind: 'responder', responder: 'an' },
  } as const;
  const refusal = { region: 'eu-central-1', reason: 'LimitExceededException' } as const;
  const made = { kind: 'called', region: 'eu-west-2', contactId: 'c-1', refusals: [refusal] } as const;

  test('that no region makes is on the timeline with each reason, and is not tried again', () => {
    const night = nightOf(opened());
    night.calls = { kind: 'failed', refusals: [refusal, { ...refusal, region: 'eu-west-2' }] };
    pass(night, 60);

    const failed = { at: tenPastThree + 60_000, kind: 'call failed', whom: 'contact center' };
    expect(night.incident.timeline.slice(-2)).toEqual([
      { ...failed, ...refusal },
      { ...failed, ...refusal, region: 'eu-west-2' },
    ]);
    expect(pages(night).filter((page) => page.includes('contact center'))).toHaveLength(1);
  });

  test('that the other region makes is recorded with the region that refused and the region that called', () => {
    expect(callMade(asked, toAn, made, tenPastThree).timeline.slice(-2)).toEqual([
      { at: tenPastThree, kind: 'call failed', whom: 'an', ...refusal },
      { at: tenPastThree, kind: 'called', whom: 'an', region: 'eu-west-2', contactId: 'c-1' },
    ]);
  });

  test('adds the person to those who hear how the incident ends', () => {
    expect(callMade(asked, toAn, made, tenPastThree).paged).toEqual(['an']);
  });

  test('to a phone that is in use is made when the other call is over', () => {
    const night = nightOf(opened());
    night.calls = { kind: 'put off', until: tenPastThree + 100_000 };
    pass(night, 60);
    night.calls = made;
    pass(night, 60);

    expect(pages(night).filter((page) => page.includes('contact center'))).toEqual([
      '60 call contact center',
      '100 call contact center',
    ]);
    expect(kinds(night.incident).filter((kind) => kind === 'call put off')).toHaveLength(1);
  });

  test('that waits for another call is not made after its step is over', () => {
    const late = callMade(asked, toAn, { kind: 'put off', until: tenPastThree + 900_000 }, tenPastThree);
    const night = nightOf(late);
    pass(night, 310);

    expect(pages(night)).not.toContain('900 call an');
    expect(night.incident.ladder.step).toBe(1);
    expect(night.incident.ladder.putOff).toBeUndefined();
  });
});

describe('a notice', () => {
  const pending = { to: 'an', notice: { kind: 'acknowledged', code: 'A7K', until: tenPastThree } } as const;
  const other = { to: 'chloe', notice: { kind: 'declined', code: 'A7K' } } as const;

  test('is told once', () => {
    const after = noticesSent(
      { ...asked, notices: [pending] },
      [{ pending, sent: handedOver }],
      tenPastThree,
    );

    expect(after.notices).toEqual([]);
    expect(after.timeline.at(-1)).toEqual({
      at: tenPastThree,
      kind: 'told',
      to: 'an',
      notice: 'acknowledged',
      region: 'eu-central-1',
    });
  });

  test('that no region accepts is on the timeline as not told', () => {
    const after = noticesSent({ ...asked, notices: [pending] }, [{ pending, sent: refused }], tenPastThree);

    expect(after.notices).toEqual([]);
    expect(after.timeline.at(-1)).toMatchObject({ kind: 'not told', to: 'an', reason: 'Throttled' });
  });

  test('that became owed while others were sent is kept', () => {
    const during: Incident = { ...asked, notices: [pending, other] };

    expect(noticesSent(during, [{ pending, sent: handedOver }], tenPastThree).notices).toEqual([other]);
  });
});
