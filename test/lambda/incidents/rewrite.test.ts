import { describe, expect, test } from '@jest/globals';
import { incidentOf } from '../../../aws/table/incident-item.ts';
import { answer } from '../../../domain/answers/answer.ts';
import { type Incident, withEntry } from '../../../domain/incident/incident.ts';
import { changeIncident } from '../../../lambda/incidents/change-incident.ts';
import { maxIncidentBytes } from '../../../lambda/incidents/rewrite.ts';
import { opened, tenPastThree } from '../../domain/an-incident.ts';
import { faulty } from '../faults.ts';
import { inMemoryCell, itemOf, stored } from '../in-memory-cell.ts';

const ref = { key: 'abc', generation: 1 };

function aCell(incident: Incident = opened(), gate = faulty()) {
  const cell = inMemoryCell({ gate });
  stored(cell.outside, itemOf(incident));
  const now = async () => {
    const item = await cell.incidents.read(ref.key);
    if (item === undefined) throw new Error('the incident is gone');
    const incident = incidentOf(item);
    return { incident, bytes: item.body.length, timeline: await cell.history.timeline(ref, incident) };
  };
  const says = (text: string) =>
    changeIncident(cell, ref, (seen) => ({ kind: 'changed', incident: withEntry(seen, decided(text)) }));
  return { cell, now, says };
}

/** What somebody says at length. */
function decided(words: string) {
  return { at: tenPastThree, kind: 'resolved', by: 'an', note: words } as const;
}

const long = 'x'.repeat(10_000);

describe('an incident of which much is said', () => {
  test('keeps its whole timeline, in items of their own, and never comes near the limit of the table', async () => {
    const { says, now } = aCell();
    const texts = Array.from({ length: 60 }, (_, index) => `${index} ${long}`);
    for (const text of texts) await says(text);

    const { bytes, timeline } = await now();
    expect(bytes).toBeLessThan(100_000);
    expect(timeline.slice(1).map((entry) => 'note' in entry && entry.note)).toEqual(texts);
  });

  test('is in its whole timeline once, though the function that moved a part of it was killed before it wrote', async () => {
    const { cell, now, says } = aCell();
    for (let count = 0; count < 24; count++) await says(`${count}`);
    const { timeline } = await now();
    const isPut = faulty({
      of: ({ operation }) => operation === 'PutItem',
      nth: 1,
      when: 'after',
      how: 'kill',
    });
    const dies = inMemoryCell({ outside: cell.outside, gate: isPut });
    void changeIncident(dies, ref, (seen) => ({
      kind: 'changed',
      incident: withEntry(seen, decided('lost')),
    }));
    await new Promise((resolve) => setImmediate(resolve));
    expect(cell.outside.table.item('abc', 'timeline#000001#000000')).toBeDefined();
    await says('last');

    expect((await now()).timeline).toEqual([...timeline, decided('last')]);
  });
});

describe('an incident that is larger than its limit', () => {
  /** What nobody moves out of it: tasks, each with a long note of an operator, and answers. */
  const crowded: Incident = {
    ...opened(),
    answers: Array.from(
      { length: 500 },
      (_, index) => `screen 1795399800000-0123456789abcdef/t${index}/done`,
    ),
    tasks: Array.from({ length: 400 }, (_, index) => ({
      id: `t${index}`,
      about: { kind: 'look', why: 'x'.repeat(990) },
      openedAt: tenPastThree,
      callAt: tenPastThree,
      calls: 0,
    })) as unknown as Incident['tasks'],
  };

  test('is written with shorter texts, and what is said then counts', async () => {
    const { cell, now } = aCell({ ...crowded, tasks: crowded.tasks.slice(0, 300) });
    await changeIncident(cell, ref, (seen) => ({
      kind: 'changed',
      incident: { ...seen, tasks: crowded.tasks },
    }));

    const given = { kind: 'yes', by: 'an', path: 'sms', id: 'message-1' } as const;
    await changeIncident(cell, ref, (seen, at) => answer(seen, given, at));

    const { incident, bytes } = await now();
    expect(bytes).toBeLessThan(maxIncidentBytes);
    expect(incident).toMatchObject({ status: 'acknowledged', acknowledgement: { by: 'an' } });
    expect(incident.tasks).toHaveLength(400);
    expect(incident.answers.slice(-2)).toEqual([crowded.answers.at(-1), 'message-1']);
    expect(incident.policy).toEqual(crowded.policy);
  });
});
