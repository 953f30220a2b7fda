import { describe, expect, test } from '@jest/globals';
import { incidentOf } from '../../../aws/table/incident-item.ts';
import { withTask } from '../../../domain/contact-center/tasks.ts';
import { resolve } from '../../../domain/escalation/resolve.ts';
import { type Press, press } from '../../../lambda/replies/call-key.ts';
import { opened, tenPastThree } from '../../domain/an-incident.ts';
import { inMemoryCell, itemOf, stored } from '../in-memory-cell.ts';

const phone = '+32470000001';

const thisCall: Omit<Press, 'digit'> = {
  phone,
  incidentKey: 'abc',
  generation: 1,
  attempt: 'main/1/0/primary/3',
  language: 'en',
};

/** A call to An, or to the contact center, whose keys are 4 and 7. */
async function aCall({ isResponder = true, incident = opened() } = {}) {
  const responder = isResponder ? 'an' : undefined;
  const cell = inMemoryCell();
  stored(cell.outside, itemOf(incident));
  await cell.lines.take(
    phone,
    {
      key: 'abc',
      generation: 1,
      code: 'A7K',
      attempt: thisCall.attempt,
      responder,
      digits: { yes: '4', no: '7' },
    },
    { now: tenPastThree, until: tenPastThree + 90_000 },
  );
  return {
    presses: (digit: string, change: Partial<Press> = {}) => press(cell, { ...thisCall, ...change, digit }),
    incident: async () => incidentOf((await cell.incidents.read('abc')) ?? itemOf(incident)),
  };
}

describe('the key of a call', () => {
  test('for yes acknowledges the incident, by voice', async () => {
    const { presses, incident } = await aCall();

    expect(await presses('4')).toEqual({
      result: 'stored',
      say: 'Your answer is stored. A, 7, K is yours.',
    });
    expect(await incident()).toMatchObject({ status: 'acknowledged', acknowledgement: { by: 'an' } });
    expect((await incident()).timeline.at(-1)).toMatchObject({ kind: 'acknowledged', path: 'voice' });
  });

  test('for no declines it', async () => {
    const { presses, incident } = await aCall();

    expect(await presses('7')).toMatchObject({ result: 'stored' });
    expect((await incident()).ladder.declined).toEqual(['an']);
  });

  test('counts once when Connect delivers it twice, and is stored both times', async () => {
    const { presses, incident } = await aCall();
    await presses('4');
    const after = await incident();

    expect(await presses('4')).toMatchObject({ result: 'stored' });
    expect(await incident()).toEqual(after);
  });

  test.each(['5', '', 'Timeout', '44'])('%j is none of the two: nothing is stored', async (digit) => {
    const { presses, incident } = await aCall();

    expect(await presses(digit)).toMatchObject({ result: 'notStored' });
    expect(await incident()).toEqual(opened());
  });

  test.each<[string, Partial<Press>]>([
    ['another attempt', { attempt: 'main/1/0/primary/4' }],
    ['another incident', { incidentKey: 'def' }],
    ['another generation', { generation: 2 }],
    ['a phone that was not called', { phone: '+32470000002' }],
  ])('of %s is not stored, though the digit is right', async (_what, change) => {
    const { presses, incident } = await aCall();

    expect(await presses('4', change)).toMatchObject({ result: 'notStored' });
    expect(await incident()).toEqual(opened());
  });

  test('after the end of the incident says that it is over', async () => {
    const { presses } = await aCall({ incident: resolve(opened(), 'source', tenPastThree) });

    expect(await presses('4')).toEqual({ result: 'notStored', say: 'A, 7, K is over already.' });
  });

  test('of the contact center is recorded, and acknowledges nothing', async () => {
    const asked = withTask(opened(), { kind: 'confirm', responder: 'an' }, tenPastThree);
    const { presses, incident } = await aCall({ isResponder: false, incident: asked });

    expect(await presses('7')).toMatchObject({ result: 'notStored' });
    expect(await presses('4')).toEqual({ result: 'stored', say: 'Stored. Thank you.' });
    expect(await presses('4')).toMatchObject({ result: 'stored' });
    expect((await incident()).status).toBe('escalating');
    const noted = (await incident()).timeline.filter(({ kind }) => kind === 'contact center has it');
    expect(noted).toHaveLength(1);
  });
});
