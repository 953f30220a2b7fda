import type { Dice } from './dice.ts';
import { customerMove } from './drawn-messages.ts';
import type { CustomersPlan } from './night.ts';

/** What the customer contacts will answer. */
export function drawCustomers(draw: Dice): CustomersPlan {
  return {
    onQuestion: draw.times(draw.between(0, 3), () => customerMove(draw)),
    onNews: draw.times(draw.between(0, 2), () =>
      draw.chance(0.6)
        ? { kind: 'nothing' }
        : { kind: 'writes', after: draw.between(10, 600), text: draw.oneOf(thanks), means: 'unclear' },
    ),
  };
}

const thanks = ['Thanks!', 'Bedankt', 'Wanneer is dat klaar?', 'Merci', 'ok', 'Danke', 'STOP spam'] as const;
