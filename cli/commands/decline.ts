import { act } from './act.ts';
import type { Command } from './command.ts';

/** Declines an incident: the next responder is asked at once. */
export const decline: Command = {
  summary: 'say no: the next responder is asked at once',
  usage: '<id|code> [--as <responder>]',
  help: [],
  options: {},
  operands: ['<id|code>'],
  run: (given) => act(given, (by, on) => given.ask('decline', { ...on, body: { by } })),
};
