import { describe, expect, test } from '@jest/globals';
import { minute, second } from '../../../domain/time/instant.ts';
import { receive } from '../../../lambda/replies/receive.ts';
import { tenPastThree } from '../../domain/an-incident.ts';
import { exampleOrganization } from '../../domain/example-organization.ts';
import { inMemoryCell, itemOf, outside, stored } from '../in-memory-cell.ts';

const { responders, customers } = exampleOrganization();

const numbers = {
  responder: responders['an']?.numbers[0] ?? '',
  customer: Object.values(customers)[0]?.contacts[0]?.number ?? '',
};

/** A machine has a number, and answers each text of ours with the same words, through both cells in turn. */
function aMachine(number: string, answersWith: (count: number) => string) {
  const world = outside();
  const clock = { now: tenPastThree };
  const cells = [0, 1].map(() => inMemoryCell({ outside: world, now: () => clock.now }));
  stored(world, itemOf());
  let count = 0;
  const writes = async () => {
    clock.now += 2 * second;
    const cell = cells[count % 2];
    if (cell === undefined) throw new Error('there are two cells');
    const messageBody = answersWith(count);
    const message = { originationNumber: number, messageBody, inboundMessageId: `message-${count++}` };
    await receive(cell, { Message: JSON.stringify(message), Timestamp: new Date(clock.now).toISOString() });
  };
  return {
    clock,
    texts: () => world.sms.map(({ text }) => text),
    /** It answers until nothing of ours comes back any more. */
    answersOn: async () => {
      for (let before = -1; before < world.sms.length && count < 50; ) {
        before = world.sms.length;
        await writes();
      }
    },
    writes,
  };
}

describe.each(Object.entries(numbers))('a machine at the number of a %s', (_whose, number) => {
  test.each([
    'Bedankt voor uw bericht. Wij nemen zo snel mogelijk contact met u op.',
    'Thank you for contacting us, we will reply shortly',
    'Nieuw nummer! Bereik mij op 0470 11 22 33',
    'This inbox is not monitored.',
  ])('that answers "%s" is not answered without end', async (words) => {
    const { answersOn, texts } = aMachine(number, () => words);
    await answersOn();

    expect(texts().length).toBeLessThanOrEqual(1);
  });

  test('that never says the same is answered three times an hour, by both cells together', async () => {
    const { writes, texts, clock } = aMachine(
      number,
      (count) => `ticket ${count} A${2 + (count % 7)}K geopend`,
    );
    for (let messages = 0; messages < 25; messages++) await writes();

    expect(texts().length).toBeLessThanOrEqual(3);

    clock.now += 60 * minute;
    const before = texts().length;
    await writes();
    expect(texts().length - before).toBeLessThanOrEqual(1);
  });
});
