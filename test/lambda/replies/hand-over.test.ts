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
