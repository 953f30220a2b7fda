import { act } from './act.ts';
import type { Command } from './command.ts';

/** Declares a major incident, or takes that back. */
export const serious: Command = {
  summary: 'declare a major incident: management and both engineers are in',
  usage: '<id|code> [--not] [--as <responder>]',
  help: ['--not                  it is a major incident no longer'],
  options: { not: { type: 'boolean' } },
  operands: ['<id|code>'],
  run: (given) =>
    act(given, (by, on) =>
      given.ask('serious', { ...on, body: { by, serious: given.values['not'] !== true } }),
    ),
};
