import { act } from './act.ts';
import { type Command, minutesIn } from './command.ts';

/** Says how long the repair will take. */
export const update: Command = {
  summary: 'say how long the repair will take',
  usage: '<id|code> <minutes> [--as <responder>]',
  help: ['<minutes>              1 to 720: it is yours until then, and the customer hears it'],
  options: {},
  operands: ['<id|code>', '<minutes>'],
  async run(given) {
    const [, typed = ''] = given.operands;
    const minutes = minutesIn(typed);
    return minutes === undefined
      ? { kind: 'misused', message: `<minutes> must be a whole number from 1 to 720, got ${typed}` }
      : act(given, (by, on) => given.ask('update', { ...on, body: { by, minutes } }));
  },
};
