import type { Notice } from '../../domain/incident/notice.ts';
import { hour, minute } from '../../domain/time/instant.ts';
import { openedAt } from './pages-questions.ts';

const code = 'A7K';

const by = 'Bram';

const until = openedAt + 35 * minute;

/** What is told about handing over and giving back: when each is sent, and an example of it. */
export const handingOver = {
  handOverAsked: {
    when: 'you want a colleague to take over',
    notice: { kind: 'handOverAsked', code, whom: by },
  },
  colleagueCannot: { when: 'the colleague declined', notice: { kind: 'colleagueCannot', code, by } },
  shiftEnds: { when: 'your shift ends, and you have an incident', notice: { kind: 'shiftEnds', code, by } },
  shiftBegins: {
    when: 'your shift begins, and the one before you has incidents',
    notice: {
      ...{ kind: 'shiftBegins', of: by, from: openedAt, until: openedAt + 7 * 24 * hour },
      incidents: [{ code, customer: 'ACME' }],
    },
  },
  undoneYours: {
    when: 'you took a repair time back, and you still have it',
    notice: { kind: 'undone', code, until },
  },
  undoneBy: {
    when: 'you took your answer back, and somebody else has it',
    notice: { kind: 'undone', code, by, until },
  },
  yoursAgain: {
    when: 'somebody took it over from you, and took that back',
    notice: { kind: 'yoursAgain', code, by, until },
  },
} as const satisfies Readonly<Record<string, { readonly when: string; readonly notice: Notice }>>;
