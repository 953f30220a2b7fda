import { act } from './acting.ts';
import type { Command } from './command.ts';

/** Says no: the next one is asked at once. */
export const decline: Command = {
  summary: 'say no: the next one is asked at once',
  usage: '<id|code> [--as <responder>]',
  help: [],
  options: {},
  operands: ['<id|code>'],
  run: (given) => act(given, (by, on) => given.ask('decline', { ...on, body: { by } })),
};
