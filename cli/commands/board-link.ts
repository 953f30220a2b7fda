import { timeText } from '../print/time-text.ts';
import type { Command } from './command.ts';

/** Makes a link to the operators' board, for a shift. */
export const boardLink: Command = {
  summary: 'make a link to the operators’ board, valid for 12 hours',
  usage: '',
  help: ['Whoever has the link can open the board, and answer there for the contact center.'],
  options: {},
  operands: [],
  async run({ ask }) {
    const answer = await ask('boardLink', {});
    if (answer.kind === 'failed') return answer;
    const { url, until, timeZone } = answer.body;
    return {
      kind: 'done',
      text: `${url}\nvalid until ${timeText(until, timeZone)} (${timeZone})`,
      json: answer.body,
    };
  },
};
