import { beforeEach, describe, expect, test } from '@jest/globals';
import { advance } from '../../../domain/escalation/decide.ts';
import { call, stopCall } from '../../../lambda/channels/call.ts';
import { page } from '../../../lambda/channels/sms.ts';
import { opened, tenPastThree, usualRoster } from '../../domain/an-incident.ts';
import { exampleOrganization } from '../../domain/example-organization.ts';
import { faulty } from '../faults.ts';
import { inMemoryCell, itemOf } from '../in-memory-cell.ts';

const second = '+32470000077';

const organization = exampleOrganization((draft) => {
  draft.responders['an']?.numbers.push(second);
});

const [first = ''] = organization.responders['an']?.numbers ?? [];

const incident = advance(opened(), usualRoster, tenPastThree).incident;

const attempt = (path: number, round = 1) =>
  ({ ladder: 'main', round, step: 0, whom: 'primary', path }) as const;

let cell = inMemoryCell();

beforeEach(() => {
  cell = inMemoryCell();
});

const pageAn = () =>
  page(cell, itemOf(incident), incident, {
    organization,
    decision: { kind: 'sms', via: 'own', attempt: attempt(0), role: 'primary', responder: 'an' },
    now: tenPastThree,
  });

const callAn = (path: number, round = 1) =>
  call(cell, itemOf(incident), incident, {
    organization,
    decision: {
      ...{ kind: 'call', via: 'own', attempt: attempt(path, round) },
      whom: { kind: 'responder', responder: 'an' },
    },
    now: tenPastThree,
  });

describe('a person with two numbers', () => {
  test('gets the SMS of a page on each', async () => {
    await pageAn();
    expect(cell.outside.sms.map(({ to }) => to)).toEqual([first, second]);
  });

  test('is paged when one of the numbers takes the SMS', async () => {
    cell = inMemoryCell({
      gate: faulty({ of: ({ to }) => to === first, when: 'before', how: 'fail', error: 'refused' }),
    });
    expect(await pageAn()).toMatchObject({ kind: 'handed over' });
  });

  test('is called by turns, and first on the other number in the next round', async () => {
    await callAn(3);
    await callAn(4);
    await callAn(3, 2);
    expect(cell.outside.calls.map(({ to }) => to)).toEqual([first, second, second].slice(0, 2));
  });
});

test('a call that cannot be stopped does no harm', async () => {
  cell = inMemoryCell({
    gate: faulty({
      of: ({ operation }) => operation === 'withdraw',
      when: 'before',
      how: 'fail',
      error: 'gone',
    }),
  });
  await expect(
    stopCall(cell, { kind: 'stopCall', region: 'eu-central-1', contactId: 'c' }, tenPastThree),
  ).resolves.toBeUndefined();
});
