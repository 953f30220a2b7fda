import type { Dice } from './dice.ts';
import { customerMove } from './drawn-messages.ts';
import type { CustomerMove, CustomersPlan } from './night.ts';

/** What the customer contacts will answer. */
export function drawCustomers(draw: Dice): CustomersPlan {
  return {
    onQuestion: draw.times(draw.between(0, 3), () => customerMove(draw)),
    onNews: draw.times(draw.between(0, 2), () =>
      draw.weighted<() => CustomerMove>([
        [6, () => ({ kind: 'nothing' })],
        [2, () => writes(draw, draw.oneOf(thanks), 'unclear')],
        [2, () => writes(draw, draw.oneOf(ownWords), 'words')],
      ])(),
    ),
  };
}

function writes(draw: Dice, text: string, means: string): CustomerMove {
  return { kind: 'writes', after: draw.between(10, 600), text, means };
}

const thanks = ['Thanks!', 'Bedankt', 'Wanneer is dat klaar?', 'Merci', 'ok', 'Danke', 'STOP spam'] as const;

/** What a person at a customer writes of their own. Somebody reads it. */
const ownWords = [
  'Our shop is down, please call me',
  'Appelez-moi, plus rien ne marche',
  'Bel mij even, de kassa werkt ook niet',
  'Bitte rufen Sie mich an, der Server antwortet nicht',
] as const;
