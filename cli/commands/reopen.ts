import { act } from './act.ts';
import { type Command, textIn } from './command.ts';

/** Takes back the end of an incident. */
export const reopen: Command = {
  summary: 'open an incident again that is not over after all',
  usage: '<id|code> [--as <responder>] [--note <text>]',
  help: ['--note <text>          why it is not over'],
  options: { note: { type: 'string' } },
  operands: ['<id|code>'],
  run(given) {
    const note = textIn(given, 'note');
    return act(given, (by, on) => given.ask('reopen', { ...on, body: { by, note } }));
  },
};
