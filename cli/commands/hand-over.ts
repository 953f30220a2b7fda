import { act } from './act.ts';
import type { Command } from './command.ts';

/** Asks a colleague to take an incident over. */
export const handOver: Command = {
  summary: 'ask a colleague to take an incident over: nothing changes until they say yes',
  usage: '<id|code> [<to>] [--as <responder>]',
  help: ['<to>                   a responder; without it, the one who is on call for the incident now'],
  options: {},
  operands: ['<id|code>'],
  optional: ['<to>'],
  run(given) {
    const [, to] = given.operands;
    return act(given, (by, on) => given.ask('handOver', { ...on, body: { by, to } }));
  },
};
