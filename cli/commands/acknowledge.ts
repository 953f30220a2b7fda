import { act } from '../acting.ts';
import { type Command, textIn } from '../command.ts';

/** Takes an incident for a time. */
export const acknowledge: Command = {
  summary: 'take an incident for a time',
  usage: '<id|code> [--as <responder>] [--minutes <number>]',
  help: ['--minutes <number>     for how long, 1 to 720; without it, by the severity'],
  options: { minutes: { type: 'string' } },
  operands: ['<id|code>'],
  async run(given) {
    const minutes = textIn(given, 'minutes');
    if (minutes === undefined) return act(given, 'acknowledge');
    if (!/^\d{1,3}$/.test(minutes) || Number(minutes) < 1 || Number(minutes) > 720)
      return { kind: 'misused', message: `--minutes must be a whole number from 1 to 720, got ${minutes}` };
    return act(given, 'acknowledge', { minutes: Number(minutes) });
  },
};
