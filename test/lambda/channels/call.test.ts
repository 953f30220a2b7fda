import { describe, expect, test } from '@jest/globals';
import { advance } from '../../../domain/escalation/decide.ts';
import type { Decision } from '../../../domain/paging/timer.ts';
import { call } from '../../../lambda/channels/call.ts';
import { opened, tenPastThree, usualRoster } from '../../domain/an-incident.ts';
import { exampleOrganization } from '../../scenarios/example.ts';
import { type Fault, faulty } from '../faults.ts';
import { inMemoryCell, itemOf } from '../in-memory-cell.ts';

type Call = Extract<Decision, { kind: 'call' }>;

const incident = advance(opened(), usualRoster, tenPastThree).incident;

const toAn: Call = {
  kind: 'call',
  via: 'own',
  attempt: { ladder: 'main', round: 1, step: 0, whom: 'primary', path: 3 },
  whom: { kind: 'responder', responder: 'an' },
};

const toTheContactCenter: Call = {
  kind: 'call',
  via: 'own',
  attempt: { ladder: 'main', round: 1, step: 0, whom: 'contactCenter', path: 2 },
  whom: { kind: 'contactCenter' },
};

function night(refuses: { readonly own?: string; readonly other?: string } = {}) {
  const cell = inMemoryCell({
    gate: faulty(...refused('eu-central-1', refuses.own), ...refused('eu-west-2', refuses.other)),
  });
  const calling = (decision: Call, { now = tenPastThree, home = incident.home } = {}) =>
    call(cell, itemOf(incident), { ...incident, home }, { organization: exampleOrganization, decision, now });
  const through = (region: string) => cell.outside.calls.filter((each) => each.region === region);
  return {
    own: () => through('eu-central-1'),
    other: () => through('eu-west-2'),
    digits: async () => (await cell.lines.find(phoneOfAn))?.digits,
    calling,
  };
}

const phoneOfAn = exampleOrganization.responders['an']?.numbers[0] ?? '';

/** A region that is asked for the call, and does not make it. */
function refused(region: string, error: string | undefined): readonly Fault[] {
  if (error === undefined) return [];
  return [
    { of: (each) => each.service === 'voice' && each.region === region, when: 'after', how: 'fail', error },
  ];
}

describe('a call', () => {
  test('goes through the incident’s own region, whichever cell drives', async () => {
    const { other, own, calling } = night();

    expect(await calling(toAn, { home: 'eu-west-2' })).toMatchObject({ kind: 'called', region: 'eu-west-2' });
    expect([own().length, other().length]).toEqual([0, 1]);
  });

  test('that one region refuses goes through the other, with the same keys and the same name', async () => {
    const { own, other, calling } = night({ own: 'TooManyRequests' });

    expect(await calling(toAn)).toEqual({
      kind: 'called',
      region: 'eu-west-2',
      contactId: 'eu-west-2-2',
      refusals: [{ region: 'eu-central-1', reason: 'Error: TooManyRequests' }],
    });
    expect(other()).toEqual(own().map((each) => ({ ...each, region: 'eu-west-2' })));
  });

  test('that both refuse has failed, and says why each did not', async () => {
    const { calling } = night({ own: 'LimitExceeded', other: 'hung' });

    expect(await calling(toAn)).toEqual({
      kind: 'failed',
      refusals: [
        { region: 'eu-central-1', reason: 'Error: LimitExceeded' },
        { region: 'eu-west-2', reason: 'Error: hung' },
      ],
    });
  });

  test('that is made again after its function was killed speaks the same keys, and is the same call', async () => {
    const { own, calling } = night();
    await calling(toAn);
    await calling(toAn);

    expect(own()[1]).toEqual(own()[0]);
  });

  test('to a phone that is in another call waits for its end', async () => {
    const { own, calling } = night();
    await calling(toAn);

    const second = await calling(
      { ...toAn, attempt: { ladder: 'main', round: 1, step: 0, whom: 'primary', path: 4 } },
      { now: tenPastThree + 89_999 },
    );
    expect(second).toEqual({ kind: 'put off', until: tenPastThree + 90_000 });
    expect(own()).toHaveLength(1);
  });

  test('carries the digits nowhere but in what it speaks', async () => {
    const { own, digits: digitsOf, calling } = night();
    await calling(toAn);

    const { spokenMessage, ...others } = own()[0]?.attributes ?? {};
    const digits = await digitsOf();
    expect(spokenMessage).toMatch(`Druk ${digits?.yes} om het te nemen, ${digits?.no} als`);
    expect(Object.keys(others).toSorted()).toEqual([
      ...['attempt', 'generation', 'incidentKey', 'language', 'notStored', 'phone'],
    ]);
  });

  test('has two different keys from 1 to 9, all of which come up', async () => {
    const seen = new Set<string>();
    for (let tries = 0; tries < 300; tries++) {
      const { digits: digitsOf, calling } = night();
      await calling(toAn);
      const digits = (await digitsOf()) ?? { yes: '', no: '' };
      expect(digits.yes).toMatch(/^[1-9]$/);
      expect(digits.no).toMatch(/^[1-9]$/);
      expect(digits.no).not.toBe(digits.yes);
      seen.add(digits.yes).add(digits.no);
    }
    expect(seen.size).toBe(9);
  });

  test('rings although it cannot be stored', async () => {
    const cell = inMemoryCell({
      gate: faulty({ of: ({ service }) => service === 'table', when: 'before', how: 'fail' }),
    });

    expect(
      await call(cell, itemOf(incident), incident, {
        organization: exampleOrganization,
        decision: toAn,
        now: tenPastThree,
      }),
    ).toMatchObject({ kind: 'called' });
  });

  test('to the contact center tells whom to reach', async () => {
    const { own, calling } = night();
    await calling(toTheContactCenter);

    const name = exampleOrganization.responders['an']?.name ?? '';
    expect(own()[0]).toMatchObject({
      to: exampleOrganization.contactCenter.number,
      attributes: { spokenMessage: expect.stringContaining(`Bel ${name} op + 3 2`) },
    });
  });

  test('to somebody who is gone from the organization has failed', async () => {
    const { calling } = night();
    const whom = { kind: 'responder', responder: 'nobody' } as const;

    expect(await calling({ ...toAn, whom })).toMatchObject({ kind: 'failed' });
  });
});
