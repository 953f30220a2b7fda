import { act } from './acting.ts';
import type { Command } from './command.ts';

/** Makes an incident a serious one, or no more. */
export const serious: Command = {
  summary: 'make it a serious incident: management and both engineers are in',
  usage: '<id|code> [--not] [--as <responder>]',
  help: ['--not                  it is none any more'],
  options: { not: { type: 'boolean' } },
  operands: ['<id|code>'],
  run: (given) =>
    act(given, (by, on) =>
      given.ask('serious', { ...on, body: { by, serious: given.values['not'] !== true } }),
    ),
};
