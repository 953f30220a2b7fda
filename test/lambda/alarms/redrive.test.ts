import { describe, expect, test } from '@jest/globals';
import type { FailedEvent, FailedEvents } from '../../../aws/failed-events.ts';
import type { incidentOf } from '../../../aws/table/incident-item.ts';
import { putAside } from '../../../cli/commands/put-aside.ts';
import { minute } from '../../../domain/time/instant.ts';
import { unreservedCodes } from '../../../lambda/alarms/codes.ts';
import { redrive } from '../../../lambda/alarms/redrive.ts';
import { messagesPutAside } from '../../../lambda/api/messages-put-aside.ts';
import { tenPastThree } from '../../domain/an-incident.ts';
import { exampleOrganization } from '../../domain/example-organization.ts';
import { faulty } from '../faults.ts';
import { type Gate, inMemoryCell, outside } from '../in-memory-cell.ts';

const sms = {
  Records: [
    { Sns: { Message: JSON.stringify({ originationNumber: '+32470000001', messageBody: 'ja \u0000' }) } },
  ],
};

/** A queue with a message that no function can handle, read once a minute. */
function aQueue({ gate, fails = () => true }: { gate?: Gate; fails?: (minutes: number) => boolean } = {}) {
  const world = outside();
  const clock = { now: tenPastThree };
  const cell = inMemoryCell({
    outside: world,
    now: () => clock.now,
    ...(gate === undefined ? {} : { gate }),
  });
  let inQueue: readonly FailedEvent[] = [{ id: 'message-1', receipt: 'receipt', payload: sms }];
  const events: FailedEvents = {
    receive: async () => inQueue,
    remove: async ({ id }) => {
      inQueue = inQueue.filter((each) => each.id !== id);
    },
  };
  const sweeps = async (minutes: number) => {
    for (let count = 0; count < minutes; count++) {
      await redrive(
        cell,
        unreservedCodes,
        {
          ...{ events, what: 'answers' },
          handle: async () => {
            if (fails(count)) throw new TypeError('cannot be read');
          },
        },
        0,
      ).catch(() => undefined);
      clock.now += minute;
    }
  };
  const incidents = () =>
    world.table
      .all()
      .filter(({ sk }) => sk?.S === 'head')
      .map((item) => JSON.parse(item['body']?.S ?? '{}') as ReturnType<typeof incidentOf>);
  return { cell, sweeps, incidents, left: () => inQueue.length };
}

describe('a message that can never be handled', () => {
  test('goes round for some minutes, and is then put aside', async () => {
    const { sweeps, left } = aQueue();
    await sweeps(4);
    expect(left()).toBe(1);

    await sweeps(1);
    expect(left()).toBe(0);
  });

  test('is told once with its content, and reopens no incident each minute', async () => {
    const { sweeps, incidents } = aQueue();
    await sweeps(30);

    expect(incidents().map(({ summary }) => summary)).toEqual([
      '1 SMS answers could not be handled at once in eu-central-1',
      'SMS answer put aside, it cannot be handled: +32...01 "ja \u0000"',
    ]);
    for (const { timeline } of incidents()) {
      expect(timeline.filter(({ kind }) => kind === 'opened' || kind === 'reopened')).toHaveLength(1);
    }
  });

  test('is listed by the command line', async () => {
    const { cell, sweeps } = aQueue();
    await sweeps(5);
    const { body } = await messagesPutAside(cell, exampleOrganization());
    const ask = async () => ({ kind: 'answered', body: JSON.parse(body) });
    const result = await putAside.run({ ask } as unknown as Parameters<typeof putAside.run>[0]);

    expect(result).toMatchObject({ text: expect.stringContaining('+32...01 "ja') });
    expect(result).toMatchObject({ text: expect.stringContaining('5 tries') });
  });

  test('stays in its queue while no table works: it may be the table that fails', async () => {
    const { sweeps, left } = aQueue({
      gate: faulty({ of: ({ service }) => service === 'table', when: 'before', how: 'fail' }),
    });
    await sweeps(30);

    expect(left()).toBe(1);
  });

  test('is handled as soon as it can be', async () => {
    const { cell, sweeps, left } = aQueue({ fails: (minutes) => minutes < 3 });
    await sweeps(4);

    expect(left()).toBe(0);
    expect(await cell.failed.list()).toEqual([]);
  });
});
