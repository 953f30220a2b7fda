import { describe, expect, test } from '@jest/globals';
import { incidentOf } from '../../../aws/table/incident-item.ts';
import { wholeTimeline } from '../../../lambda/incidents/read-incident.ts';
import { receive } from '../../../lambda/replies/receive.ts';
import { tenPastThree } from '../../domain/an-incident.ts';
import { inMemoryCell, itemOf, stored } from '../in-memory-cell.ts';

const ref = { key: 'abc', generation: 1 };

/** Somebody whom the organization does not know writes about the incident A7K. */
async function aStranger() {
  const clock = { now: tenPastThree };
  const cell = inMemoryCell({ now: () => clock.now });
  const item = itemOf();
  stored(cell.outside, item);
  await cell.codes.assign('A7K', ref, tenPastThree);
  const writes = async (text: string, id: string) => {
    clock.now += 1000;
    const message = { originationNumber: '+31611999999', messageBody: text, inboundMessageId: id };
    const Timestamp = new Date(clock.now).toISOString();
    await receive(cell, { Message: JSON.stringify(message), Timestamp });
  };
  return { writes, cell, item, timeline: () => wholeTimeline(cell, ref, incidentOf(item)) };
}

describe('a stranger who knows a code', () => {
  test('changes nothing of its incident, however often they write', async () => {
    const { writes, cell, item } = await aStranger();
    for (let count = 0; count < 50; count++) await writes(`A7K ja ${count}`, `message-${count}`);

    expect(await cell.incidents.read('abc')).toEqual(item);
  });

  test('is one entry of what people are shown: how many messages, when the last came, and what it said', async () => {
    const { writes, timeline } = await aStranger();
    await writes('A7K ja', 'message-1');
    await writes('A7K hello?', 'message-2');

    expect((await timeline()).slice(1)).toEqual([
      {
        at: tenPastThree + 2000,
        kind: 'messages of strangers',
        count: 2,
        number: '+31611999999',
        text: 'A7K hello?',
      },
    ]);
  });

  test('counts once when a message is delivered twice', async () => {
    const { writes, cell } = await aStranger();
    await writes('A7K ja', 'message-1');
    await writes('A7K ja', 'message-1');

    expect(await cell.strangers.read(ref)).toMatchObject({ count: 1 });
  });
});
