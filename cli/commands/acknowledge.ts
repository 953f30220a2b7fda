import { act } from './act.ts';
import { type Command, minutesIn, textIn } from './command.ts';

/** Acknowledges an incident for a time. */
export const acknowledge: Command = {
  summary: 'acknowledge an incident for a time',
  usage: '<id|code> [--as <responder>] [--minutes <number>]',
  help: ['--minutes <number>     for how long, 1 to 720; without it, by the severity'],
  options: { minutes: { type: 'string' } },
  operands: ['<id|code>'],
  async run(given) {
    const typed = textIn(given, 'minutes');
    const minutes = typed === undefined ? undefined : minutesIn(typed);
    return typed !== undefined && minutes === undefined
      ? { kind: 'misused', message: `--minutes must be a whole number from 1 to 720, got ${typed}` }
      : act(given, (by, on) => given.ask('acknowledge', { ...on, body: { by, minutes } }));
  },
};
