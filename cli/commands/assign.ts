import { act } from './act.ts';
import type { Command } from './command.ts';

/** Says of which service an incident is. */
export const assign: Command = {
  summary: 'say of which service an incident is: its customer is told, and its specialists are asked',
  usage: '<id|code> <service> [--as <responder>]',
  help: ['<service>              the name of a service of the organization'],
  options: {},
  operands: ['<id|code>', '<service>'],
  async run(given) {
    const [, service = ''] = given.operands;
    return act(given, (by, on) => given.ask('assign', { ...on, body: { by, service } }));
  },
};
