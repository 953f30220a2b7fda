import { act } from './act.ts';
import { type Command, textIn } from './command.ts';

/** Asks somebody else as well. */
export const escalate: Command = {
  summary: 'ask management, or somebody else, as well',
  usage: '<id|code> [--whom <responder|roster>] [--as <responder>]',
  help: [
    '--whom <who>           a responder, or a roster whose primary is asked; without it, operational management',
  ],
  options: { whom: { type: 'string' } },
  operands: ['<id|code>'],
  run(given) {
    const whom = textIn(given, 'whom');
    return act(given, (by, on) => given.ask('escalate', { ...on, body: { by, whom } }));
  },
};
