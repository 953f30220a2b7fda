import { expect, test } from '@jest/globals';
import { askedToTakeOver } from '../../../domain/answers/hand-over.ts';
import { aNight } from '../a-night-of-sms.ts';

test.each([
  ['over', 'chloe'],
  ['overdragen', 'chloe'],
  ['Bram neemt over', 'bram'],
])(
  '"%s" asks a colleague, and the incident stays where it is until they say yes',
  async (words, colleague) => {
    const { pages, writes, incident } = aNight();
    const code = await pages('an', 'a');
    await writes('an', 'ja 60');

    await writes('an', words);
    expect((await incident(code)).acknowledgement?.by).toBe('an');
    expect(askedToTakeOver(await incident(code))).toBe(colleague);

    await writes(colleague, `${code} ja`);
    expect((await incident(code)).acknowledgement?.by).toBe(colleague);
  },
);

test.each(['ik blijf', 'nog 30'])('"%s" hands nothing over', async (words) => {
  const { pages, writes, incident } = aNight();
  const code = await pages('an', 'a');
  await writes('an', 'ja 60');
  await writes('an', words);

  expect(askedToTakeOver(await incident(code))).toBeUndefined();
});

test('at the end of a shift the holder is asked for each incident, and the next one gets one text about all', async () => {
  const { pages, says, drives, clock } = aNight();
  clock.now = Date.parse('2026-11-30T08:30+01:00');
  const codes = [await pages('an', 'a'), await pages('an', 'b')];
  for (const code of codes) {
    await says('an', [{ kind: 'yes', code, minutes: 120 }]);
    await drives(code);
  }
  clock.now = Date.parse('2026-11-30T09:00:05+01:00');
  const told: string[] = [];
  for (const code of [...codes, ...codes, ...codes]) {
    told.push(...(await drives(code)).map(({ text }) => text));
  }

  expect(told.filter((text) => text.includes('je wacht is om'))).toHaveLength(2);
  const begins = told.filter((text) => /Je hebt nu wacht|Votre garde commence|Your shift starts/.test(text));
  expect(begins).toHaveLength(1);
  for (const code of codes) expect(begins[0]).toContain(code);
});
