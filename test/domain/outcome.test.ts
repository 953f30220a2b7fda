import { describe, expect, test } from '@jest/globals';
import { advance } from '../../domain/climb.ts';
import { type Decision, decide } from '../../domain/escalation.ts';
import type { Incident } from '../../domain/incident.ts';
import { callFailed, noticesSent, smsSent } from '../../domain/outcome.ts';
import { resolve } from '../../domain/resolution.ts';
import { isOver, kinds, look, nightOf, pages, pass, says } from './a-night.ts';
import { opened, tenPastThree, usualRoster } from './an-incident.ts';

const asked: Incident = advance(opened(), usualRoster, tenPastThree);
const handedOver = { kind: 'handed over', region: 'eu-central-1' } as const;
const refused = { kind: 'failed', region: 'eu-central-1', reason: 'Throttled' } as const;

function sms(incident: Incident, now = tenPastThree): Extract<Decision, { kind: 'sms' }> {
  const decision = decide(incident, now);
  if (decision.kind !== 'sms') throw new Error(`expected an SMS, got ${decision.kind}`);
  return decision;
}

describe('a page that a region took', () => {
  test('stands on the timeline: who, in which role, through which region', () => {
    const after = smsSent(asked, sms(asked), handedOver, tenPastThree);

    expect(after.timeline.at(-1)).toEqual({
      at: tenPastThree,
      kind: 'paged',
      responder: 'an',
      role: 'primary',
      region: 'eu-central-1',
    });
  });

  test('makes its reader one of those who hear how it ends', () => {
    expect(smsSent(asked, sms(asked), handedOver, tenPastThree).paged).toEqual(['an']);
  });

  test('names its reader once, however many pages there are', () => {
    const night = nightOf(opened());

    pass(night, 45);

    expect(night.incident.paged).toEqual(['an']);
    expect(kinds(night.incident)).toEqual(['opened', 'paged', 'paged']);
  });

  test('is not sent again', () => {
    const after = smsSent(asked, sms(asked), handedOver, tenPastThree);

    expect(decide(after, tenPastThree)).toEqual({ kind: 'await', until: tenPastThree + 45_000 });
  });
});

describe('a page that a region refused', () => {
  test('stands on the timeline with the reason', () => {
    expect(smsSent(asked, sms(asked), refused, tenPastThree).timeline.at(-1)).toMatchObject({
      kind: 'page failed',
      responder: 'an',
      region: 'eu-central-1',
      reason: 'Throttled',
    });
  });

  test('by both, is told as "sms failed totally", once for each person', () => {
    const night = nightOf(opened());
    night.takesSms = { own: false, other: false };

    pass(night, 599);

    const totals = night.incident.timeline.filter(({ kind }) => kind === 'sms failed totally');
    expect(totals).toEqual([
      { at: tenPastThree, kind: 'sms failed totally', responder: 'an' },
      { at: tenPastThree + 300_000, kind: 'sms failed totally', responder: 'chloe' },
    ]);
  });

  test('by one alone, has not failed totally', () => {
    const night = nightOf(opened());
    night.takesSms.own = false;

    pass(night, 299);

    expect(kinds(night.incident)).not.toContain('sms failed totally');
  });

  test('leaves nobody to be told, when nobody got a page', () => {
    const night = nightOf(opened());
    night.takesSms = { own: false, other: false };
    look(night);
    isOver(night);

    look(night);

    expect(night.told).toEqual([]);
  });
});

describe('a page that was under way while an answer came', () => {
  const page = sms(asked);

  test('counts for nothing but the timeline when its step is over', () => {
    const night = nightOf(asked);
    says(night, 'an', 'no');
    const moved = advance(night.incident, usualRoster, tenPastThree);

    const after = smsSent(moved, page, refused, tenPastThree);

    expect(after.round).toEqual(moved.round);
    expect(kinds(after)).toEqual(['opened', 'declined', 'page failed']);
  });

  test('tells its reader that another has it', () => {
    const night = nightOf(asked);
    says(night, 'chloe', 'yes');

    const after = smsSent(night.incident, page, handedOver, tenPastThree);

    expect(after.notices).toContainEqual({
      to: 'an',
      notice: { kind: 'takenByOther', code: 'A7K', by: 'chloe', until: tenPastThree + 30 * 60_000 },
    });
  });

  test('tells the one who has it nothing more', () => {
    const night = nightOf(asked);
    says(night, 'an', 'yes');

    expect(smsSent(night.incident, page, handedOver, tenPastThree).notices).toEqual(night.incident.notices);
  });

  test('tells its reader that it is over', () => {
    const over = resolve(asked, 'source', tenPastThree);

    expect(smsSent(over, page, handedOver, tenPastThree).notices).toEqual([
      { to: 'an', notice: { kind: 'over', code: 'A7K' } },
    ]);
  });

  test('tells a reader who is told already nothing twice', () => {
    const paged = smsSent(asked, page, handedOver, tenPastThree);
    const over = resolve(paged, 'source', tenPastThree);

    expect(smsSent(over, page, handedOver, tenPastThree).notices).toEqual(over.notices);
  });
});

describe('a call that cannot be made', () => {
  test('stands on the timeline with the reason, and is not tried again', () => {
    const night = nightOf(opened());
    pass(night, 60);

    expect(night.incident.timeline.at(-1)).toEqual({
      at: tenPastThree + 60_000,
      kind: 'call failed',
      whom: 'contact center',
      reason: 'no voice path yet',
    });
    expect(pages(night).filter((page) => page.includes('contact center'))).toHaveLength(1);
  });

  test('to a person names that person', () => {
    const whom = { kind: 'responder', responder: 'an' } as const;
    const call = { kind: 'call', attempt: '1/0/primary/3', whom } as const;

    expect(callFailed(asked, call, 'busy', tenPastThree).timeline.at(-1)).toMatchObject({ whom: 'an' });
  });
});

describe('a notice', () => {
  const pending = { to: 'an', notice: { kind: 'taken', code: 'A7K', until: tenPastThree } } as const;
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
      notice: 'taken',
      region: 'eu-central-1',
    });
  });

  test('that no region takes stands on the timeline as not told', () => {
    const after = noticesSent({ ...asked, notices: [pending] }, [{ pending, sent: refused }], tenPastThree);

    expect(after.notices).toEqual([]);
    expect(after.timeline.at(-1)).toMatchObject({ kind: 'not told', to: 'an', reason: 'Throttled' });
  });

  test('that came up while others were told is kept', () => {
    const during: Incident = { ...asked, notices: [pending, other] };

    expect(noticesSent(during, [{ pending, sent: handedOver }], tenPastThree).notices).toEqual([other]);
  });
});
