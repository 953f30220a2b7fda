import { act } from './act.ts';
import { type Command, textIn } from './command.ts';

/** Resolves an incident. */
export const resolve: Command = {
  summary: 'resolve an incident',
  usage: '<id|code> [--as <responder>] [--note <text>]',
  help: ['--note <text>          what was wrong, and what was done'],
  options: { note: { type: 'string' } },
  operands: ['<id|code>'],
  run(given) {
    const note = textIn(given, 'note');
    return act(given, (by, on) => given.ask('resolve', { ...on, body: { by, note } }));
  },
};
