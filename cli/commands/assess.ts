import { act } from './act.ts';
import type { Command } from './command.ts';

/** Records what management and the customer have decided. */
export const assess: Command = {
  summary: 'record what management and the customer have decided',
  usage: '<id|code> <words> [--as <responder>]',
  help: ['<words>                such as "the shop may be down until 06:00"'],
  options: {},
  operands: ['<id|code>', '<words>'],
  run(given) {
    const [, words = ''] = given.operands;
    return act(given, (by, on) => given.ask('assess', { ...on, body: { by, words } }));
  },
};
