import type { PutAsideMessages } from '../../domain/api/put-aside.ts';
import { aligned, oneLine } from '../print/table-text.ts';
import { timeText } from '../print/time-text.ts';
import type { Command } from './command.ts';

/** Lists the messages that could never be handled. */
export const putAside: Command = {
  summary: 'list the messages that could never be handled and are tried no more',
  usage: '',
  help: ['Each was told once, by an incident with its content.'],
  options: {},
  operands: [],
  async run({ ask }) {
    const answer = await ask('putAside', {});
    if (answer.kind === 'failed') return answer;
    return { kind: 'done', text: textOf(answer.body), json: answer.body };
  },
};

function textOf({ messages, timeZone }: PutAsideMessages): string {
  if (messages.length === 0) return 'No message is put aside.';
  const rows = messages.map(({ at, what, tries, content, error }) => [
    timeText(at, timeZone),
    what,
    `${tries} tries`,
    oneLine(content),
    oneLine(error),
  ]);
  return aligned([['PUT ASIDE', 'WHAT', 'TRIED', 'CONTENT', 'WHY'], ...rows]).join('\n');
}
